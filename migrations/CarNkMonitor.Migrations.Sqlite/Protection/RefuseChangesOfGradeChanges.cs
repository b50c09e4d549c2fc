using CarNkMonitor.Monitoring.Data;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace CarNkMonitor.Migrations.Sqlite.Protection;

/// <summary>That a stored grade gave way to another one is never updated or deleted: the database itself refuses, as for observations.</summary>
[DbContext(typeof(MonitorContext))]
[Migration("20261201000000_RefuseChangesOfGradeChanges")]
public sealed class RefuseChangesOfGradeChanges : Migration
{
    static readonly string[] Verbs = ["update", "delete"];

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        foreach (var verb in Verbs)
        {
            migrationBuilder.Sql($"""
                CREATE TRIGGER assessment_changes_refuse_{verb} BEFORE {verb} ON assessment_changes
                BEGIN SELECT RAISE(ABORT, 'assessment_changes rows are never changed or deleted'); END;
                """);
        }
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        foreach (var verb in Verbs)
        {
            migrationBuilder.Sql($"DROP TRIGGER assessment_changes_refuse_{verb};");
        }
    }
}
