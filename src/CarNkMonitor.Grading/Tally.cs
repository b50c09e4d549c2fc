using System.Numerics;

namespace CarNkMonitor.Grading;

/// <summary>
/// A whole number that adds up, known between two bounds: points of a score, or how many criteria are present. What is unknown adds nothing to
/// the lower bound and all that it could be to the upper one.
/// </summary>
/// <param name="Low">Unknown counts as absent.</param>
/// <param name="High">Unknown counts as present.</param>
readonly record struct Tally(int Low, int High) : IAdditionOperators<Tally, Tally, Tally>
{
    /// <summary>The points of one finding; a criterion that is only counted has one point.</summary>
    public static Tally Of(bool? finding, int points = 1) => new(finding == true ? points : 0, finding == false ? 0 : points);

    public static Tally operator +(Tally one, Tally other) => new(one.Low + other.Low, one.High + other.High);

    /// <summary>Both bounds as a pair.</summary>
    public (int Low, int High) Bounds => (Low, High);

    /// <summary>Is it &gt;= this number? Null when unknown findings leave it open.</summary>
    public bool? IsAtLeast(int number) => Low >= number ? true : High < number ? false : null;

    /// <summary>As it is shown: <c>4</c>, or <c>4-5</c>.</summary>
    public override string ToString() => Low == High ? FormattableString.Invariant($"{Low}") : FormattableString.Invariant($"{Low}-{High}");
}
