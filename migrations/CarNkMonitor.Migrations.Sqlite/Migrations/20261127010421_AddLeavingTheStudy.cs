using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CarNkMonitor.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class AddLeavingTheStudy : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "left_because",
                table: "subjects",
                type: "TEXT",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "left_on",
                table: "subjects",
                type: "TEXT",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "left_because",
                table: "subjects");

            migrationBuilder.DropColumn(
                name: "left_on",
                table: "subjects");
        }
    }
}
