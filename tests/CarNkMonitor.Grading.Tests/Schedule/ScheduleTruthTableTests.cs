using System.Text;
using CarNkMonitor.Grading.Schedule;
using CarNkMonitor.Grading.Tests.Approval;
using Xunit;

namespace CarNkMonitor.Grading.Tests.Schedule;

/// <summary>Every day of the typical courses, and every limit of every slot, as approved text and in the page.</summary>
public sealed class ScheduleTruthTableTests
{
    static readonly DateTime Nominal = new(2026, 3, 2, 8, 0, 0);

    static readonly (string Name, CourseDays Course)[] Courses =
    [
        ("one infusion, not discharged", new([0])),
        ("one infusion, home on day 10", new([0]) { HomeDay = 10 }),
        ("one infusion, home on day 35", new([0]) { HomeDay = 35 }),
        ("infusions on days 0, 7, 14, home on day 42", new([0, 7, 14]) { HomeDay = 42 }),
    ];

    [Fact, Rule("PHA-6.2", "gvhd-cytopenia-observations 6.2; our own proposal"), Rule("PHA-6.3", "gvhd-cytopenia-observations 6.3, column C; our own proposal")]
    public void The_days_are_the_approved_ones() => Approved.File("schedule/days.txt", Days("{0}\n", "  {0,4} {1,-13} cycle day {2,4}  CRS checks {3}\n"));

    [Fact, Rule("TAS-6.5", "gvhd-cytopenia-observations 6.5; our own proposal")]
    public void The_limits_of_the_slots_are_the_approved_ones() => Approved.File("schedule/slots.txt", Slots("{0,-20} {1,-12} {2} {3}\n"));

    [Fact]
    public void The_page_shows_the_same_limits() => Approved.Block(
        "criteria/schedule.md", "slots", "| frequency | limit | moment (nominal 2026-03-02 08:00) | state |\n| --- | --- | --- | --- |\n" + Slots("| {0} | {1} | {2} | {3} |\n"));

    static string Days(string title, string line)
    {
        var text = new StringBuilder();
        foreach (var (name, course) in Courses)
        {
            text.AppendFormat(null, title, name);
            for (var day = -6; day <= 122; day++)
            {
                text.AppendFormat(null, line, day, ScheduleCases.SnakeCase(course.On(day)), course.CycleDay(day), course.CrsChecks(day));
            }
        }

        return text.ToString();
    }

    static string Slots(string line)
    {
        var text = new StringBuilder();
        foreach (var frequency in Enum.GetValues<SlotFrequency>())
        {
            var window = SlotWindow.Around(frequency, Nominal);
            foreach (var (limit, at) in new[] { ("open", window.Opens), ("on time", window.OnTimeUntil), ("close", window.Closes) })
            {
                foreach (var moment in new[] { at.AddMinutes(-1), at, at.AddMinutes(1) })
                {
                    text.AppendFormat(null, line, frequency, limit, moment.ToString("MM-dd HH:mm", null), ScheduleCases.SnakeCase(window.At(moment)));
                }
            }
        }

        return text.ToString();
    }
}
