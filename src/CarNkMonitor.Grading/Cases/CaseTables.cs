using CarNkMonitor.Grading.Crs;
using CarNkMonitor.Grading.Ctcae;
using CarNkMonitor.Grading.Cytopenia;
using CarNkMonitor.Grading.EarlyWarning;
using CarNkMonitor.Grading.Gvhd;
using CarNkMonitor.Grading.Hlh;
using CarNkMonitor.Grading.Icans;
using CarNkMonitor.Grading.IecHs;
using CarNkMonitor.Grading.Infection;
using CarNkMonitor.Grading.Mas;
using CarNkMonitor.Grading.Quantities;
using CarNkMonitor.Grading.Schedule;
using CarNkMonitor.Grading.Scores;
using CarNkMonitor.Grading.Urgency;

namespace CarNkMonitor.Grading.Cases;

/// <summary>Every table of this library that grades cases.</summary>
public static class CaseTables
{
    /// <summary>In the order in which <c>grade --list</c> shows them.</summary>
    public static readonly IReadOnlyList<CaseTable> All =
    [
        new CrsCaseTable(),
        new IcansAdultCaseTable(),
        new IcansPediatricCaseTable(),
        new IecHsCaseTable(),
        new Hlh2004CaseTable(),
        new HScoreCaseTable(),
        new EularMasCaseTable(),
        new CartoxHlhCaseTable(),
        new MasSignalCaseTable(),
        new MagicCaseTable(),
        CtcaeCaseTable.Hematology5,
        CtcaeCaseTable.Chemistry5,
        CtcaeCaseTable.Hematology6,
        CtcaeCaseTable.Chemistry6,
        new FebrileNeutropeniaCaseTable(),
        new IcahtCaseTable(),
        new TicahtCaseTable(),
        new PhenotypeCaseTable(),
        new CytopeniaWindowCaseTable(),
        new ScoresCaseTable(),
        new News2CaseTable(),
        new UrgencyCaseTable(),
        new PhaseCaseTable(),
        new SlotCaseTable(),
        new UnitsCaseTable(),
    ];

    /// <summary>The table of this name (<c>crs</c>) or, where only one table has it, of this criteria id; null if there is none.</summary>
    public static CaseTable? Find(string name) => All.FirstOrDefault(table => table.Name == name) ?? ByCriteria(name);

    /// <summary>Why <see cref="Find"/> gives none: which tables share the criteria id, or that there is no such table.</summary>
    public static string WhyNotFound(string name) => With(name) is { Length: > 1 } several
        ? $"Several tables have the criteria id '{name}': {string.Join(", ", several.Select(table => table.Name))}. Name one of them."
        : $"There is no table '{name}'.";

    static CaseTable? ByCriteria(string id) => With(id) is [var only] ? only : null;

    static CaseTable[] With(string criteria) => [.. All.Where(table => table.Criteria.Contains(criteria))];
}
