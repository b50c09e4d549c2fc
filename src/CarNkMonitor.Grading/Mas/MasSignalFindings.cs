using CarNkMonitor.Grading.Facts;

namespace CarNkMonitor.Grading.Mas;

/// <summary>Facts to the components of the signal; null is unknown.</summary>
static class MasSignalFindings
{
    /// <summary>A: persistent or recrudescent high fever. No fever is only known when nothing masks it.</summary>
    public static bool? Fever(MasSignalInputs inputs)
    {
        var isPersistent = inputs.FeverWindows is { } windows ? windows >= inputs.Thresholds.FeverWindowsFrom : (bool?)null;
        var fever = isPersistent | inputs.FeverIsRecrudescent;
        return fever == false && inputs.FeverMayBeMasked != false ? null : fever;
    }

    /// <summary>B as the rows of the table that are left.</summary>
    public static Possible<MasFerritin> Ferritin(MasSignalInputs inputs)
    {
        var (strong, weaker) = (Strong(inputs), Moderate(inputs) | Rapid(inputs));
        return strong == true ? MasFerritin.Strong
            : strong == false ? Weaker(weaker)
            : Weaker(weaker).Or(MasFerritin.Strong);
    }

    static Possible<MasFerritin> Weaker(bool? moderateOrRapid) => moderateOrRapid switch
    {
        true => MasFerritin.ModerateOrRapid,
        false => MasFerritin.Neither,
        null => Possible.Of(MasFerritin.Neither, MasFerritin.ModerateOrRapid),
    };

    public static bool? Strong(MasSignalInputs inputs) => inputs.Ferritin?.IsAtLeast(inputs.Thresholds.FerritinStrongFrom);

    public static bool? Moderate(MasSignalInputs inputs) =>
        inputs.Ferritin?.IsAtLeast(inputs.Thresholds.FerritinModerateFrom)
        & (inputs.FerritinBaseline is { } baseline ? inputs.Ferritin?.IsAbove(inputs.Thresholds.FerritinAboveBaseline, baseline) : null);

    public static bool? Rapid(MasSignalInputs inputs) =>
        inputs.Ferritin?.IsAtLeast(inputs.Thresholds.FerritinRapidFrom)
        & (inputs.FerritinIntervalHours is { } hours ? IsWithin(hours, inputs.Thresholds) & Doubles(inputs, hours) : MayDouble(inputs));

    static bool? IsWithin(decimal hours, MasThresholds limits) => hours >= limits.RapidIntervalFromHours && hours <= limits.RapidIntervalUpToHours;

    /// <summary>With an unknown interval: what has not doubled fast enough over the shortest one has not over any.</summary>
    static bool? MayDouble(MasSignalInputs inputs) => Doubles(inputs, inputs.Thresholds.RapidIntervalFromHours) == false ? false : null;

    /// <summary>Has it doubled fast enough? Bounds settle it only when they lie on the right side.</summary>
    static bool? Doubles(MasSignalInputs inputs, decimal hours)
    {
        if (inputs.Ferritin is not { } now || inputs.FerritinPrevious is not { } previous)
        {
            return null;
        }

        var speed = DoublingTime.SpeedAgainst(inputs.Thresholds.DoublingTimeUpToHours, now.Value, previous.Value, hours);
        var (mayBeFaster, mayBeSlower) = (
            now.Comparator == Comparator.Above || previous.Comparator == Comparator.Below,
            now.Comparator == Comparator.Below || previous.Comparator == Comparator.Above);
        return speed >= 0 && !mayBeSlower ? true
            : !mayBeFaster && (speed < 0 || (speed == 0 && mayBeSlower)) ? false
            : null;
    }

    /// <summary>C: low counts say nothing while conditioning explains them.</summary>
    public static bool? LowCounts(MasSignalInputs inputs) =>
        (Tally.Of(LowNeutrophils(inputs)) + Tally.Of(LowPlatelets(inputs)) + Tally.Of(Anemia(inputs))).IsAtLeast(inputs.Thresholds.LineagesFrom)
        & (IsBeyondConditioning(inputs) | inputs.SecondFall);

    public static bool? IsBeyondConditioning(MasSignalInputs inputs) =>
        inputs.RecoveryDay is { } day ? day >= inputs.Thresholds.BeyondConditioningFromDay : null;

    public static bool? LowNeutrophils(MasSignalInputs inputs) => inputs.Neutrophils?.IsBelow(inputs.Thresholds.NeutrophilsBelow);

    public static bool? LowPlatelets(MasSignalInputs inputs) => inputs.Platelets?.IsBelow(inputs.Thresholds.PlateletsBelow);

    public static bool? Anemia(MasSignalInputs inputs) => inputs.Hemoglobin?.IsBelow(inputs.Thresholds.HemoglobinBelow);

    /// <summary>D.</summary>
    public static bool? Organ(MasSignalInputs inputs) => LowFibrinogen(inputs) | HighAst(inputs) | HighAlt(inputs) | RaisedTriglycerides(inputs);

    public static bool? LowFibrinogen(MasSignalInputs inputs) => inputs.Fibrinogen?.IsBelow(inputs.Thresholds.FibrinogenBelow);

    public static bool? HighAst(MasSignalInputs inputs) => inputs.AstUln is { } limit ? inputs.Ast?.IsAbove(inputs.Thresholds.TransaminaseAboveUln * limit) : null;

    public static bool? HighAlt(MasSignalInputs inputs) => inputs.AltUln is { } limit ? inputs.Alt?.IsAbove(inputs.Thresholds.TransaminaseAboveUln * limit) : null;

    public static bool? RaisedTriglycerides(MasSignalInputs inputs) => Facts.Triglycerides.RaisedFasting(
        inputs.Triglycerides?.IsAtLeast(inputs.Thresholds.TriglyceridesFromMmolPerL, inputs.Thresholds.TriglyceridesFromMgPerDL), inputs.TriglyceridesFasting);
}
