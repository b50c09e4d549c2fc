namespace CarNkMonitor.Grading.Explanations;

/// <summary>
/// A range between two results of one table: with a proposed attribution to another cause, which gives the lower bound, and without it, which
/// gives the upper one, until a physician countersigns (specification 5, item 2).
/// </summary>
static class ProvisionalResult
{
    /// <summary>The result without the exclusion, widened downwards by the one with it. The same object when both agree.</summary>
    /// <param name="without">Nothing excluded: the upper bound.</param>
    /// <param name="with">What was proposed is excluded: the lower bound.</param>
    /// <param name="sentence">Says the range when nothing is missing but the countersignature.</param>
    public static GradeResult Between(GradeResult without, GradeResult with, Func<GradeResult, Sentence> sentence)
    {
        if (without.Low is not { } upperLow || with.Low is not { } excludedLow || without.State == GradeState.NotApplicable
            || (without.Low, without.High) == (with.Low, with.High))
        {
            return without;
        }

        var (low, high) = (Math.Min(upperLow, excludedLow), Math.Max(without.High!.Value, with.High!.Value));
        return new Explanation(without, with, sentence).Result(low, high);
    }

    sealed class Explanation(GradeResult without, GradeResult with, Func<GradeResult, Sentence> sentence) : Explainer(without.Criteria, without.Scale)
    {
        public GradeResult Result(int low, int high) =>
            new(this, without, low, high, low == high ? GradeState.Determined : GradeState.CannotExclude);

        public override Sentence SentenceOf(GradeResult result) => without.Missing.Count > 0 ? without.Sentence : sentence(result);

        protected override IEnumerable<string> Flags(GradeResult result) => without.Flags.Union(with.Flags);

        protected override IEnumerable<Driver> Drivers(GradeResult result) => without.Drivers;

        protected override IReadOnlyList<MissingInput> Missing(GradeResult result) => without.Missing;
    }
}
