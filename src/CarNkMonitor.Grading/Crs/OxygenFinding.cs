using System.Runtime.CompilerServices;
using CarNkMonitor.Grading.Facts;

namespace CarNkMonitor.Grading.Crs;

/// <summary>Facts to the third row of the table (specification 1.5).</summary>
static class OxygenFinding
{
    /// <summary>Low flow is up to this, inclusive.</summary>
    public const decimal LowFlowUpTo = 6m;

    /// <summary>Room air with a saturation below this (exclusive) is an unmet need of oxygen; the number is CARTOX's.</summary>
    public const decimal UnmetBelow = 90m;

    public static Possible<Hypoxia> Of(CrsInputs inputs) =>
        inputs.HypoxiaHasOtherCause ? Hypoxia.Absent
        : inputs.Device is not { } device ? Possible.Any<Hypoxia>()
        : device == OxygenDevice.RoomAir ? OnRoomAir(inputs.SaturationMin)
        : On(device, inputs.Flow);

    /// <summary>The support itself, whatever the saturation.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Possible<Hypoxia> On(OxygenDevice device, Measured? flow) => device switch
    {
        OxygenDevice.RoomAir => Hypoxia.Absent,
        OxygenDevice.NasalCannula or OxygenDevice.HighFlowCannula => OnCannula(flow),
        OxygenDevice.BlowBy => Hypoxia.LowFlowOxygen,
        OxygenDevice.SimpleFacemask or OxygenDevice.Nonrebreather or OxygenDevice.Venturi or OxygenDevice.TracheostomyMask => Hypoxia.HighFlowOxygen,
        OxygenDevice.Cpap or OxygenDevice.Bipap or OxygenDevice.InvasiveVentilation or OxygenDevice.Ecmo => Hypoxia.PositivePressure,
    };

    public static void Flag(CrsInputs inputs, ISet<string> flags)
    {
        var isLow = inputs.SaturationMin?.IsBelow(UnmetBelow) == true;
        if (inputs.HypoxiaHasOtherCause)
        {
            if (isLow || inputs.Device is { } device && device != OxygenDevice.RoomAir)
            {
                flags.Add(CrsFlag.OtherCauseExcluded);
            }
        }
        else if (isLow && inputs.Device == OxygenDevice.RoomAir)
        {
            flags.Add(CrsFlag.UnmetOxygenNeed);
        }
    }

    /// <summary>Does anything that was read show it, or leave it open by a bound?</summary>
    public static bool MayBeSeen(CrsInputs inputs) =>
        inputs.Device is { } device && On(device, inputs.Flow).Highest != Hypoxia.Absent || inputs.SaturationMin?.IsBelow(UnmetBelow) is true or null && inputs.SaturationMin is not null;

    /// <summary>The consensus grades support, not saturation: an unmeasured saturation on room air leaves the row at none.</summary>
    static Possible<Hypoxia> OnRoomAir(Measured? saturation) => saturation is not { } measured ? Hypoxia.Absent
        : measured.IsBelow(UnmetBelow) switch
        {
            true => Hypoxia.LowFlowOxygen,
            false => Hypoxia.Absent,
            null => Possible.Of(Hypoxia.Absent, Hypoxia.LowFlowOxygen),
        };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Possible<Hypoxia> OnCannula(Measured? flow) => flow?.IsAbove(LowFlowUpTo) switch
    {
        true => Hypoxia.HighFlowOxygen,
        false => Hypoxia.LowFlowOxygen,
        null => Possible.Of(Hypoxia.LowFlowOxygen, Hypoxia.HighFlowOxygen),
    };
}
