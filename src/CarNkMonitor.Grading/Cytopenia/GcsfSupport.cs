using CarNkMonitor.Grading.Cytopenia.Days;
using CarNkMonitor.Grading.Facts;

namespace CarNkMonitor.Grading.Cytopenia;

/// <summary>Whether a recovery may be the work of a growth factor (specification 2.3, G-CSF). It never changes the grade.</summary>
static class GcsfSupport
{
    /// <summary>
    /// True when the first measured count after a run at or below 500/µL is above 500/µL and falls within 3 days after filgrastim or
    /// lenograstim, or 14 days after pegfilgrastim or another agent; the day of the dose and the last of these days are included.
    /// </summary>
    public static bool Of(IcahtInputs inputs, EarlyNeutropenia early)
    {
        foreach (var run in early.Severe.Joined)
        {
            if (inputs.GcsfDoses.Count > 0 && EndingDay(inputs, run) is { } day && inputs.GcsfDoses.Any(dose => dose.Supports(day)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Null when no later count exists, or when the run ended in a gap without counts and the next one is low again.</summary>
    static int? EndingDay(IcahtInputs inputs, DayRun run)
    {
        var next = inputs.Counts.Where(count => count.Day > run.To && count.Day <= inputs.EndDay).GroupBy(count => count.Day).MinBy(day => day.Key);
        return next?.All(count => count.Value.IsAbove(Icaht.Severe) == true) == true ? next.Key : null;
    }
}
