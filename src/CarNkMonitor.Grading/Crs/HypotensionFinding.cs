using System.Numerics;

namespace CarNkMonitor.Grading.Crs;

/// <summary>Facts to the second row of the table (specification 1.4).</summary>
static class HypotensionFinding
{
    public static Possible<Hypotension> Of(CrsInputs inputs) =>
        inputs.HypotensionHasOtherCause ? Hypotension.Absent
        : inputs.Vasopressors is not { } agents ? Upwards(Base(inputs).Lowest)
        : OnAgents(agents) ?? Base(inputs);

    /// <summary>What running agents alone say; null when none of them is a vasopressor.</summary>
    public static Hypotension? OnAgents(Vasopressors agents) => BitOperations.PopCount((uint)(agents & Vasopressors.Counted)) switch
    {
        >= 2 => Hypotension.SeveralVasopressors,
        1 => Hypotension.OneVasopressor,
        // Vasopressin is only left out of the count of "several": who runs on it alone does need a vasopressor.
        _ => (agents & Vasopressors.VasopressinClass) != 0 ? Hypotension.OneVasopressor : null,
    };

    public static void Flag(CrsInputs inputs, ISet<string> flags)
    {
        if (inputs.HypotensionHasOtherCause)
        {
            if (IsPresent(inputs))
            {
                flags.Add(CrsFlag.OtherCauseExcluded);
            }
        }
        else if (inputs.Vasopressors is { } agents && (agents & Vasopressors.Counted) == 0 && (agents & Vasopressors.VasopressinClass) != 0)
        {
            flags.Add(CrsFlag.VasopressinOnly);
        }
    }

    static Possible<Hypotension> Base(CrsInputs inputs) =>
        IsStated(inputs) ? Hypotension.WithoutVasopressor
        : IsLow(inputs) switch
        {
            true => Hypotension.WithoutVasopressor,
            false => Hypotension.Absent,
            // A measured pressure whose limit is unknown stays open whatever was ticked; an unmeasured one is settled by "no hypotension".
            null => inputs.SystolicMin is null && inputs.HypotensionSeen == false
                ? Hypotension.Absent
                : Possible.Of(Hypotension.Absent, Hypotension.WithoutVasopressor),
        };

    static bool IsStated(CrsInputs inputs) => inputs.HypotensionSeen == true || inputs.FluidBolus;

    /// <summary>With unknown age only the highest and the lowest limit of all ages decide.</summary>
    public static bool? IsLow(CrsInputs inputs) => inputs switch
    {
        { SystolicMin: not { } } => null,
        { SystolicMin: { } pressure, Age: { } age } => pressure.IsBelow(SystolicLimit.At(age)),
        { SystolicMin: { } pressure } => pressure.IsBelow(SystolicLimit.Neonate) == true ? true : pressure.IsBelow(SystolicLimit.Adult) == false ? false : null,
    };

    /// <summary>Does anything that was read show it, or leave it open by a bound?</summary>
    public static bool MayBeSeen(CrsInputs inputs) => IsPresent(inputs) || inputs.SystolicMin is not null && IsLow(inputs) is null;

    static bool IsPresent(CrsInputs inputs) =>
        IsStated(inputs) || IsLow(inputs) == true || inputs.Vasopressors is { } agents && OnAgents(agents) is not null;

    static Possible<Hypotension> Upwards(Hypotension from) => from == Hypotension.Absent
        ? Possible.Any<Hypotension>()
        : Possible.Of(Hypotension.WithoutVasopressor, Hypotension.OneVasopressor, Hypotension.SeveralVasopressors);
}
