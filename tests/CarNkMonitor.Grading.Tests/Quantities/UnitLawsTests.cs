using CarNkMonitor.Grading.Cytopenia;
using CarNkMonitor.Grading.Cytopenia.Days;
using CarNkMonitor.Grading.Facts;
using CarNkMonitor.Grading.Hlh;
using CarNkMonitor.Grading.Infection;
using CarNkMonitor.Grading.Quantities;
using CarNkMonitor.Grading.Scores;
using CsCheck;
using Xunit;

namespace CarNkMonitor.Grading.Tests.Quantities;

/// <summary>
/// The unit of entry never changes a result, for the tables that have no such law of their own. Numbers that another unit cannot hold to the last digit
/// (haemoglobin in mmol/L) are passed over: there is no such entry.
/// </summary>
public sealed class UnitLawsTests
{
    const string Source = "gvhd-cytopenia-observations 0.2 item 3";
    const decimal PerMicroliter = 1000;

    static readonly CarHematotoxInputs Hematotox = new() { Platelets = 100, Neutrophils = 1.5m, Hemoglobin = 100, Crp = 12, Ferritin = 400 };
    static readonly EasixInputs Easix = new() { Ldh = 250, Creatinine = 1, Crp = 5, Platelets = 150 };
    static readonly CartoxHlhInputs Cartox = new() { OliguriaGrade = 3, PulmonaryEdemaGrade = 3, Hemophagocytosis = false };

    [Fact, Rule("LAW-units", Source)]
    public void Febrile_neutropenia()
    {
        Never_changes("temperature", 0.05m, celsius => Fever(celsius, 0.3m));
        Never_changes("anc", 0.01m, count => Fever(39, count));
    }

    [Fact, Rule("LAW-units", Source)]
    public void Days_of_low_counts()
    {
        Never_changes("anc", 0.001m, count => Say(IcahtGrader.Early(new() { Counts = Month(count * PerMicroliter), EndDay = 30 })));
        Never_changes("anc", 0.001m, count => Say(PhenotypeGrader.Grade(new() { Counts = Month(count * PerMicroliter), EndDay = 30 })));
        Never_changes("platelets", 1, count => Say(TicahtGrader.Early(new() { Counts = Month(count), EndDay = 30 })));
    }

    [Fact, Rule("LAW-units", Source)]
    public void CAR_HEMATOTOX()
    {
        Never_changes("platelets", 1, value => Say(CarHematotoxGrader.Grade(Hematotox with { Platelets = value })));
        Never_changes("anc", 0.01m, value => Say(CarHematotoxGrader.Grade(Hematotox with { Neutrophils = value })));
        Never_changes("hgb", 1, value => Say(CarHematotoxGrader.Grade(Hematotox with { Hemoglobin = value })));
        Never_changes("crp", 0.1m, value => Say(CarHematotoxGrader.Grade(Hematotox with { Crp = value })));
        Never_changes("ferritin", 1, value => Say(CarHematotoxGrader.Grade(Hematotox with { Ferritin = value })));
    }

    [Fact, Rule("LAW-units", Source)]
    public void EASIX()
    {
        Never_changes("ldh", 1, value => Say(EasixGrader.Easix(Easix with { Ldh = value })));
        Never_changes("creatinine", 0.01m, value => Say(EasixGrader.Easix(Easix with { Creatinine = value })));
        Never_changes("crp", 0.1m, value => Say(EasixGrader.Modified(Easix with { Crp = value })));
        Never_changes("platelets", 1, value => Say(EasixGrader.Simplified(Easix with { Platelets = value })));
    }

    [Fact, Rule("LAW-units", Source)]
    public void CARTOX() => Never_changes("ferritin", 1, value => Say(CartoxHlhGrader.Call(Cartox with { FerritinPeak = value })));

    static string Fever(decimal celsius, decimal count)
    {
        var inputs = new FebrileNeutropeniaInputs { Temperatures = [new(0, celsius), new(60, celsius)], Counts = [new(0, count)] };
        return Say(IdsaFebrileNeutropenia.Grade(inputs)) + Say(CtcaeFebrileNeutropenia.Grade(inputs));
    }

    static DayValue[] Month(decimal count) => [.. Enumerable.Range(0, 31).Select(day => new DayValue(day, day < 3 ? new Measured(2000) : count))];

    static string Say(GradeResult result) => FormattableString.Invariant($"{result.Low}-{result.High} {result.State} {result.Index:0.####################} ");

    static void Never_changes(string code, decimal step, Func<decimal, string> grade)
    {
        var rule = QuantityRules.Find(code)!;
        var (exact, tried) = (0, 0);
        Gen.Int[(int)decimal.Ceiling(rule.PossibleMin / step), (int)decimal.Min(rule.PossibleMax / step, 20_000)].Sample(steps =>
        {
            var canonical = steps * step;
            foreach (var factor in rule.OtherUnits)
            {
                Interlocked.Increment(ref tried);
                if (factor.ToCanonical(factor.FromCanonical(canonical)) is var read && read == canonical)
                {
                    Interlocked.Increment(ref exact);
                    Assert.Equal(grade(canonical), grade(rule.ToCanonical(factor.FromCanonical(canonical), factor.Unit)!.Value));
                }
            }
        }, iter: Law.OneOf(10));
        Assert.True(exact * 3 >= tried, $"{code}: only {exact} of {tried} numbers could be entered in another unit.");
    }
}
