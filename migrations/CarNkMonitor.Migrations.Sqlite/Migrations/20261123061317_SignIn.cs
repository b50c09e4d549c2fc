using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CarNkMonitor.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class SignIn : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "must_change_password",
                table: "staff_members",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "spent_codes",
                columns: table => new
                {
                    staff_member_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    step = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_spent_codes", x => new { x.staff_member_id, x.step });
                    table.ForeignKey(
                        name: "fk_spent_codes_asp_net_users_staff_member_id",
                        column: x => x.staff_member_id,
                        principalTable: "staff_members",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "spent_codes");

            migrationBuilder.DropColumn(
                name: "must_change_password",
                table: "staff_members");
        }
    }
}
