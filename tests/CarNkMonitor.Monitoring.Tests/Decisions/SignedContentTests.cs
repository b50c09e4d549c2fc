using CarNkMonitor.Grading;
using CarNkMonitor.Monitoring.Decisions;
using CarNkMonitor.Monitoring.Toxicity;

namespace CarNkMonitor.Monitoring.Tests.Decisions;

public class SignedContentTests
{
    static readonly DateTime At = new(2026, 3, 5, 12, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void What_was_signed_is_intact_and_its_hash_has_64_digits()
    {
        var (assessment, grade) = Pair();
        Assert.True(SignedContent.IsIntact(grade, assessment));
        Assert.Matches("^[0-9a-f]{64}$", grade.ContentHash);
    }

    public static TheoryData<string, Func<InvestigatorGrade, InvestigatorGrade>> ChangedGrades => new()
    {
        { "grade", grade => Copy(grade, value: 3) },
        { "name", grade => Copy(grade, name: "Dr Else") },
        { "reason", grade => Copy(grade, reason: "another") },
        { "time", grade => Copy(grade, at: At.AddSeconds(1)) },
        { "meaning", grade => Copy(grade, meaning: SignatureMeaning.Confirmed) },
    };

    [Theory, MemberData(nameof(ChangedGrades), DisableDiscoveryEnumeration = true)]
    public void Any_change_of_the_decision_breaks_it(string field, Func<InvestigatorGrade, InvestigatorGrade> change)
    {
        var (assessment, grade) = Pair();
        Assert.False(SignedContent.IsIntact(change(grade), assessment), field);
    }

    [Fact]
    public void Any_change_of_the_calculated_result_breaks_it()
    {
        var (assessment, grade) = Pair();
        Assert.False(SignedContent.IsIntact(grade, Calculated(assessment.Id, low: 1)));
        Assert.False(SignedContent.IsIntact(grade, Calculated(assessment.Id, json: "{\"sentence\":\"another\"}")));
        Assert.False(SignedContent.IsIntact(grade, Calculated(Guid.NewGuid())));
        Assert.True(SignedContent.IsIntact(grade, Calculated(assessment.Id)));
    }

    [Theory]
    [InlineData(1, null, null, "")]
    [InlineData(2, null, null, "")]
    [InlineData(null, null, null, "Grade")]
    [InlineData(5, null, null, "Grade")]
    [InlineData(-1, null, null, "Grade")]
    [InlineData(0, null, "fever of infection", "ReasonCode")]
    [InlineData(3, OverrideReason.SeenAtTheBedside, " ", "Reason")]
    [InlineData(3, OverrideReason.SeenAtTheBedside, "needs 8 L/min", "")]
    public void A_grade_outside_the_calculated_range_needs_a_reason_from_the_list_and_in_words(int? grade, OverrideReason? code, string? reason, string field)
    {
        var refusal = GradeEntryRules.Refusal(new GradeEntry(Guid.NewGuid(), Guid.NewGuid(), grade, code, reason, "x"), Calculated(Guid.NewGuid(), low: 1, json: Json(scale: 4)));
        Assert.Equal(field, refusal?.Field ?? "");
    }

    [Fact]
    public void Only_a_current_grade_of_an_adverse_event_can_be_signed()
    {
        var entry = new GradeEntry(Guid.NewGuid(), Guid.NewGuid(), 2, null, null, "x");
        Assert.Equal(DecisionRefusal.MovedOn, GradeEntryRules.Refusal(entry, Calculated(Guid.NewGuid(), isCurrent: false))!.Refusal);
        Assert.NotNull(GradeEntryRules.Refusal(entry, Calculated(Guid.NewGuid(), criteria: "NEWS2-2017")));
        Assert.NotNull(GradeEntryRules.Refusal(entry, Calculated(Guid.NewGuid(), low: null)));
        Assert.Null(GradeEntryRules.Refusal(entry, Calculated(Guid.NewGuid())));
    }

    static (Assessment, InvestigatorGrade) Pair()
    {
        var assessment = Calculated(Guid.NewGuid());
        var unsigned = new InvestigatorGrade
        {
            SubmissionId = Guid.NewGuid(), SubjectId = Guid.Empty, AssessmentId = assessment.Id, Criteria = assessment.Criteria, Part = "", Moment = At, CalculatedLow = 2,
            CalculatedHigh = 2, CalculatedState = GradeState.Determined, Grade = 1, Meaning = SignatureMeaning.Overridden, ReasonCode = OverrideReason.OtherCause,
            Reason = "transfusion", SignedById = Guid.NewGuid(), PrintedName = "Dr Li", SignedAt = At, ContentHash = "",
        };
        return (assessment, Copy(unsigned, hash: SignedContent.HashOf(unsigned, assessment)));
    }

    static InvestigatorGrade Copy(
        InvestigatorGrade of, int? value = null, string? name = null, string? reason = null, DateTime? at = null, SignatureMeaning? meaning = null, string? hash = null) => new()
    {
        Id = of.Id, SubmissionId = of.SubmissionId, SubjectId = of.SubjectId, AssessmentId = of.AssessmentId, Criteria = of.Criteria, Part = of.Part, Moment = of.Moment,
        CalculatedLow = of.CalculatedLow, CalculatedHigh = of.CalculatedHigh, CalculatedState = of.CalculatedState, Grade = value ?? of.Grade,
        Meaning = meaning ?? of.Meaning, ReasonCode = of.ReasonCode, Reason = reason ?? of.Reason, SignedById = of.SignedById, PrintedName = name ?? of.PrintedName,
        SignedAt = at ?? of.SignedAt, ContentHash = hash ?? of.ContentHash,
    };

    static Assessment Calculated(Guid id, int? low = 2, string? json = null, bool isCurrent = true, string criteria = "ASTCT-CRS-2019") => new()
    {
        Id = id, SubjectId = Guid.Empty, Criteria = criteria, Part = "", Moment = At, Version = 1, IsCurrent = isCurrent, Low = low, High = low is null ? null : 2,
        State = GradeState.Determined, Episode = 1, SettingsVersion = 1, ResultJson = json ?? Json(scale: 5), AssessedAt = At,
    };

    static string Json(int scale) => $$"""{"criteria":"ASTCT-CRS-2019","scale":{{scale}},"low":2,"high":2,"state":"Determined","drivers":[],"flags":[],"missing":[],"sentence":"CRS grade 2."}""";
}
