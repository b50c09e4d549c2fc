namespace CarNkMonitor.Grading.IecHs;

/// <summary>Facts of one moment to the IEC-HS grade.</summary>
public static class IecHsGrader
{
    /// <summary>Nothing that IEC-HS reads was recorded since the most recent infusion (specification 0.3 item 7): no levels. Set by the caller.</summary>
    public static readonly GradeResult NotAssessed = IecHsGradeExplainer.One.NotAssessed();

    /// <summary>Grade 1 to 5, by the highest event.</summary>
    /// <returns>NOT_APPLICABLE without levels unless the pattern is MET for sure or a physician has confirmed the diagnosis.</returns>
    public static GradeResult Grade(IecHsInputs inputs)
    {
        if (!inputs.IsConfirmed && IecHsFindings.Of(inputs).Classes.Low < (int)IecHsClass.Met)
        {
            return IecHsGradeExplainer.One.Result(inputs, GradeState.NotApplicable);
        }

        var range = RangeOf(inputs);
        return IecHsGradeExplainer.One.Result(inputs, (int)range.Low, (int)range.High);
    }

    static GradeRange RangeOf(IecHsInputs inputs)
    {
        var grade = IecHsSeverity.Grade(inputs.Events);
        return inputs.Death is not { } cause ? GradeRange.Of(grade) : cause switch
        {
            IecHsDeath.IecHs => GradeRange.Of(ToxicityGrade.Grade5),
            IecHsDeath.Unknown => new GradeRange(grade, ToxicityGrade.Grade5),
            IecHsDeath.Other => GradeRange.Of(grade),
        };
    }
}
