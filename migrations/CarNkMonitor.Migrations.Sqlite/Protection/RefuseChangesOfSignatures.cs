using CarNkMonitor.Monitoring.Data;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace CarNkMonitor.Migrations.Sqlite.Protection;

/// <summary>Signed grades, and what voided them, are never updated or deleted: the database itself refuses, as for observations.</summary>
[DbContext(typeof(MonitorContext))]
[Migration("20261202000000_RefuseChangesOfSignatures")]
public sealed class RefuseChangesOfSignatures : Migration
{
    static readonly string[] Tables = ["investigator_grades", "voided_signatures"];
    static readonly string[] Verbs = ["update", "delete"];

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        foreach (var (table, verb) in from table in Tables from verb in Verbs select (table, verb))
        {
            migrationBuilder.Sql($"""
                CREATE TRIGGER {table}_refuse_{verb} BEFORE {verb} ON {table}
                BEGIN SELECT RAISE(ABORT, '{table} rows are never changed or deleted'); END;
                """);
        }
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        foreach (var (table, verb) in from table in Tables from verb in Verbs select (table, verb))
        {
            migrationBuilder.Sql($"DROP TRIGGER {table}_refuse_{verb};");
        }
    }
}
