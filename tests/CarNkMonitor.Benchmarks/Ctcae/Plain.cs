using CarNkMonitor.Grading.Ctcae;

namespace CarNkMonitor.Benchmarks.Ctcae;

/// <summary>
/// What somebody would write by hand for known inputs: the unit decides the limits, then a chain of ifs, then one object. No range, no bound, no
/// reason. The yardstick of the benchmarks, never used for grading.
/// </summary>
public sealed record Plain(string Criteria, LabInputs Inputs, int Low, int High)
{
    const string Edition = Ctcae5.Criteria;

    public static Plain Neutrophils(LabInputs lab)
    {
        var (value, factor) = (lab.Value!.Value.Value, Factor(lab.Unit));
        if (factor == 0)
        {
            return new(Edition, lab, -1, -1);
        }

        if (value < 0.5m * factor)
        {
            return new(Edition, lab, 4, 4);
        }

        if (value < 1.0m * factor)
        {
            return new(Edition, lab, 3, 3);
        }

        if (value < 1.5m * factor)
        {
            return new(Edition, lab, 2, 2);
        }

        return lab.Lln is not { } lln ? new(Edition, lab, 0, 1) : value < lln ? new(Edition, lab, 1, 1) : new(Edition, lab, 0, 0);
    }

    public static Plain Aminotransferase(LabInputs lab)
    {
        if (lab.Unit is not ("U/L" or "ukat/L") || lab.Uln is not { } uln)
        {
            return new(Edition, lab, -1, -1);
        }

        var (value, wasHigh) = (lab.Value!.Value.Value, lab.BaselineIsHigh == true);
        var limit = wasHigh ? lab.Baseline!.Value.Value : uln;
        if (value > 20 * limit)
        {
            return new(Edition, lab, 4, 4);
        }

        if (value > 5 * limit)
        {
            return new(Edition, lab, 3, 3);
        }

        if (value > 3 * limit)
        {
            return new(Edition, lab, 2, 2);
        }

        return (wasHigh ? value >= 1.5m * limit : value > limit) ? new(Edition, lab, 1, 1) : new(Edition, lab, 0, 0);
    }

    public static Plain Creatinine(LabInputs lab)
    {
        if (lab.Unit is not ("mg/dL" or "umol/L") || lab.Uln is not { } uln || lab.Baseline is not { } baseline)
        {
            return new(Edition, lab, -1, -1);
        }

        var value = lab.Value!.Value.Value;
        if (value > 6 * uln)
        {
            return new(Edition, lab, 4, 4);
        }

        if (value > 3 * uln || value > 3 * baseline.Value)
        {
            return new(Edition, lab, 3, 3);
        }

        if (value > 1.5m * uln || value > 1.5m * baseline.Value)
        {
            return new(Edition, lab, 2, 2);
        }

        return value > uln ? new(Edition, lab, 1, 1) : new(Edition, lab, 0, 0);
    }

    public static Plain Fibrinogen(LabInputs lab)
    {
        if (lab.Unit is not ("g/L" or "mg/dL") || lab.Lln is not { } lln || lab.Baseline is not { } baseline)
        {
            return new(Edition, lab, -1, -1);
        }

        var value = lab.Value!.Value.Value;
        var isLow = value < lln;
        if (value < (lab.Unit == "g/L" ? 0.5m : 50m) || value < 0.25m * lln || (isLow && value <= 0.25m * baseline.Value))
        {
            return new(Edition, lab, 4, 4);
        }

        if (value < 0.5m * lln || (isLow && value <= 0.5m * baseline.Value))
        {
            return new(Edition, lab, 3, 3);
        }

        if (value < 0.75m * lln || (isLow && value <= 0.75m * baseline.Value))
        {
            return new(Edition, lab, 2, 2);
        }

        return isLow ? new(Edition, lab, 1, 1) : new(Edition, lab, 0, 0);
    }

    static decimal Factor(string? unit) => unit switch
    {
        "10*9/L" or "10*3/uL" or "10*6/mL" or "/nL" => 1,
        "10*6/L" or "/uL" or "10*3/mL" => 1000,
        _ => 0,
    };
}
