using System.Text.RegularExpressions;
using CarNkMonitor.Grading;
using CarNkMonitor.Monitoring.Observations;

namespace CarNkMonitor.Monitoring.Toxicity;

/// <summary>Words for a grade that changed after the fact, pure.</summary>
static partial class ChangeSentence
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
        var old = cause.SupersedesId is { } id ? superseded.GetValueOrDefault(id) : null;
        var was = old is null ? name : $"{name} {StandingValues.ValueOf(old)}";
        return old is not null && IsCountersigned(cause, old) ? $"{name} {StandingValues.ValueOf(cause)}{Countersigned}"
            : cause.SupersedesId is null ? $"{name} {StandingValues.ValueOf(cause)} was recorded later"
            : cause.IsWithdrawal ? $"{was} was withdrawn"
            : $"{was} was amended to {StandingValues.ValueOf(cause)}";
    }

    /// <summary>A stored change for everybody: the grades as they were noted, and of the entries that brought it only what holds now.</summary>
    /// <param name="causes">In their order, without their values.</param>
    /// <param name="standing">Those of them that hold now, by id.</param>
    public static string Told(AssessmentChange change, IReadOnlyList<ChangeCause> causes, IReadOnlyDictionary<Guid, Observation> standing)
    {
        var (grades, more) = (change.Sentence.Split(" because ")[0], MoreEntries().Match(change.Sentence).Value);
        return causes.Count == 0 ? grades : $"{grades} because {string.Join(" and ", causes.Take(Named).Select(cause => Cause(change, cause, standing)))}{more}";
    }

    static string Cause(AssessmentChange change, ChangeCause cause, IReadOnlyDictionary<Guid, Observation> standing)
    {
        var (name, value) = (ObservationCatalog.Default[cause.Code].Display, standing.TryGetValue(cause.Id, out var row) ? $" {StandingValues.ValueOf(row)}" : null);
        return value is not null && change.Sentence.Contains($"{name}{value}{Countersigned}", StringComparison.Ordinal) ? $"{name}{value}{Countersigned}"
            : cause.IsWithdrawal ? $"{name} was withdrawn"
            : !cause.Supersedes ? $"{name}{value} was recorded later"
            : value is null ? $"{name} was amended" : $"{name} was amended to{value}";
    }

    const string Countersigned = " was countersigned";

    /// <summary>The same statement in other hands: nothing about it was wrong.</summary>
    static bool IsCountersigned(Observation cause, Observation old) =>
        RecordPermission.IsAttribution(cause.Code) && old.IsProvisional && !cause.IsProvisional && !cause.IsWithdrawal && cause.Coded == old.Coded;

    [GeneratedRegex(" and [0-9]+ more entries changed$")]
    private static partial Regex MoreEntries();

    static string Level(Assessment? one) => one is null ? "nothing" : ToxicityNow.Of(one).Level ?? one.State switch
    {
        GradeState.NotAssessed => "not assessed",
        GradeState.NotApplicable => "not applicable",
        GradeState.WrongInstrument => "wrong instrument",
        GradeState.NotComputed => "not computed",
        GradeState.Determined or GradeState.CannotExclude => "no level",
    };
}
