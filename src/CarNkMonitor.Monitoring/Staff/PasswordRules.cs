using System.Reflection;
using Microsoft.AspNetCore.Identity;

namespace CarNkMonitor.Monitoring.Staff;

/// <summary>
/// Passwords: 15 to 256 characters of any kind, and not made of what is guessed first. Common words, the product's name and the person's
/// own names count for nothing; at least eight other characters, five of them different, must remain. No rule asks for digits or signs.
/// </summary>
public sealed class PasswordRules : IPasswordValidator<StaffMember>
{
    public const int Shortest = 15;
    public const int Longest = 256;
    const int LeastRemaining = 8;
    const int LeastDifferent = 5;

    static readonly string[] Common = Read("common-passwords.txt");

    public Task<IdentityResult> ValidateAsync(UserManager<StaffMember> manager, StaffMember user, string? password) =>
        Task.FromResult(Refusal(password ?? "", NamesOf(user)) is { } why
            ? IdentityResult.Failed(new IdentityError { Code = nameof(PasswordRules), Description = why })
            : IdentityResult.Success);

    /// <summary>Why this password cannot be taken, or null.</summary>
    /// <param name="names">Names of the person, which do not count.</param>
    public static string? Refusal(string password, IEnumerable<string> names)
    {
        if (password.Length < Shortest)
        {
            return $"A password has at least {Shortest} characters. Three or four unrelated words are easy to remember.";
        }

        if (password.Length > Longest)
        {
            return $"A password has at most {Longest} characters.";
        }

        var rest = Remaining(password, names);
        return rest.Length < LeastRemaining || rest.Distinct().Count() < LeastDifferent
            ? "This password is made of words, names or rows of keys that are guessed first. Choose less common words."
            : null;
    }

    static string Remaining(string password, IEnumerable<string> names)
    {
        var rest = password.ToLowerInvariant();
        foreach (var word in Common.Concat(names.Select(name => name.ToLowerInvariant())).OrderByDescending(word => word.Length))
        {
            rest = rest.Replace(word, "", StringComparison.Ordinal);
        }

        return string.Concat(rest.Where(char.IsLetterOrDigit));
    }

    static IEnumerable<string> NamesOf(StaffMember person) =>
        $"{person.UserName} {person.DisplayName} {person.Email}".Split([' ', '.', '@', '-', '_', ','], StringSplitOptions.RemoveEmptyEntries)
            .Where(name => name.Length > 2);

    static string[] Read(string file)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(typeof(PasswordRules), file)
            ?? throw new InvalidOperationException($"{file} is not embedded.");
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] != '#')];
    }
}
