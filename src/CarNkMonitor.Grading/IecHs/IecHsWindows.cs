using CarNkMonitor.Grading.Courses;
using CarNkMonitor.Grading.Crs;
using CarNkMonitor.Grading.Cytopenia;
using CarNkMonitor.Grading.Facts;
using CarNkMonitor.Grading.Hlh;

namespace CarNkMonitor.Grading.IecHs;

/// <summary>What a record says at one moment: the window of 72 h and the derived inputs of specification 3.3.</summary>
static class IecHsWindows
{
    const decimal FeverFrom = 38.0m;

    /// <summary>Everything the pattern reads; the events of the grade are added by the course.</summary>
    public static IecHsInputs At(SubjectRecord record, ToxicityHistory history, CytopeniaLimits limits, DateTime moment)
    {
        Fact? Highest(string code) => record.Highest(code, moment, CourseTimes.ThreeDays);
        var (ferritin, ast, alt) = (Highest(HlhCodes.Ferritin), Highest(HlhCodes.Ast), Highest(HlhCodes.Alt));
        var fibrinogen = record.Lowest(HlhCodes.Fibrinogen, moment, CourseTimes.ThreeDays);
        var lipids = Highest(HlhCodes.Triglycerides);
        return new IecHsInputs
        {
            Ferritin = ferritin?.Measured,
            FerritinUln = Uln(record, ferritin),
            FerritinBaseline = record.Baseline(HlhCodes.Ferritin)?.Measured,
            FerritinRapidRise = record.Latest(IecHsCodes.RapidRise, moment, CourseTimes.ThreeDays)?.Flag,
            Timing = IecHsTimingOfCourse.At(record, history, moment),
            Ast = ast?.Measured,
            AstUln = Uln(record, ast),
            AstBaseline = record.Baseline(HlhCodes.Ast)?.Measured,
            Alt = alt?.Measured,
            AltUln = Uln(record, alt),
            AltBaseline = record.Baseline(HlhCodes.Alt)?.Measured,
            Fibrinogen = fibrinogen?.Measured,
            FibrinogenLln = fibrinogen is null ? null : Laboratory.Limits(record.Subject, fibrinogen).Lower,
            Hemophagocytosis = record.Hemophagocytosis(moment),
            Neutrophils = record.Min(HlhCodes.Neutrophils, moment),
            Platelets = record.Min(HlhCodes.Platelets, moment),
            CytopeniaCourse = CytopeniaOfCourse.At(record, limits, moment),
            LdhAboveUln = AboveUln(record, IecHsCodes.Ldh, moment),
            PtOrApttProlonged = ClottingIsProlonged(record, moment),
            DirectHyperbilirubinemia = AboveUln(record, IecHsCodes.DirectBilirubin, moment),
            NewSplenomegaly = NewSplenomegaly(record, moment),
            NewOrPersistentFever = Fever(record, moment),
            Neurotoxicity = Neurotoxicity(history, moment),
            PulmonaryManifestation = record.Latest(IecHsCodes.PulmonaryManifestation, moment, CourseTimes.ThreeDays)?.Flag,
            NewRenalInsufficiency = record.Latest(IecHsCodes.RenalInsufficiency, moment, CourseTimes.ThreeDays)?.Flag,
            Triglycerides = Laboratory.Triglycerides(lipids),
            TriglyceridesFasting = Laboratory.IsFasting(record, lipids),
            AlternativeSoleCause = record.Said(IecHsCodes.AlternativeSoleCause, moment),
        };
    }

    static decimal? Uln(SubjectRecord record, Fact? fact) => fact is null ? null : Laboratory.Limits(record.Subject, fact).Upper;

    static bool? AboveUln(SubjectRecord record, string code, DateTime moment) =>
        record.Highest(code, moment, CourseTimes.ThreeDays) is { } highest ? Laboratory.IsAboveUln(record.Subject, highest) : null;

    /// <summary>True if any value is prolonged; false only when aPTT and one of PT and INR are known and none is.</summary>
    static bool? ClottingIsProlonged(SubjectRecord record, DateTime moment)
    {
        var (pt, inr, aptt) = (AnyAboveUln(record, "pt", moment), AnyAboveUln(record, "inr", moment), AnyAboveUln(record, "aptt", moment));
        return pt == true || inr == true || aptt == true ? true : aptt == false && (pt ?? inr) == false && (inr ?? pt) == false ? false : null;
    }

    static bool? AnyAboveUln(SubjectRecord record, string code, DateTime moment)
    {
        var values = record.Window(code, moment, CourseTimes.ThreeDays);
        bool? any = values.Length == 0 ? null : false;
        foreach (var value in values)
        {
            any |= Laboratory.IsAboveUln(record.Subject, value);
        }

        return any;
    }

    /// <summary>Enlarged now and not enlarged before the infusion.</summary>
    static bool? NewSplenomegaly(SubjectRecord record, DateTime moment)
    {
        var now = record.Said(HlhCodes.Splenomegaly, moment);
        var before = record.InfusionAt(moment) is { } infusion ? record.Standing(HlhCodes.Splenomegaly, infusion.AddTicks(-1))?.Flag : null;
        return now & !before;
    }

    /// <summary>A fever that no statement explains. One that only a proposal explains, which nobody has countersigned, is unknown.</summary>
    static bool? Fever(SubjectRecord record, DateTime moment)
    {
        var readings = record.Window(HlhCodes.Temperature, moment, CourseTimes.ThreeDays);
        bool? fever = readings.Length == 0 ? null : false;
        var temperatures = record.SinceFirstInfusion(HlhCodes.Temperature);
        var (ends, afebrile) = (FindingEpisodes.FeverEnds(temperatures), FindingEpisodes.Afebrile(temperatures));
        var all = new Attributions(record.All(CrsCodes.FeverAttribution), ends, afebrile);
        var signed = all with { Entries = [.. all.Entries.Where(entry => !Attributions.IsProvisionalOtherCause(entry))] };
        foreach (var reading in readings)
        {
            var isHot = reading.Measured.IsAtLeast(FeverFrom);
            fever |= signed.Explains(reading.ObservedAt, moment) ? false : all.Explains(reading.ObservedAt, moment) ? isHot == false ? false : null : isHot;
        }

        return fever;
    }

    /// <summary>ICANS of at least 1 at any grading of 72 h; false when it was certainly 0 at all of them.</summary>
    static bool? Neurotoxicity(ToxicityHistory history, DateTime moment)
    {
        var gradings = history.Icans(moment - CourseTimes.ThreeDays, moment).ToArray();
        return gradings.Any(one => one.Result.Low >= 1) ? true : gradings.Length > 0 && gradings.All(one => one.Result.High == 0) ? false : null;
    }
}
