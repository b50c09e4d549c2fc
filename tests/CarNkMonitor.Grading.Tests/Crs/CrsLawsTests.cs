using CarNkMonitor.Grading.Crs;
using CarNkMonitor.Grading.Facts;
using CarNkMonitor.Grading.Quantities;
using CsCheck;
using Xunit;

namespace CarNkMonitor.Grading.Tests.Crs;

/// <summary>Invariants of specification 9 over random inputs and random courses.</summary>
public sealed class CrsLawsTests
{
    /// <summary>Missing, a bound of either side, or a number.</summary>
    static Gen<Measured?> Number(int low, int high, decimal step) => Gen.Select(Gen.Int[0, 9], Gen.Int[low, high], (kind, value) => kind switch
    {
        < 4 => (Measured?)null,
        4 => new Measured(value * step, Comparator.Below),
        5 => new Measured(value * step, Comparator.Above),
        _ => new Measured(value * step),
    });

    static readonly Gen<Measured?> Temperature = Number(350, 410, 0.1m);
    static readonly Gen<Measured?> Systolic = Number(40, 140, 1);
    static readonly Gen<Measured?> Flow = Number(0, 30, 0.5m);
    static readonly Gen<Measured?> Saturation = Number(80, 100, 1);
    static readonly Gen<SubjectAge?> Age = Gen.OneOf(
        Gen.Const((SubjectAge?)null), Gen.Const((SubjectAge?)new SubjectAge(0, true)), Gen.Int[0, 12].Select(years => (SubjectAge?)new SubjectAge(years, false)),
        Gen.Int[13, 80].Select(years => (SubjectAge?)new SubjectAge(years, false)));
    static readonly Gen<bool?> Tick = Gen.OneOf(Gen.Const((bool?)null), Gen.Bool.Select(value => (bool?)value));

    static readonly Gen<CrsInputs> Inputs =
        from temperature in Temperature
        from systolic in Systolic
        from flow in Flow
        from saturation in Saturation
        from seen in Tick
        from agents in Gen.OneOf(Gen.Const((Vasopressors?)null), Gen.Int[0, 4095].Select(bits => (Vasopressors?)bits))
        from device in Gen.OneOf(Gen.Const((OxygenDevice?)null), Gen.Int[0, 11].Select(index => (OxygenDevice?)index))
        from masking in Gen.OneOf(Gen.Const((MaskingTherapy?)null), Gen.Int[0, 15].Select(bits => (MaskingTherapy?)bits))
        from age in Age
        from flags in Gen.Int[0, 31]
        from death in Gen.Frequency((8, Gen.Const((DeathCause?)null)), (1, Gen.Int[0, 2].Select(cause => (DeathCause?)cause)))
        from day in Gen.Int[0, 30]
        select new CrsInputs
        {
            Day = day, Age = age, TemperatureMax = temperature, SystolicMin = systolic, Flow = flow, SaturationMin = saturation, HypotensionSeen = seen,
            Vasopressors = agents, Device = device, Masking = masking, Death = death, IsEstablished = (flags & 1) != 0, FeverHasOtherCause = (flags & 2) != 0,
            HypotensionHasOtherCause = (flags & 4) != 0, HypoxiaHasOtherCause = (flags & 8) != 0, FluidBolus = (flags & 16) != 0,
        };

    [Fact]
    [Rule("CRS-9b", "crs-icans-mas 9; invariant 3")]
    public void Bounds_are_ordered_and_equal_exactly_when_determined() => Inputs.Sample(inputs =>
    {
        var result = CrsGrader.Grade(inputs);
        Assert.True(result.Low <= result.High);
        Assert.Equal(result.Low == result.High, result.State == GradeState.Determined);
        Assert.True(result.High < 5 || inputs.Death is not null);
    }, iter: Law.Tries);

    [Fact]
    [Rule("CRS-9a", "crs-icans-mas 9; invariant 1")]
    public void A_worse_value_never_lowers_a_bound() => Inputs.Sample(inputs =>
    {
        foreach (var worse in Worsened(inputs))
        {
            var (before, after) = (CrsGrader.Grade(inputs), CrsGrader.Grade(worse));
            Assert.True(after.Low >= before.Low && after.High >= before.High, $"{inputs} -> {worse}");
        }
    }, iter: Law.Tries);

    [Fact]
    [Rule("CRS-9c", "crs-icans-mas 9; invariant 2")]
    public void Forgetting_a_measured_value_only_widens_the_range() => Inputs.Sample(inputs =>
    {
        foreach (var forgotten in Forgotten(inputs))
        {
            var (known, less) = (CrsGrader.Grade(inputs), CrsGrader.Grade(forgotten));
            Assert.True(less.Low <= known.Low && less.High >= known.High, $"{inputs} -> {forgotten}");
        }
    }, iter: Law.Tries);

    [Fact]
    [Rule("CRS-9d", "crs-icans-mas 9; invariant 7")]
    public void Vasopressin_changes_nothing_beside_a_counted_agent() => Inputs.Sample(inputs =>
    {
        var agents = (inputs.Vasopressors ?? Vasopressors.None) | Vasopressors.Norepinephrine;
        var (without, with) = (inputs with { Vasopressors = agents & ~Vasopressors.VasopressinClass }, inputs with { Vasopressors = agents | Vasopressors.Vasopressin });
        Assert.Equal(CrsGrader.Grade(without).Range, CrsGrader.Grade(with).Range);
    }, iter: Law.Tries);

    [Fact]
    [Rule("CRS-0.3c", "crs-icans-mas 0.3; our own proposal")]
    public void What_is_missing_names_exactly_the_grades_that_hang_on_it() => Inputs.Sample(inputs =>
    {
        var result = CrsGrader.Grade(inputs);
        var expected = result.State == GradeState.CannotExclude ? Gaps(inputs).Select(gap => (gap.Code, Reach: BruteForce(inputs, gap.Code))).Where(gap => gap.Reach.Length > 0) : [];
        Assert.Equal(expected.Select(Text).Order(), result.Missing.Select(missing => Text((missing.Code, [.. missing.CouldReach]))).Order());
        Assert.All(result.Missing.SelectMany(missing => missing.CouldReach), grade => Assert.InRange(grade, result.Low!.Value, result.High!.Value));
    }, iter: Law.OneOf(100));

    static string Text((string Code, int[] Reach) gap) => $"{gap.Code}: {string.Join(' ', gap.Reach)}";

    [Fact]
    [Rule("LAW-units", "gvhd-cytopenia-observations 0.2 item 3")]
    public void The_unit_of_entry_never_changes_the_grade() => Gen.Select(Inputs, Gen.Int[600, 860], Gen.Int[300, 1150]).Sample((inputs, twentieths, tenths) =>
    {
        var (celsius, kilopascal) = (twentieths * 0.05m, tenths * 0.02m);
        Same(inputs, "temperature", celsius, (celsius * 1.8m) + 32, "[degF]", (one, value) => one with { TemperatureMax = value });
        Same(inputs, "sbp", kilopascal * 7.500616827m, kilopascal, "kPa", (one, value) => one with { SystolicMin = value });
        Same(inputs, "spo2", tenths / 10m, tenths / 1000m, "{fraction}", (one, value) => one with { SaturationMin = value });
    }, iter: Law.Tries);

    static void Same(CrsInputs inputs, string code, decimal canonical, decimal entered, string unit, Func<CrsInputs, decimal, CrsInputs> with)
    {
        var read = QuantityRules.Find(code)!.ToCanonical(entered, unit)!.Value;
        Assert.Equal(CrsGrader.Grade(with(inputs, canonical)).Range, CrsGrader.Grade(with(inputs, read)).Range);
    }

    [Fact]
    [Rule("CRS-1.2h", "crs-icans-mas 1.2; our own proposal")]
    public void The_order_of_entry_never_matters() => RandomCourse.Sample(course =>
    {
        var moments = Enumerable.Range(0, 40).Select(step => Course.Hour(step * 5)).ToArray();
        var reversed = course.Facts with { Facts = [.. course.Facts.Facts.Reverse()] };
        var (one, other) = (CrsCourse.Over(course.Facts, moments), CrsCourse.Over(reversed, moments));
        Assert.Equal(one.Select(Describe), other.Select(Describe));
    }, iter: Law.OneOf(66));

    [Fact]
    [Rule("CRS-1.2h", "crs-icans-mas 1.2; our own proposal")]
    public void A_moment_alone_and_among_others_gives_the_same_result() => RandomCourse.Sample(course =>
    {
        var moments = Enumerable.Range(0, 30).Select(step => Course.Hour(step * 7)).ToArray();
        Assert.Equal(CrsCourse.Over(course.Facts, moments).Select(Describe), moments.Select(moment => Describe(CrsCourse.At(course.Facts, moment))));
    }, iter: Law.OneOf(100));

    /// <summary>Every half-hour of the time in which the episode of a <see cref="FewEvents"/> course may close: all that happens there happens at one of them.</summary>
    static readonly DateTime[] HalfHours = [.. Enumerable.Range(100, 400).Select(halfHour => Course.Hour(halfHour / 2.0))];

    [Fact]
    [Rule("CRS-1.2h", "crs-icans-mas 1.2; our own proposal")]
    public void What_begins_or_runs_out_between_two_checks_counts_from_that_instant() => FewEvents.Sample(course =>
    {
        var all = CrsCourse.Over(course.Facts, HalfHours);
        for (var index = 40; index < HalfHours.Length; index += 7)
        {
            Assert.Equal(Describe(all[index]), Describe(CrsCourse.At(course.Facts, HalfHours[index])));
        }
    }, iter: Law.OneOf(100));

    static string Describe(CrsAssessment assessment) =>
        $"{assessment.Result.Low}-{assessment.Result.High} {assessment.Result.State} {assessment.Episode} {assessment.OnsetAt:O} {string.Join(" ", assessment.Result.Flags.Order())}";

    static IEnumerable<CrsInputs> Worsened(CrsInputs inputs)
    {
        if (inputs.TemperatureMax is { } temperature && !inputs.FeverHasOtherCause)
        {
            yield return inputs with { TemperatureMax = temperature with { Value = temperature.Value + 0.7m } };
        }

        if (inputs.SystolicMin is { } pressure)
        {
            yield return inputs with { SystolicMin = pressure with { Value = pressure.Value - 15 } };
        }

        if (inputs.Flow is { } flow)
        {
            yield return inputs with { Flow = flow with { Value = flow.Value + 3 } };
        }

        if (inputs.SaturationMin is { } saturation)
        {
            yield return inputs with { SaturationMin = saturation with { Value = saturation.Value - 5 } };
        }

        if (inputs.Vasopressors is { } agents)
        {
            yield return inputs with { Vasopressors = agents | Vasopressors.Epinephrine };
        }

        if (inputs.Device is OxygenDevice.Venturi)
        {
            yield return inputs with { Device = OxygenDevice.Cpap };
        }
    }

    /// <summary>The three documented exceptions are left out: another entry stood in for the missing one.</summary>
    static IEnumerable<CrsInputs> Forgotten(CrsInputs inputs)
    {
        yield return inputs with { TemperatureMax = null };
        yield return inputs with { Vasopressors = null };
        yield return inputs with { Flow = null };
        yield return inputs with { Age = null };
        if (inputs.HypotensionSeen != false)
        {
            yield return inputs with { SystolicMin = null };
        }

        if (inputs.Device != OxygenDevice.RoomAir || inputs.SaturationMin is null)
        {
            yield return inputs with { Device = null };
        }
    }

    static readonly Vasopressors[] Sets =
        [Vasopressors.None, Vasopressors.Dobutamine, Vasopressors.Vasopressin, Vasopressors.Dopamine, Vasopressors.Dopamine | Vasopressors.Ephedrine];

    static readonly OxygenDevice[] Devices =
        [OxygenDevice.RoomAir, OxygenDevice.NasalCannula, OxygenDevice.BlowBy, OxygenDevice.Venturi, OxygenDevice.Ecmo];

    static readonly decimal[] Temperatures = [37.9m, 38m, 41m];
    static readonly decimal[] Pressures = [59m, 75m, 90m, 150m];
    static readonly decimal[] Flows = [1m, 6m, 6.5m];

    /// <summary>Every value of the named input, under every completion of the others, by plain loops.</summary>
    static int[] BruteForce(CrsInputs inputs, string code)
    {
        var reach = new SortedSet<int>();
        foreach (var completed in Gaps(inputs).Where(gap => gap.Code != code).Aggregate(
            (IEnumerable<CrsInputs>)[inputs], (all, gap) => all.SelectMany(partial => gap.Values.Select(value => value(partial)))))
        {
            var results = Gaps(inputs).Single(gap => gap.Code == code).Values.Select(value => CrsGrader.Grade(value(completed))).ToArray();
            if (results.Select(result => result.Range).Distinct().Count() > 1)
            {
                reach.UnionWith(results.SelectMany(result => new[] { result.Low!.Value, result.High!.Value }));
            }
        }

        return [.. reach];
    }

    static IEnumerable<(string Code, Func<CrsInputs, CrsInputs>[] Values)> Gaps(CrsInputs inputs)
    {
        if (inputs.TemperatureMax is null)
        {
            // An unread fever may be one that nobody has explained.
            yield return ("temperature",
            [
                .. Temperatures.SelectMany(value => new Func<CrsInputs, CrsInputs>[]
                {
                    record => record with { TemperatureMax = value }, record => record with { TemperatureMax = value, FeverHasOtherCause = false },
                }),
            ]);
        }

        if (inputs.SystolicMin is null && inputs.HypotensionSeen != false)
        {
            yield return ("sbp", [.. Pressures.Select(value => (Func<CrsInputs, CrsInputs>)(record => record with { SystolicMin = value }))]);
        }

        if (inputs.Vasopressors is null)
        {
            yield return ("vasopressor_agent", [.. Sets.Select(set => (Func<CrsInputs, CrsInputs>)(record => record with { Vasopressors = set }))]);
        }

        if (inputs.Device is null)
        {
            yield return ("oxygen_device", [.. Devices.Select(device => (Func<CrsInputs, CrsInputs>)(record =>
                record with { Device = device, Flow = record.Flow ?? 2m, SaturationMin = record.SaturationMin ?? 97m }))]);
        }

        if (inputs.Device is OxygenDevice.NasalCannula or OxygenDevice.HighFlowCannula && inputs.Flow is null)
        {
            yield return ("oxygen_flow", [.. Flows.Select(value => (Func<CrsInputs, CrsInputs>)(record => record with { Flow = value }))]);
        }

        if (inputs.Masking is null)
        {
            yield return ("masking_drugs_reviewed", [record => record with { Masking = MaskingTherapy.None }, record => record with { Masking = MaskingTherapy.Corticosteroid }]);
        }

        if (inputs.Age is null)
        {
            yield return ("birth_date", [record => record with { Age = new SubjectAge(0, true) }, record => record with { Age = new SubjectAge(30, false) }]);
        }

        if (inputs.Death == DeathCause.Unknown)
        {
            yield return ("death", [record => record with { Death = DeathCause.Other }, record => record with { Death = DeathCause.Crs }]);
        }
    }

    /// <summary>One fever, then a quiet check every four hours at a quarter past, and a few events at other times.</summary>
    static readonly Gen<Course> FewEvents = Gen.Select(Gen.Int[0, 11], Gen.Int[100, 330], Gen.Int[0, 100]).Array[1, 5].Select(steps =>
    {
        var course = new Course().Check(50, 38.6m).Quiet(54.25, 250);
        foreach (var (kind, halfHour, value) in steps)
        {
            var hour = halfHour / 2.0;
            _ = kind switch
            {
                0 => course.Temperature(hour, 37.5m + (value / 80m)),
                1 => course.Systolic(hour, 70 + value),
                2 => course.Yes(hour, "hypotension_clinician", value < 70),
                3 => course.Yes(hour, "fluid_bolus_for_hypotension"),
                4 => course.Word(hour, "vasopressor_agent", "norepinephrine", endsAt: value < 70 ? hour + (value / 10 / 2.0) : null),
                5 => course.Device(hour, value < 50 ? "room_air" : "nasal_cannula", value < 50 ? null : value / 10),
                6 => course.Number(hour, "spo2", 80 + (value / 6)),
                7 => course.Word(hour, "fever_attribution", value < 60 ? "infection" : "crs"),
                8 => course.Word(hour, "hypotension_attribution", value < 70 ? "other_cause" : "attributable"),
                9 => course.Word(hour, "hypoxia_attribution", value < 70 ? "other_cause" : "attributable"),
                10 => course.Tocilizumab(hour),
                _ => course.Number(hour, "oxygen_flow", value / 5),
            };
        }

        return course;
    });

    internal static readonly Gen<Course> RandomCourse = Gen.Select(Gen.Int[0, 9], Gen.Int[0, 400], Gen.Int[0, 100]).Array[5, 60].Select(steps =>
    {
        var course = new Course();
        foreach (var (kind, halfHour, value) in steps)
        {
            var hour = halfHour / 2.0;
            _ = kind switch
            {
                0 or 1 => course.Temperature(hour, 36 + (value / 25m)),
                2 => course.Systolic(hour, 70 + value),
                3 => course.Pressors(hour, value < 60 ? "none" : "norepinephrine"),
                4 => course.Device(hour, value < 50 ? "room_air" : "nasal_cannula", value < 50 ? null : value / 10),
                5 => course.Paracetamol(hour),
                6 => course.Word(hour, "fever_attribution", value < 50 ? "infection" : "crs", provisional: value < 20),
                7 => course.Reviewed(hour),
                8 => course.Number(hour, "spo2", 85 + (value / 8)),
                _ => course.Check(hour),
            };
        }

        return course;
    });
}
