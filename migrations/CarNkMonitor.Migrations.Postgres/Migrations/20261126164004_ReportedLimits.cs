using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CarNkMonitor.Migrations.Postgres.Migrations
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
                type: "numeric",
                nullable: true);

            migrationBuilder.AddColumn<decimal>(
                name: "reference_low",
                table: "observations",
                type: "numeric",
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
