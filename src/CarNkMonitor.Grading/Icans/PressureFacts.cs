using CarNkMonitor.Grading.Courses;
using CarNkMonitor.Grading.Facts;

namespace CarNkMonitor.Grading.Icans;

/// <summary>
/// Oedema and signs of raised pressure as they stand: the latest imaging, the latest set of signs, and the latest papilloedema stage since the most
/// recent infusion; each stands until a later entry says none (specification 2.8).
/// </summary>
static class PressureFacts
{
    public static readonly string[] Codes = [IcansCodes.Edema, IcansCodes.PressureSign, IcansCodes.Papilledema];

    static readonly (string Word, PressureSigns Sign)[] EdemaWords = WordsOf(IcansCodes.Edema);
    static readonly (string Word, PressureSigns Sign)[] SignWords = WordsOf(IcansCodes.PressureSign);

    public static List<Fact> At(SubjectRecord record, DateTime moment)
    {
        var standing = new List<Fact>();
        if (record.SinceInfusion(IcansCodes.Edema, moment, fact => fact.Coded != "not_done") is { } imaging)
        {
            standing.Add(imaging);
        }

        if (record.SinceInfusion(IcansCodes.Papilledema, moment) is { } stage)
        {
            standing.Add(stage);
        }

        if (record.SinceInfusion(IcansCodes.PressureSign, moment) is { } sign)
        {
            standing.AddRange(record.Between(IcansCodes.PressureSign, sign.ObservedAt.AddTicks(-1), sign.ObservedAt));
        }

        return standing;
    }

    public static PressureSigns SignsOf(IEnumerable<Fact> standing) => standing.Aggregate(PressureSigns.None, (all, fact) => all | SignOf(fact));

    static (string Word, PressureSigns Sign)[] WordsOf(string code) =>
        [("none", PressureSigns.None), .. IcansCodes.PressureObservations.Where(one => one.Code == code).Select(one => (one.Word, one.Sign))];

    static PressureSigns SignOf(Fact fact) => fact.Code switch
    {
        IcansCodes.Papilledema => fact.Measured.IsAtLeast(1) == false ? PressureSigns.None : PressureSigns.Papilledema,
        IcansCodes.Edema => Coded.Of(fact, EdemaWords)!.Value,
        _ => Coded.Of(fact, SignWords)!.Value,
    };
}
