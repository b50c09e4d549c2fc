namespace CarNkMonitor.Grading.Cytopenia;

/// <summary>Neutrophil counts of a course to early and late ICAHT: days and runs (2.3), then the printed table.</summary>
public static class IcahtGrader
{
    /// <summary>Early ICAHT, days 0 to 30. Flag INTERIM while the window is open.</summary>
    /// <returns>
    /// NOT_APPLICABLE when the course ends before day 0; NOT_COMPUTED when none of the days has a count. A range only where a count is known as
    /// a bound that leaves a limit open.
    /// </returns>
    public static GradeResult Early(IcahtInputs inputs)
    {
        if (inputs.EndDay < 0)
        {
            return EarlyIcahtExplainer.One.Result(inputs, GradeState.NotApplicable);
        }

        var days = EarlyNeutropenia.Of(inputs);
        if (days.MeasuredDays == 0)
        {
            return EarlyIcahtExplainer.One.Result(inputs, GradeState.NotComputed);
        }

        var low = Grade(days);
        return EarlyIcahtExplainer.One.Result(inputs, low, days.HasBounds ? Grade(EarlyNeutropenia.Of(inputs, Days.Reading.Lowest)) : low);
    }

    /// <summary>Late ICAHT, days 31 to 100. Flag CONFIRMED when two days are at or below the limit of the grade.</summary>
    /// <returns>
    /// NOT_APPLICABLE when the course ends before day 31; NOT_COMPUTED when none of the days has a count. A range only where a count is known as
    /// a bound that leaves a limit open.
    /// </returns>
    public static GradeResult Late(IcahtInputs inputs)
    {
        if (inputs.EndDay <= Icaht.LastEarlyDay)
        {
            return LateIcahtExplainer.One.Result(inputs, GradeState.NotApplicable);
        }

        var days = LateNeutropenia.Of(inputs);
        if (days.MeasuredDays == 0)
        {
            return LateIcahtExplainer.One.Result(inputs, GradeState.NotComputed);
        }

        var low = Grade(days);
        return LateIcahtExplainer.One.Result(inputs, low, days.HasBounds ? Grade(LateNeutropenia.Of(inputs, Days.Reading.Lowest)) : low);
    }

    /// <summary>No neutrophil count has been recorded since the infusion; set by the caller.</summary>
    public static readonly GradeResult NotAssessed = EarlyIcahtExplainer.One.NotAssessed();

    static int Grade(EarlyNeutropenia days) => (int)Icaht.Early(days.SevereDays, days.ProfoundDays);

    static int Grade(LateNeutropenia days) => (int)Icaht.Late(days.Neutrophils);
}
