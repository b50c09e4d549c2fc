using CarNkMonitor.Grading.Courses;
using CarNkMonitor.Grading.Explanations;
using CarNkMonitor.Grading.Facts;
using CarNkMonitor.Grading.Tests.Crs;
using CsCheck;
using Xunit;

namespace CarNkMonitor.Grading.Tests.Courses;

/// <summary>What holds for every criterion at once, whatever the record.</summary>
public sealed class SubjectCourseLawsTests
{
    static readonly string[] Measurements = ["alt", "anc", "bilirubin_total", "ferritin", "platelets", "temperature"];

    const string Windows = "{24h_windows}";

    static readonly DateTime[] Moments = [.. Enumerable.Range(-1, 10).Select(step => Course.Hour((step * 103) + 0.5))];

    [Fact, Rule("COURSE-1", "model.md, assessments: facts only, never the order of entry")]
    public void Recording_in_any_order_with_any_amendments_ends_in_the_same_results_as_the_final_state_once() =>
        Gen.Select(RandomRecord.Facts, Gen.Int).Sample((final, seed) => Assert.Equal(Say(final), Say(final with { Facts = Recorded(final.Facts, seed) })), iter: Law.Of(300));

    [Fact, Rule("COURSE-2", "specification of CRS 1.2, independence")]
    public void Facts_observed_later_never_touch_an_earlier_moment() => Gen.Select(RandomRecord.Facts, Gen.Int[0, Moments.Length - 1]).Sample((facts, last) =>
    {
        var known = facts with { Facts = [.. facts.Facts.Where(fact => fact.ObservedAt <= Moments[last])] };
        Assert.Equal(Say(known, Moments[..(last + 1)]), Say(facts, Moments[..(last + 1)]));
    }, iter: Law.Of(200));

    [Fact, Rule("COURSE-3", "specification of CRS 1.2, independence")]
    public void A_moment_alone_and_among_others_gives_the_same_results() => Gen.Select(RandomRecord.Facts, Gen.Int[0, Moments.Length - 1]).Sample((facts, one) =>
    {
        var among = SubjectCourse.Over(facts, CourseSettings.Default, Moments).Select(course => Describe(course, course.Results[one]));
        Assert.Equal(among, Say(facts, [Moments[one]]));
    }, iter: Law.Of(100));

    [Fact, Rule("COURSE-4", "crs-icans-mas 9.3")]
    public void Bounds_are_in_order_and_equal_exactly_when_determined() => RandomRecord.Facts.Sample(
        facts => Assert.All(SubjectCourse.Over(facts, CourseSettings.Default, Moments).SelectMany(course => course.Results), one => Assert.True(
            one.Result.State switch
            {
                GradeState.Determined => one.Result.Index is not null || one.Result.Low == one.Result.High && one.Result.Low is not null,
                GradeState.CannotExclude => one.Result.Low < one.Result.High,
                GradeState.NotApplicable => one.Result.Low == one.Result.High,
                GradeState.NotAssessed or GradeState.NotComputed or GradeState.WrongInstrument => one.Result.Low is null,
            }, $"{one.Result.Criteria} {one.Result.State} {one.Result.Low} {one.Result.High}")), iter: Law.Of(200));

    /// <summary>What a stored record rests on: a moment whose results say the same gets no new version.</summary>
    [Fact]
    public void Results_that_say_the_same_have_the_same_words_reasons_and_flags()
    {
        var same = 0;
        RandomRecord.Facts.Sample(facts =>
        {
            foreach (var course in SubjectCourse.Over(facts, CourseSettings.Default, Moments))
            {
                foreach (var (one, next) in course.Results.Zip(course.Results.Skip(1)).Where(pair => pair.First.Result.SaysTheSameAs(pair.Second.Result)))
                {
                    Assert.Equal(Told(one.Result), Told(next.Result));
                    Interlocked.Increment(ref same);
                }
            }
        }, iter: Law.Of(20));
        Assert.True(same > 0);

        static (GradeState, int?, int?, decimal?, string, string, string) Told(GradeResult result) => (
            result.State, result.Low, result.High, result.Index, result.Sentence.English, string.Join('|', result.Drivers), string.Join('|', result.Flags.Order(StringComparer.Ordinal)));
    }

    /// <summary>What a table derives (a fever that persists, a number of windows) has no single observation, and neither has a bound out of two readings; a value always has.</summary>
    [Fact]
    public void An_observation_behind_a_decision_says_it_is_of_that_code_and_not_observed_later() => RandomRecord.Facts.Sample(facts =>
    {
        var known = facts.Facts.ToDictionary(fact => fact.Id);
        foreach (var (one, driver) in SubjectCourse.Over(facts, CourseSettings.Default, Moments).SelectMany(course => course.Results).SelectMany(one => one.Drivers, (one, driver) => (one, driver)))
        {
            if (driver.FactId is { } id)
            {
                Assert.Equal((driver.Code, driver.ObservedAt), (known[id].Code, known[id].ObservedAt));
                Assert.True(driver.ObservedAt <= one.Moment);
                Assert.True(driver.Value == Said(known[id]) || IsOfTwoReadings(driver), $"{one.Result.Criteria} {driver}, but the observation says {Said(known[id])}");
            }
            else if (Measurements.Contains(driver.Code) && driver.Unit is not (null or Windows))
            {
                Assert.True(IsOfTwoReadings(driver), $"{one.Result.Criteria} {driver}");
            }
        }
    }, iter: Law.Of(100));

    static string Said(Fact fact) => fact.Coded ?? (fact.Flag is { } flag ? flag ? "true" : "false" : fact.Measured.Text);

    static bool IsOfTwoReadings(Driver driver) => driver.Value[0] is '≥' or '≤';

    [Fact]
    public void A_yes_among_the_reasons_is_the_observation_that_says_it()
    {
        var course = new Course().Check(1).Yes(2, "splenomegaly", false).Yes(3, "splenomegaly").Yes(4, "hepatomegaly");
        var driver = Assert.Single(SubjectCourse.Over(course.Facts, CourseSettings.Default, [Course.Hour(5)]).Single(one => one.Criteria == "HLH-2004").Results[0].Drivers);
        Assert.Equal(("splenomegaly", "true", Course.Hour(3)), (driver.Code, driver.Value, driver.ObservedAt));
    }

    /// <summary>A bound is never the number (specification 0.3): whatever number it stands for, the grade of that number lies within the range that the bound gave.</summary>
    [Fact, Rule("COURSE-5", "crs-icans-mas 0.3")]
    public void A_bound_leaves_open_every_grade_that_one_of_its_numbers_gives()
    {
        var narrowed = 0;
        Gen.Select(RandomRecord.Facts, Gen.Int).Sample((facts, seed) =>
        {
            var possible = RandomRecord.WithPossibleBounds(facts);
            var random = new Random(seed);
            var exact = possible with { Facts = [.. possible.Facts.Select(fact => RandomRecord.OneOf(fact, random))] };
            var bounds = SubjectCourse.Over(possible, CourseSettings.Default, Moments);
            foreach (var (course, number) in bounds.Zip(SubjectCourse.Over(exact, CourseSettings.Default, Moments)))
            {
                foreach (var (open, known) in course.Results.Zip(number.Results).Where(pair => pair is { First.Result.Low: not null, Second.Result.Low: not null } && !IsAsked(course, possible, pair.First.Moment)))
                {
                    Assert.True(
                        open.Result.Low <= known.Result.Low && known.Result.High <= open.Result.High,
                        $"{course.Criteria} {course.Part} {open.Moment:O}: {ResultText.Of(open.Result)} with the bounds, {ResultText.Of(known.Result)} with numbers of theirs");
                    Interlocked.Add(ref narrowed, open.Result.Low < known.Result.Low || known.Result.High < open.Result.High ? 1 : 0);
                }
            }
        }, iter: Math.Max(20, Law.Of(200)));
        Assert.True(narrowed > 0);
    }

    /// <summary>
    /// Some rules ask what is certain, and a bound must not answer them: an old ferritin is given up once another component of the MAS signal is true; the time of
    /// CARTOX goes by the episode of CRS, that of the IEC-HS pattern by the lower bounds of CRS, and the events of its grade by the pattern that is certain
    /// (specification 3.3, 3.4, 4.5, 4.6); an episode of CRS opens and ends by temperatures that are certain; and a gut that may have been quiet on the day
    /// before was not active (docs/criteria/magic.md, reading 14).
    /// </summary>
    static bool IsAsked(CriterionCourse course, SubjectFacts facts, DateTime moment)
    {
        return course.Criteria switch
        {
            "CNK-MAS-1" => !facts.Facts.Any(fact => fact.Code == "ferritin" && fact.ObservedAt > moment.AddDays(-1) && fact.ObservedAt <= moment),
            "ASTCT-CRS-2019" => facts.Facts.Any(fact => fact.Code == "temperature" && fact.Measured.IsAtLeast(38) is null),
            "CARTOX-HLH-2018" => HasBound("temperature"),
            "IECHS-2023" => course.Part == "grade" || HasBound("temperature", "sbp", "oxygen_flow", "spo2"),
            "MAGIC-2016" => HasBound("stool_volume", "stool_unquantified_episodes"),
            _ => false,
        };

        bool HasBound(params string[] codes) => facts.Facts.Any(fact => codes.Contains(fact.Code) && fact.Comparator != Comparator.Equal);
    }

    /// <summary>
    /// The final facts as they are left when everything was entered in another order, under other ids, some first with another value and then amended, and some
    /// other facts that were withdrawn again.
    /// </summary>
    static Fact[] Recorded(IReadOnlyList<Fact> final, int seed)
    {
        var (random, record) = (new Random(seed), new Dictionary<Guid, Fact>());
        var steps = final.SelectMany(fact => StepsOf(fact, random)).OrderBy(step => step.At).ToArray();
        foreach (var (_, supersedes, entered) in steps)
        {
            _ = supersedes is { } former && record.Remove(former);
            if (entered is not null)
            {
                record.Add(entered.Id, entered);
            }
        }

        return [.. record.Values];
    }

    static IEnumerable<(double At, Guid? Supersedes, Fact? Entered)> StepsOf(Fact fact, Random random)
    {
        var (first, kind) = (random.NextDouble(), random.Next(4));
        var right = fact with { Id = Guid.NewGuid() };
        var wrong = fact with { Id = Guid.NewGuid(), Value = fact.Value + 1, ObservedAt = fact.ObservedAt.AddHours(random.Next(-50, 50)) };
        if (kind is 0 or 1)
        {
            return [(first, null, right)];
        }

        var later = first + ((1 - first) * random.NextDouble());
        return kind == 2 ? [(first, null, wrong), (later, wrong.Id, right)] : [(first, null, wrong), (later, wrong.Id, null), (random.NextDouble(), null, right)];
    }

    static IEnumerable<string> Say(SubjectFacts facts, DateTime[]? moments = null) =>
        SubjectCourse.Over(facts, CourseSettings.Default, moments ?? Moments).SelectMany(course => course.Results.Select(one => Describe(course, one)));

    /// <summary>Missing inputs and sentences are worked out of the same inputs; to search them here would only cost time.</summary>
    static string Describe(CriterionCourse course, CourseResult one) =>
        $"{course.Criteria} {course.Part} {one.Moment:O} {ResultText.Of(one.Result)} {one.Result.State} {one.Result.Index} {one.Episode} {one.OnsetAt:O} "
        + $"{string.Join(" ", one.Result.Flags.Order(StringComparer.Ordinal))} {string.Join(" ", one.Drivers.Select(driver => $"{driver.Code}={driver.Value} {driver.ObservedAt:O}"))}";
}
