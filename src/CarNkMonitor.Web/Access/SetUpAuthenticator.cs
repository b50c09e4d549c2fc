using System.Text;
using CarNkMonitor.Monitoring.Audit;
using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Monitoring.Staff;
using Microsoft.AspNetCore.Identity;
using QRCoder;

namespace CarNkMonitor.Web.Access;

/// <summary>Binds an authenticator app to a signed-in person who has none.</summary>
public sealed class SetUpAuthenticator(MonitorContext db, UserManager<StaffMember> users, AuthenticatorCodes codes)
{
    const int RecoveryCodeCount = 10;

    /// <summary>
    /// The secret in groups of four, and the same as a picture (a data address, which the content policy allows for images). Making a secret
    /// changes the person's security stamp: the session must be renewed with the person that is given back.
    /// </summary>
    public async Task<(StaffMember Person, string Key, string QrCode)> Key(StaffMember person, CancellationToken cancel)
    {
        db.Act = AuditAct.By(person, nameof(SetUpAuthenticator));
        var own = await Own(person);
        var key = await users.GetAuthenticatorKeyAsync(own);
        if (key is null)
        {
            await users.ResetAuthenticatorKeyAsync(own);
            key = await users.GetAuthenticatorKeyAsync(own);
        }

        cancel.ThrowIfCancellationRequested();
        return (own, string.Join(' ', key!.Chunk(4).Select(four => new string(four))), Picture(own, key!));
    }

    /// <summary>The recovery codes, if the code is right and nobody set up an app for this person meanwhile; else null.</summary>
    public async Task<(StaffMember Person, IReadOnlyList<string> RecoveryCodes)?> Run(StaffMember person, string code, CancellationToken cancel)
    {
        db.Act = AuditAct.By(person, nameof(SetUpAuthenticator));
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.LockHead(cancel);
        var own = await Own(person);
        if (own.TwoFactorEnabled || !await codes.Spend(own, code, cancel))
        {
            return null;
        }

        var enabled = await users.SetTwoFactorEnabledAsync(own, true);
        var recovery = await users.GenerateNewTwoFactorRecoveryCodesAsync(own, RecoveryCodeCount);
        if (!enabled.Succeeded || recovery is null)
        {
            return null;
        }

        await transaction.CommitAsync(cancel);
        return (own, [.. recovery]);
    }

    async Task<StaffMember> Own(StaffMember person) => await users.FindByIdAsync(person.Id.ToString())
        ?? throw new InvalidOperationException("A signed-in person is not in the database.");

    static string Picture(StaffMember person, string key)
    {
        var address = $"otpauth://totp/CarNkMonitor:{Uri.EscapeDataString(person.UserName ?? "")}?secret={key}&issuer=CarNkMonitor&digits=6&period=30";
        using var code = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.M);
        using var svg = new SvgQRCode(code);
        return $"data:image/svg+xml;base64,{Convert.ToBase64String(Encoding.UTF8.GetBytes(svg.GetGraphic(4)))}";
    }
}
