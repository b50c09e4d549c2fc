using CarNkMonitor.Monitoring.Data;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace CarNkMonitor.Migrations.Postgres.Protection;

/// <summary>That a stored grade gave way to another one is never updated or deleted: the database itself refuses, as for observations.</summary>
[DbContext(typeof(MonitorContext))]
[Migration("20261201000000_RefuseChangesOfGradeChanges")]
public sealed class RefuseChangesOfGradeChanges : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("""
            CREATE TRIGGER assessment_changes_refuse_change BEFORE UPDATE OR DELETE ON assessment_changes FOR EACH ROW EXECUTE FUNCTION refuse_change();
            CREATE TRIGGER assessment_changes_refuse_truncate BEFORE TRUNCATE ON assessment_changes FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
            """);
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("""
            DROP TRIGGER assessment_changes_refuse_change ON assessment_changes;
            DROP TRIGGER assessment_changes_refuse_truncate ON assessment_changes;
            """);
    }
}
