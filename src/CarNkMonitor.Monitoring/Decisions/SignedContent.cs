using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Monitoring.Toxicity;

namespace CarNkMonitor.Monitoring.Decisions;

/// <summary>What a signature is bound to, pure: the decision with who and when, and the whole calculated result that it speaks of.</summary>
public static class SignedContent
{
    /// <summary>SHA-256, 64 small hexadecimal digits, over the canonical UTF-8 JSON of the row and the assessment.</summary>
    public static string HashOf(InvestigatorGrade grade, Assessment assessment) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Canonical(grade, assessment))));

    /// <summary>False when either was changed after it was signed.</summary>
    public static bool IsIntact(InvestigatorGrade grade, Assessment assessment) =>
        grade.AssessmentId == assessment.Id && grade.ContentHash == HashOf(grade, assessment);

    static string Canonical(InvestigatorGrade grade, Assessment assessment) => Json.Write(new object?[]
    {
        grade.Id, grade.SubjectId, grade.Criteria, grade.Part, Utc(grade.Moment), grade.CalculatedLow, grade.CalculatedHigh, grade.CalculatedState,
        grade.Grade, grade.Meaning, grade.ReasonCode, grade.Reason, grade.SignedById, grade.PrintedName, Utc(grade.SignedAt),
        assessment.Id, assessment.SubjectId, assessment.Criteria, assessment.Part, Utc(assessment.Moment), assessment.Version, assessment.Low, assessment.High,
        assessment.State, assessment.Episode, assessment.OnsetAt is { } onset ? Utc(onset) : null, assessment.SettingsVersion, assessment.ResultJson,
    });

    static string Utc(DateTime at) => at.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
