using CarNkMonitor.Grading.Icans;
using CarNkMonitor.Monitoring.Alerts;
using CarNkMonitor.Monitoring.Observations;
using static CarNkMonitor.Web.Demo.DemoPeople;

namespace CarNkMonitor.Web.Demo;

/// <summary>Thirteen invented participants, one in each state worth seeing. The same seed and the same start make the same trial.</summary>
public sealed class DemoStories(DateTime start, int seed)
{
    const string ShanghaiZone = "Asia/Shanghai";
    const string BerlinZone = "Europe/Berlin";

    /// <summary>Whose grade rises while one watches.</summary>
    public const string Rising = "BE-01";

    public IReadOnlyList<DemoSubject> All =>
    [
        new("SH-01", Shanghai, 1961, "Uneventful, day 5", Course(ShanghaiZone, 5, 1).Infusion().Routine(5).Events),
        FirstFever(), RisingGrade(), TreatedOnVasopressor(), OxygenWithoutVasopressorEntry(), LateFever(), LowCounts(), ThreeRounds(), OverdueCheck(),
        LeaseRunning(), GoingHome(), Abroad(), CorrectedAndDecided(),
    ];

    DemoSubject FirstFever() => new("SH-02", Shanghai, 1974, "First fever an hour ago", Course(ShanghaiZone, 3, 2).Infusion().RoutineUntil(180).Routine(3)
        .Check(62, new Vitals(38.4m, 118, 70, 98, 18, 96)).Accepted(57, "physician.shanghai")
        .Reviewed(41, "physician.shanghai", 1, ReviewAction.ObserveMoreOften).Events);

    DemoSubject RisingGrade() => new(Rising, Berlin, 1958, "CRS 1, rising to 2 while you watch", Course(BerlinZone, 4, 3).Infusion().RoutineUntil(420).Routine(4)
        .Check(310, new Vitals(38.6m, 112, 66, 102, 18, 96)).Accepted(304, "physician.berlin")
        .Reviewed(285, "physician.berlin", 1, ReviewAction.ObserveMoreOften)
        .Check(190, new Vitals(38.9m, 108, 62, 106, 19, 95)).Check(70, new Vitals(39.1m, 101, 58, 112, 20, 95)).Events);

    DemoSubject TreatedOnVasopressor() => new("BE-02", Berlin, 1949, "Treated CRS without fever, on one vasopressor",
        Course(BerlinZone, 6, 4).Infusion().RoutineUntil(44 * 60).Routine(6)
        .Check(42 * 60, new Vitals(39.4m, 104, 60, 112, 20, 95)).Accepted((42 * 60) - 4, "physician.berlin")
        .Reviewed((42 * 60) - 20, "physician.berlin", 1, ReviewAction.TreatmentStarted)
        .Recorded((40 * 60) + 10, Vitals.Number("tocilizumab_dose", 560, "mg"))
        .Check(36 * 60, new Vitals(38.2m, 102, 60, 104, 18, 95)).Check(28 * 60, new Vitals(37.3m, 104, 62, 92, 17, 96))
        .Check(16 * 60, new Vitals(36.9m, 98, 56, 96, 17, 96))
        .Check(150, new Vitals(36.9m, 86, 48, 104, 18, 95) { Agents = ["norepinephrine"] })
        .Accepted(147, "physician.berlin").Accepted(145, "investigator").Reviewed(130, "physician.berlin", 3, ReviewAction.MovedToIntensiveCare)
        .Check(35, new Vitals(36.8m, 101, 58, 96, 17, 96) { Agents = ["norepinephrine"] }).Events);

    DemoSubject OxygenWithoutVasopressorEntry() => new("SH-03", Shanghai, 1966, "Oxygen recorded but no vasopressor entry: a range",
        Course(ShanghaiZone, 4, 5).Infusion().RoutineUntil(14 * 60).Routine(4)
        .Check(2, new Vitals(38.6m, 106, 62, 108, 22, 93) { Device = "nasal_cannula", Flow = 3, Agents = [] }).Events);

    DemoSubject LateFever() => new("BE-03", Berlin, 1970, "Late fever on day 17", Course(BerlinZone, 17, 6).Infusion().RoutineUntil(300).Routine(17)
        .Check(130, new Vitals(38.3m, 116, 70, 96, 17, 97)).Accepted(122, "physician.berlin")
        .Reviewed(100, "physician.berlin", 1, ReviewAction.ContinueObservation).Events);

    DemoSubject LowCounts() => new("SH-04", Shanghai, 1955, "Expected low counts, graded by several tables",
        Course(ShanghaiZone, 9, 7).Infusion().Routine(9)
        .Recorded(5 * 24 * 60, Counts(1.1m, 96, 104)).Recorded(3 * 24 * 60, Counts(0.38m, 54, 95)).Recorded(26 * 60, Counts(0.21m, 31, 88)).Events);

    DemoSubject ThreeRounds() => new("BE-04", Berlin, 1963, "Three-round regimen in week 2, after the second infusion",
        Course(BerlinZone, 3, 8).Infusion(daysBeforeLatest: 7).Infusion().Routine(10).Events);

    DemoSubject OverdueCheck() => new("SH-05", Shanghai, 1968, "Overdue check: yesterday's visit was missed",
        // A visit planned for yesterday is overdue all day today, whenever the demo begins.
        Course(ShanghaiZone, 18, 9).Infusion().RoutineUntil(40 * 60).Routine(18).Events);

    DemoSubject LeaseRunning() => new("BE-05", Berlin, 1979, "Alert accepted, lease running", Course(BerlinZone, 5, 10).Infusion().RoutineUntil(200).Routine(5)
        .Check(16, new Vitals(38.7m, 86, 50, 110, 20, 95) { More = [new CheckItem("fluid_bolus_for_hypotension", "true")] })
        .Accepted(11, "physician.berlin").Accepted(9, "investigator").Events);

    DemoSubject GoingHome() => new("SH-06", Shanghai, 1952, "Going home", Course(ShanghaiZone, 41, 11).Infusion().Routine(41)
        .Recorded(20 * 60, Counts(2.4m, 148, 121)).Recorded(90, new CheckItem("home_support_confirmed", "true")).Events);

    DemoSubject Abroad()
    {
        var course = Course(BerlinZone, 75, 12).Infusion().RoutineUntil(31 * 24 * 60).Routine(75);
        return new("BE-06", Berlin, 1960, "Abroad with a home oncologist", course
            .Recorded(30 * 24 * 60, new CheckItem("discharge_home", "true"))
            .Add(new DemoEvent.LinkedHome(course.MinutesAgo((30 * 24 * 60) - 60), "Asia/Tashkent", "oncologist.home"))
            .Check(14 * 24 * 60, new Vitals(36.5m, 128, 78, 74, 14, 98)).Recorded(14 * 24 * 60, Counts(2.9m, 171, 128)).Events);
    }

    /// <summary>A pressure typed wrongly and amended, a fever with another cause, and a signed ICANS.</summary>
    DemoSubject CorrectedAndDecided()
    {
        var course = Course(BerlinZone, 6, 13).Infusion().RoutineUntil(28 * 60).Routine(6);
        return new("BE-07", Berlin, 1971, "A slip corrected, a fever explained, ICANS signed", course
            .Check(22 * 60, new Vitals(38.6m, 62, 50, 104, 19, 96)).Accepted((22 * 60) - 4, "physician.berlin").Accepted((22 * 60) - 5, "investigator")
            .Add(new DemoEvent.Amended(course.MinutesAgo((22 * 60) - 9), Vitals.Number("sbp", 126, "mm[Hg]"), "Slip of the hand: typed 62 for 126"))
            .Accepted((22 * 60) - 13, "physician.berlin") // the fever alone, which remains
            .Reviewed((22 * 60) - 25, "physician.berlin", 1, ReviewAction.ObserveMoreOften)
            .Add(new DemoEvent.Proposed(course.MinutesAgo(20 * 60), "fever_attribution", "infection", "Two positive blood cultures since last night"))
            .Add(new DemoEvent.Countersigned(course.MinutesAgo(19 * 60), "physician.berlin", "Same organism in both bottles"))
            .Recorded(9 * 60, [.. Counts(0.3m, 41, 92), Vitals.Number("ferritin", 6200, "ug/L"), Vitals.Number("crp", 96, "mg/L"), Vitals.Number("fibrinogen", 2.1m, "g/L")])
            .Check(185, new Vitals(37.4m, 118, 70, 92, 17, 96) { More = [new CheckItem("consciousness", "alert"), new CheckItem("seizure", "none"), .. Ice(3, 3, 1, 0, 1)] })
            .Add(new DemoEvent.Confirmed(course.MinutesAgo(150), "physician.berlin", AstctIcans.Criteria, 1))
            .Check(40, new Vitals(37.1m, 121, 72, 88, 16, 97)).Events);
    }

    /// <summary>Item by item, with the total that the form would add up.</summary>
    static IReadOnlyList<CheckItem> Ice(params int[] points) =>
        ScoreTotals.Added([.. BedsideScore.Ice.Items.Zip(points, (code, point) => Vitals.Number(code, point, "{score}"))]);

    static CheckItem[] Counts(decimal anc, decimal platelets, decimal hemoglobin) =>
        [Vitals.Number("anc", anc, "10*9/L"), Vitals.Number("platelets", platelets, "10*9/L"), Vitals.Number("hgb", hemoglobin, "g/L")];

    DemoCourse Course(string zone, int dayNow, int number) => new(start, zone, dayNow, new Random((seed * 100) + number));
}
