using CarNkMonitor.Monitoring.Data;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace CarNkMonitor.Migrations.Postgres.Protection;

/// <summary>Signed grades, and what voided them, are never updated or deleted: the database itself refuses, as for observations.</summary>
[DbContext(typeof(MonitorContext))]
[Migration("20261202000000_RefuseChangesOfSignatures")]
public sealed class RefuseChangesOfSignatures : Migration
{
    static readonly string[] Tables = ["investigator_grades", "voided_signatures"];

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        foreach (var table in Tables)
        {
            migrationBuilder.Sql($"""
                CREATE TRIGGER {table}_refuse_change BEFORE UPDATE OR DELETE ON {table} FOR EACH ROW EXECUTE FUNCTION refuse_change();
                CREATE TRIGGER {table}_refuse_truncate BEFORE TRUNCATE ON {table} FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
                """);
        }
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        foreach (var table in Tables)
        {
            migrationBuilder.Sql($"DROP TRIGGER {table}_refuse_change ON {table}; DROP TRIGGER {table}_refuse_truncate ON {table};");
        }
    }
}
