using CarNkMonitor.Grading.Courses;
using CarNkMonitor.Grading.Crs;

namespace CarNkMonitor.Grading.IecHs;

/// <summary>Common criterion 1 from the course of CRS: the first line of the table of specification 3.3 that holds.</summary>
static class IecHsTimingOfCourse
{
    static readonly string[] Doses = [CrsCodes.Tocilizumab, CrsCodes.Steroid, CrsCodes.Anticytokine];

    public static IecHsTiming? At(SubjectRecord record, ToxicityHistory history, DateTime moment)
    {
        if (record.InfusionAt(moment) is not { } infusion || history.Crs(infusion, moment).ToArray() is not { Length: > 0 } gradings)
        {
            return null;
        }

        var (now, highest) = (gradings[^1], gradings.Max(one => one.Result.Low!.Value));
        return gradings.All(one => one.Result.High == 0) ? IecHsTiming.NoCrsDocumented
            : highest == 0 ? null
            : Doses.SelectMany(code => record.Between(code, infusion.AddTicks(-1), moment).ToArray()).Any(dose => Rebounds(gradings, dose.ObservedAt))
                ? IecHsTiming.WorseningAfterImprovement
            : now.Result.Low < highest || now.OnsetAt is null ? IecHsTiming.ResolvingOrResolvedCrs
            : IecHsTiming.DuringInitialCrs;
    }

    /// <summary>Given in an episode of CRS; afterwards the lower bound fell, and now it is above its lowest since.</summary>
    static bool Rebounds(CrsAssessment[] gradings, DateTime dose)
    {
        if (Array.FindLast(gradings, one => one.Moment <= dose) is not { OnsetAt: not null } at)
        {
            return false;
        }

        var lowest = gradings.Where(one => one.Moment > dose).Select(one => one.Result.Low!.Value).DefaultIfEmpty(int.MaxValue).Min();
        return lowest < at.Result.Low && gradings[^1].Result.Low > lowest;
    }
}
