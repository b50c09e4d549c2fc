using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CarNkMonitor.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class AddNextGrading : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "is_by_time",
                table: "assessments",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "next_gradings",
                columns: table => new
                {
                    subject_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    due_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_next_gradings", x => x.subject_id);
                    table.ForeignKey(
                        name: "fk_next_gradings_subjects_subject_id",
                        column: x => x.subject_id,
                        principalTable: "subjects",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_next_gradings_due_at",
                table: "next_gradings",
                column: "due_at");

            // In a record that exists already the first sweep works out when each subject is to be graded next.
            migrationBuilder.Sql("INSERT INTO next_gradings (subject_id, due_at) SELECT id, strftime('%Y-%m-%d %H:%M:%f', 'now') FROM subjects WHERE status = 'OnStudy';");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "next_gradings");

            migrationBuilder.DropColumn(
                name: "is_by_time",
                table: "assessments");
        }
    }
}
