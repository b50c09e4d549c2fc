using System.Net.Sockets;
using CarNkMonitor.Monitoring.Alerts;
using CarNkMonitor.Web.Data;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using Npgsql;

namespace CarNkMonitor.Web.Verbs;

/// <summary>Says in plain words what an operator can do about a program that cannot start. Never repeats a connection string.</summary>
public static class StartTrouble
{
    /// <summary>A sentence, or null when the error is not the database's or the configuration's.</summary>
    public static string? Explain(Exception error) => error switch
    {
        ConfigurationException => error.Message,
        TextTooLongException => $"{error.Message} Telephony:PublicBaseUrl is too long for a text; use a shorter host name.",
        OptionsValidationException wrong => string.Join(Environment.NewLine, wrong.Failures),
        PostgresException refused => $"PostgreSQL refused: {refused.MessageText} ({refused.SqlState}). Check ConnectionStrings__Monitor.",
        NpgsqlException or SocketException =>
            $"The PostgreSQL database cannot be reached: {error.Message} Check that it runs, and ConnectionStrings__Monitor.",
        IOException or UnauthorizedAccessException => error.Message,
        SqliteException => $"The SQLite file cannot be used: {error.Message} Check Database__File and the rights on its folder.",
        _ => error.InnerException is { } inner ? Explain(inner) : null,
    };
}
