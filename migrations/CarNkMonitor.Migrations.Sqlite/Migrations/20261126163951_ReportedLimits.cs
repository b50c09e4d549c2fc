using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CarNkMonitor.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class ReportedLimits : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<decimal>(
                name: "reference_high",
                table: "observations",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<decimal>(
                name: "reference_low",
                table: "observations",
                type: "TEXT",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "reference_high",
                table: "observations");

            migrationBuilder.DropColumn(
                name: "reference_low",
                table: "observations");
        }
    }
}
