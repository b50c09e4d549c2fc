using System.Text;
using CarNkMonitor.Grading.Mas;
using CarNkMonitor.Grading.Tests.Approval;
using CarNkMonitor.Grading.Urgency;
using Xunit;

namespace CarNkMonitor.Grading.Tests.Urgency;

/// <summary>Every cell of every row of CNK-URGENCY-1. The urgency of a patient is the highest row, so rows need no combinations.</summary>
public sealed class UrgencyTruthTableTests
{
    [Fact]
    public void The_rows_are_the_approved_ones() => Approved.File("urgency/rows.txt", Rows((what, urgency) => $"{what,-44} {urgency}\n"));

    [Fact]
    public void The_page_shows_the_same_rows() => Approved.Block(
        "criteria/urgency.md", "rows", "| finding | urgency |\n| --- | --- |\n" + Rows((what, urgency) => $"| {what} | {urgency} |\n"));

    static string Rows(Func<string, string, string> line)
    {
        var text = new StringBuilder();
        foreach (var (what, findings) in Findings())
        {
            text.Append(line(what, UrgencyGrader.Grade(findings) is var result ? result.Scale.Word(result.Low!.Value) : ""));
        }

        return text.ToString();
    }

    static IEnumerable<(string What, UrgencyFindings Findings)> Findings() =>
    [
        .. from grade in Grades from isNew in (bool[])[true, false]
           where grade > 0 || !isNew
           select ($"CRS {(int)grade}{(grade == 0 ? "" : isNew ? ", new or worse" : ", unchanged and reviewed")}",
               new UrgencyFindings { Crs = GradeRange.Of(grade), CrsIsNewOrWorse = isNew }),
        .. from low in Grades from high in Grades where high > low
           select ($"CRS {(int)low} to {(int)high}, unchanged and reviewed", new UrgencyFindings { Crs = new GradeRange(low, high) }),
        .. from low in Grades from high in Grades where high >= low
           select ($"ICANS {Ends((int)low, (int)high)}", new UrgencyFindings { Icans = new GradeRange(low, high) }),
        .. from grade in Grades select ($"IEC-HS {(int)grade}", new UrgencyFindings { IecHs = grade }),
        .. from low in Enum.GetValues<MasLevel>() from high in Enum.GetValues<MasLevel>() where high >= low
           select ($"MAS signal {Ends(low, high)}", new UrgencyFindings { MasLow = low, MasHigh = high }),
        ("rise of two grades in 24 h", new UrgencyFindings { RoseByTwoGradesIn24H = true }),
        .. from signal in Enumerable.Range(0, 5) from isNew in (bool[])[true, false]
           select ($"GvHD signal {signal}{(isNew ? ", new or worse" : ", unchanged and reviewed")}", Of(new() { GvhdSignal = signal, GvhdIsNewOrWorse = isNew })),
        ("unexpected cytopenia", Of(new() { CytopeniaIsUnexpected = true })),
        .. from count in (decimal[])[9.999m, 10, 10.001m] select (FormattableString.Invariant($"platelets {count} x 10*9/L"), Of(new() { Platelets = count })),
        .. from value in (decimal[])[69.9m, 70, 70.1m] select (FormattableString.Invariant($"haemoglobin {value} g/L"), Of(new() { Hemoglobin = value })),
        .. from answer in Enum.GetValues<FebrileNeutropenia>() from nadir in (bool[])[true, false]
           select ($"febrile neutropenia {answer}, {(nadir ? "LD1 to day 30" : "another day")}", Of(new() { FebrileNeutropenia = answer, IsInConditioningNadir = nadir })),
        .. from total in Enumerable.Range(0, 9) from three in (bool[])[false, true] where !three || total >= 3
           select ($"NEWS2 {total}{(three ? ", one parameter 3" : "")}", Of(new() { News2 = total, AnyNews2ParameterIsThree = three })),
        ("positive blood culture", Of(new() { BloodCultureIsPositive = true })),
    ];

    static UrgencyFindings Of(SignalFindings signals) => new() { Signals = signals };

    static string Ends<T>(T low, T high) where T : notnull => low.Equals(high) ? $"{low}" : $"{low} to {high}";

    static ToxicityGrade[] Grades => Enum.GetValues<ToxicityGrade>();
}
