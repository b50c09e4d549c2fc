using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CarNkMonitor.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class WhyAPhoneIsOff : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "off",
                table: "contacts",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            // Until now only a sentence said why.
            migrationBuilder.Sql(
                """
                UPDATE contacts SET "off" = CASE
                    WHEN disabled_because = 'The person replied STOP.' OR disabled_because LIKE '%(error 21610).' THEN 'Stopped'
                    WHEN disabled_because = 'Replied that the phone is not on duty.' THEN 'NotOnDuty'
                    WHEN disabled_because = 'replaced' THEN 'Replaced'
                    ELSE 'OfNoUse' END
                WHERE NOT is_enabled
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "off",
                table: "contacts");
        }
    }
}
