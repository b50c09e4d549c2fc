using System.Globalization;
using CarNkMonitor.Grading.Crs;
using CarNkMonitor.Grading.Facts;

namespace CarNkMonitor.Grading.Tests.Crs;

/// <summary>Writes a subject's course in hours after the infusion: only raw timed observations and doses.</summary>
sealed class Course
{
    public static readonly DateTime Infusion = new(2026, 3, 2, 9, 0, 0, DateTimeKind.Utc);

    readonly List<Fact> _facts = [];

    public List<DateTime> Infusions { get; } = [Infusion];
    public TimeZoneInfo Zone { get; set; } = TimeZoneInfo.Utc;
    public int? AgeInDays { get; set; } = 54 * 365 + 14;

    public static DateTime Hour(double hours) => Infusion.AddMinutes(hours * 60);

    public Course Number(double hour, string code, decimal value, Comparator comparator = Comparator.Equal) =>
        Add(hour, code, fact => fact with { Value = value, Comparator = comparator });

    /// <summary>As it is charted: "5", "&lt;5" or "&gt;5".</summary>
    public Course Number(double hour, string code, string charted) => Number(
        hour, code, decimal.Parse(charted.TrimStart('<', '>'), CultureInfo.InvariantCulture),
        charted[0] switch { '<' => Comparator.Below, '>' => Comparator.Above, _ => Comparator.Equal });

    public Course Word(double hour, string code, string word, double? endsAt = null, bool provisional = false) => Add(hour, code, fact => fact with
    {
        Coded = word, EndedAt = endsAt is { } end ? Hour(end) : null, IsProvisional = provisional,
    });

    public Course Yes(double hour, string code, bool value = true) => Add(hour, code, fact => fact with { Flag = value });

    public Course Temperature(double hour, decimal celsius) => Number(hour, "temperature", celsius);

    public Course Systolic(double hour, decimal pressure) => Number(hour, "sbp", pressure);

    public Course Pressors(double hour, params string[] agents) => agents.Aggregate(this, (course, agent) => course.Word(hour, "vasopressor_agent", agent));

    public Course Device(double hour, string device, decimal? flow = null)
    {
        Word(hour, "oxygen_device", device);
        return flow is { } litres ? Number(hour, "oxygen_flow", litres) : this;
    }

    public Course Paracetamol(double hour) => Word(hour, "antipyretic_dose", "paracetamol");

    public Course Tocilizumab(double hour) => Number(hour, "tocilizumab_dose", 600);

    public Course Reviewed(double hour) => Yes(hour, "masking_drugs_reviewed");

    /// <summary>A whole check without a finding but the temperature given.</summary>
    public Course Check(double hour, decimal celsius = 36.8m) =>
        Temperature(hour, celsius).Systolic(hour, 118).Pressors(hour, "none").Device(hour, "room_air").Number(hour, "spo2", 97).Reviewed(hour);

    /// <summary>A whole check every four hours, both ends included.</summary>
    public Course Quiet(double from, double to)
    {
        for (var hour = from; hour <= to; hour += 4)
        {
            Check(hour);
        }

        return this;
    }

    public SubjectFacts Facts => new(Infusions, Zone, _facts)
    {
        AgeAtEnrolmentDays = AgeInDays, EnrolledOn = DateOnly.FromDateTime(Infusion),
    };

    public CrsAssessment At(double hour) => CrsCourse.At(Facts, Hour(hour));

    /// <summary>"2", "0-4", or the state where there is no grade.</summary>
    public string Grade(double hour)
    {
        var result = At(hour).Result;
        return result.State is GradeState.NotAssessed or GradeState.NotApplicable ? result.State.ToString()
            : result.Low == result.High ? $"{result.Low}" : $"{result.Low}-{result.High}";
    }

    public string Flags(double hour) => string.Join(" ", At(hour).Result.Flags.Order());

    Course Add(double hour, string code, Func<Fact, Fact> shape)
    {
        _facts.Add(shape(new Fact(Guid.CreateVersion7(), code, Hour(hour))));
        return this;
    }
}
