using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CarNkMonitor.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class AssessEveryTable : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_assessments_subject_id_criteria_moment_version",
                table: "assessments");

            migrationBuilder.AddColumn<string>(
                name: "part",
                table: "assessments",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "assessment_changes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    subject_id = table.Column<Guid>(type: "uuid", nullable: false),
                    criteria = table.Column<string>(type: "text", nullable: false),
                    part = table.Column<string>(type: "text", nullable: false),
                    moment = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    before_id = table.Column<Guid>(type: "uuid", nullable: false),
                    low_before = table.Column<int>(type: "integer", nullable: true),
                    high_before = table.Column<int>(type: "integer", nullable: true),
                    state_before = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    after_id = table.Column<Guid>(type: "uuid", nullable: true),
                    low_after = table.Column<int>(type: "integer", nullable: true),
                    high_after = table.Column<int>(type: "integer", nullable: true),
                    state_after = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    sentence = table.Column<string>(type: "text", nullable: false),
                    causes = table.Column<string>(type: "text", nullable: false),
                    changed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_assessment_changes", x => x.id);
                    table.ForeignKey(
                        name: "fk_assessment_changes_assessments_after_id",
                        column: x => x.after_id,
                        principalTable: "assessments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_assessment_changes_assessments_before_id",
                        column: x => x.before_id,
                        principalTable: "assessments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_assessments_subject_id_criteria_part_moment_version",
                table: "assessments",
                columns: new[] { "subject_id", "criteria", "part", "moment", "version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_assessment_changes_after_id",
                table: "assessment_changes",
                column: "after_id");

            migrationBuilder.CreateIndex(
                name: "ix_assessment_changes_before_id",
                table: "assessment_changes",
                column: "before_id");

            migrationBuilder.CreateIndex(
                name: "ix_assessment_changes_subject_id_changed_at",
                table: "assessment_changes",
                columns: new[] { "subject_id", "changed_at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "assessment_changes");

            migrationBuilder.DropIndex(
                name: "ix_assessments_subject_id_criteria_part_moment_version",
                table: "assessments");

            migrationBuilder.DropColumn(
                name: "part",
                table: "assessments");

            migrationBuilder.CreateIndex(
                name: "ix_assessments_subject_id_criteria_moment_version",
                table: "assessments",
                columns: new[] { "subject_id", "criteria", "moment", "version" },
                unique: true);
        }
    }
}
