using CarNkMonitor.Grading.Cytopenia.Days;
using CarNkMonitor.Grading.Explanations;

namespace CarNkMonitor.Grading.Cytopenia;

/// <summary>What a recovery phenotype says of itself.</summary>
sealed class PhenotypeExplainer() : Explainer<PhenotypeInputs>(AncPhenotype.Criteria, AncPhenotype.Words)
{
    const decimal Normal = 2000, BelowLow = 600;

    static readonly Sentences Say = new("Cytopenia.PhenotypeSentences");

    public static readonly PhenotypeExplainer One = new();

    protected override Sentence NotAssessedSentence => Say.Say("not_assessed");

    protected override Sentence Sentence(PhenotypeInputs inputs, GradeResult result) => result.State switch
    {
        GradeState.NotApplicable => Say.Say("not_applicable"),
        GradeState.NotComputed => Say.Say("missing", (object)new[] { CytopeniaCodes.Neutrophils }),
        GradeState.CannotExclude => Say.Say("bound"),
        GradeState.Determined or GradeState.WrongInstrument or GradeState.NotAssessed => Say.Say(Key(inputs, (NeutrophilPhenotype)result.Low!), inputs.EndDay),
    };

    protected override IEnumerable<string> Flags(PhenotypeInputs inputs, GradeResult result) => [];

    /// <summary>Aplastic: the counts of the aplastic days. Otherwise every low count and every count after day 21; without a low count, the lowest.</summary>
    protected override IEnumerable<Driver> Drivers(PhenotypeInputs inputs, GradeResult result)
    {
        if (result.Low is null)
        {
            return [];
        }

        var read = Read(inputs);
        var daily = DailyCount.Of(read, 0, AncPhenotype.LastDay, new DailyCount[read.Length]);
        return CountDrivers.OfNeutrophils(
            result.Low == (int)NeutrophilPhenotype.Aplastic ? CountDrivers.Around(PhenotypeGrader.Aplasia(daily, inputs.EndDay, Reading.Highest), read)
            : read.Any(IsLow) ? CountDrivers.Daily(read).Where(count => IsLow(count) || count.Day > AncPhenotype.EarlyUpToDay)
            : CountDrivers.Lowest(read, 1));
    }

    /// <summary>Four courses reach every phenotype that the end day allows (a test tries all others at random).</summary>
    protected override IReadOnlyList<MissingInput> Missing(PhenotypeInputs inputs, GradeResult result) =>
        result.State != GradeState.NotComputed ? [] : [new(CytopeniaCodes.Neutrophils,
        [
            .. from course in Courses(Math.Min(AncPhenotype.LastDay, inputs.EndDay))
               let phenotype = PhenotypeGrader.Grade(inputs with { Counts = course }).Low!.Value
               group phenotype by phenotype into reached
               orderby reached.Key
               select reached.Key,
        ])];

    static IEnumerable<DayValue[]> Courses(int last)
    {
        yield return [new(0, Normal)];
        yield return [new(0, BelowLow)];
        yield return [.. Enumerable.Range(0, last + 1).Select(day => new DayValue(day, 0))];
        yield return [new(0, BelowLow), new(Math.Min(1, last), Normal), new(last, BelowLow)];
    }

    static DayValue[] Read(PhenotypeInputs inputs) =>
        [.. inputs.Counts.Where(count => count.Day >= 0 && count.Day <= Math.Min(AncPhenotype.LastDay, inputs.EndDay))];

    static bool IsLow(DayValue count) => DailyCount.Of(count).Highest < AncPhenotype.Low;

    static string Key(PhenotypeInputs inputs, NeutrophilPhenotype phenotype) => phenotype switch
    {
        NeutrophilPhenotype.Unclassified => inputs.EndDay < AncPhenotype.QuickFromDay ? "too_early" : "unclassified",
        NeutrophilPhenotype.Quick => Read(inputs).Any(IsLow) ? "quick" : "quick_never_low",
        NeutrophilPhenotype.Intermittent => "intermittent",
        NeutrophilPhenotype.Aplastic => "aplastic",
    };
}
