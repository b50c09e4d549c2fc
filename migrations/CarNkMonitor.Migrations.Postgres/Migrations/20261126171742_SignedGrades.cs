using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CarNkMonitor.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class SignedGrades : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "investigator_grades",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    submission_id = table.Column<Guid>(type: "uuid", nullable: false),
                    subject_id = table.Column<Guid>(type: "uuid", nullable: false),
                    assessment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    criteria = table.Column<string>(type: "text", nullable: false),
                    part = table.Column<string>(type: "text", nullable: false),
                    moment = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    calculated_low = table.Column<int>(type: "integer", nullable: false),
                    calculated_high = table.Column<int>(type: "integer", nullable: false),
                    calculated_state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    grade = table.Column<int>(type: "integer", nullable: false),
                    meaning = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    reason_code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    signed_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    printed_name = table.Column<string>(type: "text", nullable: false),
                    signed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    content_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_investigator_grades", x => x.id);
                    table.ForeignKey(
                        name: "fk_investigator_grades_asp_net_users_signed_by_id",
                        column: x => x.signed_by_id,
                        principalTable: "staff_members",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_investigator_grades_assessments_assessment_id",
                        column: x => x.assessment_id,
                        principalTable: "assessments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_investigator_grades_subjects_subject_id",
                        column: x => x.subject_id,
                        principalTable: "subjects",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "voided_signatures",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    investigator_grade_id = table.Column<Guid>(type: "uuid", nullable: false),
                    subject_id = table.Column<Guid>(type: "uuid", nullable: false),
                    voided_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    because = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_voided_signatures", x => x.id);
                    table.ForeignKey(
                        name: "fk_voided_signatures_investigator_grades_investigator_grade_id",
                        column: x => x.investigator_grade_id,
                        principalTable: "investigator_grades",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_investigator_grades_assessment_id",
                table: "investigator_grades",
                column: "assessment_id");

            migrationBuilder.CreateIndex(
                name: "ix_investigator_grades_signed_by_id",
                table: "investigator_grades",
                column: "signed_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_investigator_grades_subject_id_criteria_part_signed_at",
                table: "investigator_grades",
                columns: new[] { "subject_id", "criteria", "part", "signed_at" });

            migrationBuilder.CreateIndex(
                name: "ix_investigator_grades_submission_id",
                table: "investigator_grades",
                column: "submission_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_voided_signatures_investigator_grade_id",
                table: "voided_signatures",
                column: "investigator_grade_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_voided_signatures_subject_id",
                table: "voided_signatures",
                column: "subject_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "voided_signatures");

            migrationBuilder.DropTable(
                name: "investigator_grades");
        }
    }
}
