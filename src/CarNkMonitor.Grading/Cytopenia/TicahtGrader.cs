using CarNkMonitor.Grading.Cytopenia.Days;

namespace CarNkMonitor.Grading.Cytopenia;

/// <summary>Platelet counts of a course to early T-ICAHT: days added up (2.4), then the printed table.</summary>
public static class TicahtGrader
{
    /// <summary>Early T-ICAHT, days 0 to 30. Flag INTERIM while the window is open.</summary>
    /// <returns>
    /// NOT_APPLICABLE when the course ends before day 0; NOT_COMPUTED when none of the days has a count. A range only where a count is known as
    /// a bound that leaves a limit open.
    /// </returns>
    public static GradeResult Early(TicahtInputs inputs)
    {
        if (inputs.EndDay < 0)
        {
            return TicahtExplainer.One.Result(inputs, GradeState.NotApplicable);
        }

        var days = EarlyThrombocytopenia.Of(inputs);
        if (days.MeasuredDays == 0)
        {
            return TicahtExplainer.One.Result(inputs, GradeState.NotComputed);
        }

        var low = Grade(days);
        return TicahtExplainer.One.Result(inputs, low, days.HasBounds ? Grade(EarlyThrombocytopenia.Of(inputs, Reading.Lowest)) : low);
    }

    /// <summary>No platelet count has been recorded since the infusion; set by the caller.</summary>
    public static readonly GradeResult NotAssessed = TicahtExplainer.One.NotAssessed();

    static int Grade(EarlyThrombocytopenia days) => (int)Ticaht.Early(days.LowDays, days.VeryLowDays);
}
