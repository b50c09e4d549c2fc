using CarNkMonitor.Grading.Facts;

namespace CarNkMonitor.Grading.Crs;

/// <summary>
/// Which missing inputs the grade hangs on, and which grades hang on each: found by trying every cell that every missing input could take.
/// </summary>
static class CrsMissing
{
    /// <summary>A missing input: the row of the table it belongs to, is it missing, and the record completed by each of its possible cells.</summary>
    sealed record Gap(string Code, Func<CrsInputs, object> Row, Func<CrsInputs, bool> IsMissing, Func<CrsInputs, CrsInputs>[] Cells);

    static readonly Func<CrsInputs, object> Fever = inputs => FeverFinding.Of(inputs);
    static readonly Func<CrsInputs, object> Hypotension = inputs => HypotensionFinding.Of(inputs);
    static readonly Func<CrsInputs, object> Hypoxia = inputs => OxygenFinding.Of(inputs);
    static readonly Func<CrsInputs, object> Cause = inputs => inputs.Death!;

    static readonly Gap[] Gaps =
    [
        new(CrsCodes.Temperature, Fever, inputs => inputs.TemperatureMax is null,
        [
            inputs => inputs with { TemperatureMax = FeverFinding.Limit - 1 },
            inputs => inputs with { TemperatureMax = FeverFinding.Limit },
        ]),
        // A ticked "no hypotension" stands in for an unmeasured pressure (specification 9, item 2).
        new(CrsCodes.Systolic, Hypotension, inputs => inputs.SystolicMin is null && inputs.HypotensionSeen != false,
        [
            inputs => inputs with { SystolicMin = SystolicLimit.Adult },
            inputs => inputs with { SystolicMin = SystolicLimit.Neonate - 1 },
        ]),
        new(CrsCodes.Vasopressor, Hypotension, inputs => inputs.Vasopressors is null,
        [
            inputs => inputs with { Vasopressors = Vasopressors.None },
            inputs => inputs with { Vasopressors = Vasopressors.Norepinephrine },
            inputs => inputs with { Vasopressors = Vasopressors.Norepinephrine | Vasopressors.Epinephrine },
        ]),
        new(CrsCodes.Device, Hypoxia, inputs => inputs.Device is null,
        [
            inputs => inputs with { Device = OxygenDevice.RoomAir, SaturationMin = inputs.SaturationMin ?? OxygenFinding.UnmetBelow },
            inputs => inputs with { Device = OxygenDevice.NasalCannula, Flow = OxygenFinding.LowFlowUpTo },
            inputs => inputs with { Device = OxygenDevice.SimpleFacemask },
            inputs => inputs with { Device = OxygenDevice.InvasiveVentilation },
        ]),
        new(CrsCodes.Flow, Hypoxia, inputs => inputs.Device is OxygenDevice.NasalCannula or OxygenDevice.HighFlowCannula && inputs.Flow is null,
        [
            inputs => inputs with { Flow = OxygenFinding.LowFlowUpTo },
            inputs => inputs with { Flow = OxygenFinding.LowFlowUpTo + 1 },
        ]),
        new(CrsCodes.MaskingReviewed, Fever, inputs => inputs.Masking is null,
        [
            inputs => inputs with { Masking = MaskingTherapy.None },
            inputs => inputs with { Masking = MaskingTherapy.Antipyretic },
        ]),
        new("birth_date", Hypotension, inputs => inputs.Age is null,
        [
            inputs => inputs with { Age = new SubjectAge(0, IsBelow28Days: true) },
            inputs => inputs with { Age = new SubjectAge(18, IsBelow28Days: false) },
        ]),
        new(CrsCodes.Death, Cause, inputs => inputs.Death == DeathCause.Unknown,
        [
            inputs => inputs with { Death = DeathCause.Other },
            inputs => inputs with { Death = DeathCause.Crs },
        ]),
    ];

    public static IReadOnlyList<MissingInput> Of(CrsInputs inputs)
    {
        var gaps = Gaps.Where(gap => gap.IsMissing(inputs)).ToArray();
        return [.. from gap in gaps let reach = Reach(gap, inputs, gaps) where reach.Count > 0 select new MissingInput(gap.Code, [.. reach])];
    }

    /// <summary>Completes the record in every way by the other gaps; keeps the grades where this gap's cell makes a difference.</summary>
    static SortedSet<int> Reach(Gap gap, CrsInputs inputs, Gap[] gaps)
    {
        var reach = new SortedSet<int>();
        foreach (var completed in Completions(inputs, gap, gaps))
        {
            var ranges = gap.Cells.Select(cell => CrsGrader.RangeOf(cell(completed))).Distinct().ToArray();
            if (ranges.Length > 1)
            {
                reach.UnionWith(ranges.SelectMany(Grades));
            }
        }

        return reach;
    }

    /// <summary>The rows of the table do not touch each other: of another row only its distinct findings matter, which keeps the search small.</summary>
    static List<CrsInputs> Completions(CrsInputs inputs, Gap gap, Gap[] gaps)
    {
        List<CrsInputs> completions = [inputs];
        foreach (var row in gaps.Where(other => other != gap).GroupBy(other => other.Row))
        {
            var filled = row.Aggregate(completions, (all, other) => [.. from partial in all from cell in other.Cells select cell(partial)]);
            completions = row.Key == gap.Row ? filled
                : [.. filled.DistinctBy(partial => (Fever(partial), Hypotension(partial), Hypoxia(partial), partial.Death))];
        }

        return completions;
    }

    /// <summary>A completed record can still leave a range: an open episode without fever or treatment.</summary>
    static int[] Grades(GradeRange range) => range.IsDetermined ? [(int)range.Low] : [(int)range.Low, (int)range.High];
}
