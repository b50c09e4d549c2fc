using CarNkMonitor.Grading.Cytopenia.Days;
using CarNkMonitor.Grading.Explanations;

namespace CarNkMonitor.Grading.Cytopenia;

/// <summary>What a result of the expected window says of itself.</summary>
sealed class CytopeniaExplainer() : Explainer<CytopeniaInputs>(CnkCytopenia.Criteria, CnkCytopenia.Words)
{
    public static readonly CytopeniaExplainer One = new();

    protected override Sentence NotAssessedSentence => CytopeniaSentence.NotAssessed;

    protected override Sentence Sentence(CytopeniaInputs inputs, GradeResult result) => CytopeniaSentence.Of(inputs, result);

    protected override IEnumerable<string> Flags(CytopeniaInputs inputs, GradeResult result)
    {
        if (inputs.EarlyGrade?.Low >= inputs.Limits.ExceedingGrade)
        {
            yield return CytopeniaFlag.ExceedsExpectedDepth;
        }

        if (result.Low is null)
        {
            yield break;
        }

        if (inputs.Baseline is null)
        {
            yield return CytopeniaFlag.BaselineAssumedNormal;
        }

        if (inputs.Lineage == BloodLineage.Neutrophils && NadirDay(inputs) > inputs.Limits.LateNadirAfterDay)
        {
            yield return CytopeniaFlag.LateNadir;
        }

        var courses = CytopeniaCourse.AllOf(inputs);
        if (courses.All(course => course.Category == CytopeniaCategory.ExpectedResolved && course.RecoveryDay > inputs.Limits.LastExpectedDay))
        {
            yield return CytopeniaFlag.RecoveryFirstSeenLate;
        }

        if (courses.All(course => course.IsConfirmed == true))
        {
            yield return CytopeniaFlag.Confirmed;
        }
    }

    /// <summary>Every low count and the two counts that show the recovery; without a low count, the lowest.</summary>
    protected override IEnumerable<Driver> Drivers(CytopeniaInputs inputs, GradeResult result)
    {
        var read = CountDrivers.Daily(Read(inputs)).ToArray();
        var limit = inputs.Limits.LowBelow(inputs.Lineage);
        var recovery = CytopeniaCourse.AllOf(inputs).Select(course => course.RecoveryDay).FirstOrDefault(day => day is not null);
        var shown = read.Where(count => DailyCount.Of(count).Lowest < limit || count.Day == recovery || count.Day == NextAfter(read, recovery));
        return CountDrivers.Of(inputs.Lineage.Code(), inputs.Lineage.Unit(), shown.Any() ? shown : CountDrivers.Lowest(read, 1));
    }

    protected override IReadOnlyList<MissingInput> Missing(CytopeniaInputs inputs, GradeResult result) =>
        result.State == GradeState.NotComputed ? CytopeniaMissing.Of(inputs) : [];

    static IEnumerable<DayValue> Read(CytopeniaInputs inputs) =>
        inputs.Counts.Where(count => count.Day >= inputs.ConditioningDay && count.Day <= inputs.EvaluationDay);

    /// <summary>Of equally low days the first.</summary>
    static int NadirDay(CytopeniaInputs inputs) => CountDrivers.Lowest(Read(inputs), 1).Single().Day;

    static int? NextAfter(DayValue[] read, int? day) => day is null ? null : read.First(count => count.Day > day).Day;
}
