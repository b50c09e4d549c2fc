using System.Xml.Linq;
using CarNkMonitor.Grading.Cases;
using CarNkMonitor.Grading.Tests.Approval;
using CarNkMonitor.Grading.Tests.Cases;
using Xunit;

namespace CarNkMonitor.Grading.Tests.Proof;

/// <summary>What <c>tests/proof.sh grading</c> looks at after the tests, the benchmarks and the mutation testing ran.</summary>
[Trait("Proof", "grading")]
public sealed class GradingProof(ITestOutputHelper output)
{
    static readonly bool IsNightly = Environment.GetEnvironmentVariable("CARNK_PROOF_NIGHTLY") == "true";

    [Fact(Explicit = true)]
    public void Every_rule_and_every_worked_case_was_held_by_a_test_that_passed()
    {
        var report = XDocument.Load(Given("CARNK_REPORT"));
        var page = new TraceabilityPage(report);

        Assert.Empty(page.NotPassed());
        File.WriteAllText(Path.Combine(Directory.CreateDirectory(Path.Combine(Approved.Root(), "docs", "validation")).FullName, "traceability.md"), page.Text());
        output.WriteLine($"FIGURES: {report.Descendants("test").Count()} tests, laws at {Law.Tries:N0} tries, {page.Rules} rules traced");
    }

    [Fact(Explicit = true)]
    public void Every_case_file_passes_through_the_verb_and_the_verb_starts_in_under_a_second()
    {
        var (cases, fastest) = (0, TimeSpan.MaxValue);
        foreach (var table in CaseTables.All)
        {
            var run = Verb.Grade(table.Name);
            Assert.True(run.Code == 0, $"{table.Name} ended with {run.Code}: {run.Said}");
            cases += WorkedCases.Read(table.Name).Count;
            fastest = run.Took < fastest ? run.Took : fastest;
        }

        Assert.True(fastest < TimeSpan.FromSeconds(1), $"The fastest of {CaseTables.All.Count} runs took {fastest.TotalMilliseconds:0} ms.");
        output.WriteLine($"FIGURES: {cases} cases of {CaseTables.All.Count} files through the verb, fastest run {fastest.TotalMilliseconds:0} ms");
    }

    [Fact(Explicit = true)]
    public void Every_grader_stays_near_the_straight_line_and_allocates_its_result_alone()
    {
        var measured = BenchmarkResults.In(Given("CARNK_BENCHMARKS"));
        Assert.NotEmpty(measured);
        foreach (var one in measured)
        {
            output.WriteLine($"FIGURES: {one}");
        }

        File.WriteAllText(Path.Combine(Approved.Root(), "docs", "validation", "benchmarks.md"), PageOf(measured));
        Assert.Empty(measured.Where(one => one.IsTooSlow).Select(one => one.ToString()));
        Assert.Empty(measured.Where(one => one.AllocatesMore).Select(one => one.ToString()));
    }

    [Fact(Explicit = true)]
    public void At_least_nine_of_ten_mutants_are_killed()
    {
        if (!IsNightly)
        {
            return;
        }

        var score = MutationScore.In(Given("CARNK_MUTATION_REPORT"));
        output.WriteLine($"FIGURES: {score}");
        File.WriteAllText(Path.Combine(Approved.Root(), "docs", "validation", "mutants.md"), MutantsPage.Of(Given("CARNK_MUTATION_REPORT")));
        Assert.True(score.Percent >= 90, score.ToString());
    }

    static string PageOf(IReadOnlyList<BenchmarkResults> measured) =>
        $"""
        # Speed of single gradings

        Written by `./tests/proof.sh grading`: the fastest of twenty iterations after two seconds of warming, on whatever machine ran it. Nanoseconds differ from machine to machine,
        and by half from one minute to the next where the machine is shared. The ratio to a straight chain of conditions over the same inputs is therefore measured by itself: both run
        in turns of some milliseconds, from several places of the stack, and the median of 61 such rounds counts. It is held to 3 for CRS with everything known and for the
        rows of CTCAE. One grading allocates its result of 40 bytes (64 with an index; febrile neutropenia is two results) and nothing else until its sentence or its
        missing inputs are asked for. A few bytes more are the measuring program's.

        | what | ns | bytes | ratio |
        | --- | --- | --- | --- |
        {string.Join('\n', measured.OrderBy(one => one.Name, StringComparer.Ordinal).Select(one => one.Line))}

        """;

    static string Given(string variable) => Environment.GetEnvironmentVariable(variable) ?? throw new InvalidOperationException($"Run this by tests/proof.sh: {variable} is not set.");
}
