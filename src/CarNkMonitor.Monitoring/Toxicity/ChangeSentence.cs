using CarNkMonitor.Grading;
using CarNkMonitor.Monitoring.Observations;

namespace CarNkMonitor.Monitoring.Toxicity;

/// <summary>Words for a grade that changed after the fact, pure.</summary>
static class ChangeSentence
{
    /// <summary>So many causes are named; how many more there are is said.</summary>
    const int Named = 2;

    /// <param name="superseded">Values that gave way, by id; without one the sentence says that it was corrected and not what it was: that is for auditors only.</param>
    public static string Of(Assessment before, Assessment? after, IReadOnlyList<Observation> causes, IReadOnlyDictionary<Guid, Observation> superseded)
    {
        var change = $"{TableNames.Of(new TablePart(before.Criteria, before.Part))} {Level(before)} → {Level(after)}";
        var named = causes.Take(Named).Select(cause => Cause(cause, superseded)).ToList();
        return causes.Count == 0 ? change
            : causes.Count > Named ? $"{change} because {string.Join(" and ", named)} and {causes.Count - Named} more entries changed"
            : $"{change} because {string.Join(" and ", named)}";
    }

    static string Cause(Observation cause, IReadOnlyDictionary<Guid, Observation> superseded)
    {
        var name = ObservationCatalog.Default[cause.Code].Display;
        var was = cause.SupersedesId is { } id && superseded.TryGetValue(id, out var old) ? $"{name} {StandingValues.ValueOf(old)}" : name;
        return cause.SupersedesId is null ? $"{name} {StandingValues.ValueOf(cause)} was recorded later"
            : cause.IsWithdrawal ? $"{was} was withdrawn"
            : $"{was} was amended to {StandingValues.ValueOf(cause)}";
    }

    static string Level(Assessment? one) => one is null ? "nothing" : ToxicityNow.Of(one).Level ?? one.State switch
    {
        GradeState.NotAssessed => "not assessed",
        GradeState.NotApplicable => "not applicable",
        GradeState.WrongInstrument => "wrong instrument",
        GradeState.NotComputed => "not computed",
        GradeState.Determined or GradeState.CannotExclude => "no level",
    };
}
