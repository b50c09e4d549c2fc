using CarNkMonitor.Monitoring.Data;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace CarNkMonitor.Migrations.Postgres.Protection;

/// <summary>
/// Observations and audit rows are never updated, deleted or truncated: the database itself refuses, whoever asks. (The application owns its
/// tables, so taking a privilege away would not hold.)
/// </summary>
[DbContext(typeof(MonitorContext))]
[Migration("20261130000000_RefuseChanges")]
public sealed class RefuseChanges : Migration
{
    static readonly string[] Tables = ["observations", "audit_entries"];

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("""
            CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN RAISE EXCEPTION '% rows are never changed or deleted', TG_TABLE_NAME; END $$;
            """);
        foreach (var table in Tables)
        {
            migrationBuilder.Sql($"""
                CREATE TRIGGER {table}_refuse_change BEFORE UPDATE OR DELETE ON {table} FOR EACH ROW EXECUTE FUNCTION refuse_change();
                CREATE TRIGGER {table}_refuse_truncate BEFORE TRUNCATE ON {table} FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
                """);
        }
    }

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("DROP FUNCTION refuse_change() CASCADE;");
}
