using System.Globalization;
using System.Text;
using CarNkMonitor.Grading.EarlyWarning;
using CarNkMonitor.Grading.Tests.Approval;
using Xunit;

namespace CarNkMonitor.Grading.Tests.EarlyWarning;

/// <summary>Every limit of the chart one step below, at and above, and what every total asks for, as approved text and in the page for clinicians.</summary>
public sealed class News2TruthTableTests
{
    static readonly News2Inputs Normal = News2Tests.Normal;

    [Fact, Rule("NEWS2-4.1", "gvhd-cytopenia-observations 4.1; RCP 2017 chart 1")]
    public void Every_limit_one_step_below_at_and_above_is_the_approved_one() => Approved.File("news2/limits.txt", Limits("{0,-48} {1}\n"));

    [Fact]
    public void The_page_shows_the_same_limits() =>
        Approved.Block("criteria/news2.md", "limits", "| recorded | points |\n| --- | --- |\n" + Limits("| {0} | {1} |\n"));

    [Fact, Rule("NEWS2-4.1-response", "gvhd-cytopenia-observations 4.1; RCP 2017 chart 2")]
    public void What_every_total_asks_for_is_the_approved_text() => Approved.File("news2/response.txt", Response("{0,5} {1,-5} {2,-10} {3}\n"));

    [Fact]
    public void The_page_shows_the_same_response() => Approved.Block(
        "criteria/news2.md", "response", "| total | 3 in one parameter | risk | observations at least |\n| --- | --- | --- | --- |\n" + Response("| {0} | {1} | {2} | {3} |\n"));

    /// <summary>A total below 3 has no parameter of 3, and one above 12 always has: six parameters can score 2, and consciousness cannot.</summary>
    static string Response(string line)
    {
        var text = new StringBuilder();
        for (var total = 0; total <= News2.Highest; total++)
        {
            foreach (var anyThree in new[] { false, true })
            {
                if (anyThree ? total >= 3 : total <= 12)
                {
                    text.AppendFormat(CultureInfo.InvariantCulture, line, total, anyThree ? "yes" : "no", News2.Risk(total, anyThree), News2.Frequency(total, anyThree));
                }
            }
        }

        return text.ToString();
    }

    static string Limits(string line)
    {
        var text = new StringBuilder();
        void Add(string recorded, News2Inputs inputs, int less = 0) =>
            text.AppendFormat(CultureInfo.InvariantCulture, line, recorded, News2Grader.Grade(inputs).Low - less);

        Around(1, [9, 12, 21, 25], value => Add($"respiratory rate {value} /min", Normal with { RespiratoryRate = value }));
        Around(1, [92, 94, 96], value => Add($"SpO2 {value} %, scale 1", Normal with { Saturation = value }));
        Around(1, [84, 86, 88, 93, 95, 97], value => Add($"SpO2 {value} %, scale 2, on air", Normal with { UsesScale2 = true, Saturation = value }));
        Around(1, [84, 86, 88, 93, 95, 97], value =>
            Add($"SpO2 {value} %, scale 2, on oxygen (without its own 2)", Normal with { UsesScale2 = true, IsOnOxygen = true, Saturation = value }, less: 2));
        Add("air", Normal);
        Add("oxygen", Normal with { IsOnOxygen = true });
        Around(1, [91, 101, 111, 220], value => Add($"systolic pressure {value} mm[Hg]", Normal with { Systolic = value }));
        Around(1, [41, 51, 91, 111, 131], value => Add($"pulse {value} /min", Normal with { Pulse = value }));
        foreach (var level in Enum.GetValues<Consciousness>())
        {
            Add($"consciousness {level}", Normal with { Consciousness = level });
        }

        Around(0.05m, [35.05m, 36.05m, 38.05m, 39.05m], value => Add($"temperature {value.ToString("0.00", CultureInfo.InvariantCulture)} Cel", Normal with { Temperature = value }));
        return text.ToString();
    }

    /// <summary>Two steps below the first value of each band to one above.</summary>
    static void Around(decimal step, decimal[] firsts, Action<decimal> add)
    {
        foreach (var value in firsts.SelectMany(first => new[] { first - (2 * step), first - step, first, first + step }).Distinct().Order())
        {
            add(value);
        }
    }
}
