using CarNkMonitor.Grading.Explanations;

namespace CarNkMonitor.Grading;

/// <summary>
/// What one table made of the facts at one moment: a range, never a guess. Flags, drivers, missing inputs and the sentence are worked out when
/// somebody asks for them; a result that is only compared costs one object.
/// </summary>
public class GradeResult
{
    /// <summary>No scale comes near it; small numbers keep the one object small.</summary>
    const short None = short.MinValue;

    readonly Explainer _explainer;
    readonly short _low, _high;
    readonly byte _state;

    internal GradeResult(Explainer explainer, object inputs, int? low, int? high, GradeState state) =>
        (_explainer, Inputs, _low, _high, _state) = (explainer, inputs, (short)(low ?? None), (short)(high ?? None), (byte)state);

    /// <summary>Criteria id: the table and its edition, for example <c>ASTCT-CRS-2019</c>.</summary>
    public string Criteria => _explainer.Criteria;

    /// <summary>The scale that <see cref="Low"/> and <see cref="High"/> are levels of.</summary>
    public Scale Scale => _explainer.Scale;

    /// <summary>Lower bound, included: at least this level; null when there is no grade (not assessed, wrong instrument).</summary>
    public int? Low => _low == None ? null : _low;

    /// <summary>Upper bound, included: this level cannot be excluded; null exactly when <see cref="Low"/> is.</summary>
    public int? High => _high == None ? null : _high;

    /// <summary>Determined exactly when the bounds are equal, unless the table does not apply or the wrong instrument was used.</summary>
    public GradeState State => (GradeState)_state;

    /// <summary>The computed number of a table that has no levels (<see cref="Scale.Index"/>), unrounded; null otherwise or when not computed.</summary>
    public virtual decimal? Index => null;

    /// <summary>The bounds as toxicity grades, for tables whose scale is grades; null when there is no grade.</summary>
    public GradeRange? Range => Low is { } low && High is { } high ? new GradeRange((ToxicityGrade)low, (ToxicityGrade)high) : null;

    /// <summary>Flags of the table by their names in the specification; order has no meaning.</summary>
    public IReadOnlySet<string> Flags => _explainer.FlagsOf(this);

    /// <summary>The recorded inputs that decided, by observation code.</summary>
    public IReadOnlyList<Driver> Drivers => _explainer.DriversOf(this);

    /// <summary>The inputs that are not recorded and on which the level hangs, with the levels that hang on each.</summary>
    public IReadOnlyList<MissingInput> Missing => _explainer.MissingOf(this);

    /// <summary>One sentence that a physician can read.</summary>
    public Sentence Sentence => _explainer.SentenceOf(this);

    /// <summary>
    /// True when both come from one table and equal inputs, so that everything they say is equal. False does not mean that they differ: inputs that hold a
    /// series are never compared.
    /// </summary>
    /// <param name="other">Of any table.</param>
    public bool SaysTheSameAs(GradeResult other) =>
        ReferenceEquals(_explainer, other._explainer) && (_low, _high, _state) == (other._low, other._high, other._state) && Inputs.Equals(other.Inputs);

    internal object Inputs { get; }
}

/// <summary>A result of a table without levels.</summary>
sealed class IndexResult(Explainer explainer, object inputs, decimal? index)
    : GradeResult(explainer, inputs, null, null, index is null ? GradeState.NotComputed : GradeState.Determined)
{
    public override decimal? Index => index;
}
