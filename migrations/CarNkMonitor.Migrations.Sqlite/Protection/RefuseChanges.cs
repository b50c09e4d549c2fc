using CarNkMonitor.Monitoring.Data;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace CarNkMonitor.Migrations.Sqlite.Protection;

/// <summary>
/// Observations and audit rows are never updated or deleted: the database itself refuses. A later migration that makes SQLite rebuild one of
/// these tables drops its triggers and must create them again; a test looks for them after the last migration.
/// </summary>
[DbContext(typeof(MonitorContext))]
[Migration("20261130000000_RefuseChanges")]
public sealed class RefuseChanges : Migration
{
    static readonly string[] Tables = ["observations", "audit_entries"];
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
