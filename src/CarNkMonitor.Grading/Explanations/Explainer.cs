namespace CarNkMonitor.Grading.Explanations;

/// <summary>What a table says of its own results, asked only when somebody reads it.</summary>
abstract class Explainer(string criteria, Scale scale)
{
    static readonly HashSet<string> NoFlags = [];

    public string Criteria => criteria;

    public Scale Scale => scale;

    public IReadOnlySet<string> FlagsOf(GradeResult result) => IsEmpty(result) ? NoFlags : Flags(result).ToHashSet();

    public IReadOnlyList<Driver> DriversOf(GradeResult result) => IsEmpty(result) ? [] : [.. Drivers(result)];

    public IReadOnlyList<MissingInput> MissingOf(GradeResult result) =>
        result.State is GradeState.CannotExclude or GradeState.NotComputed ? KnownMissing.Of(this, result, Missing) : [];

    public abstract Sentence SentenceOf(GradeResult result);

    protected abstract IEnumerable<string> Flags(GradeResult result);

    protected abstract IEnumerable<Driver> Drivers(GradeResult result);

    protected abstract IReadOnlyList<MissingInput> Missing(GradeResult result);

    /// <summary>Nothing was read: the table was not asked at all.</summary>
    bool IsEmpty(GradeResult result) => ReferenceEquals(result.Inputs, this);
}

/// <summary>As <see cref="Explainer"/>, for a table whose inputs are one record.</summary>
/// <param name="criteria">Criteria id.</param>
/// <param name="scale">The table's scale.</param>
abstract class Explainer<TInputs>(string criteria, Scale scale) : Explainer(criteria, scale) where TInputs : class
{
    /// <summary>A range of levels: determined when both ends are one.</summary>
    public GradeResult Result(TInputs inputs, int low, int high) =>
        new(this, inputs, low, high, low == high ? GradeState.Determined : GradeState.CannotExclude);

    /// <summary>A count or a score.</summary>
    public GradeResult Result(TInputs inputs, Tally tally) => Result(inputs, tally.Low, tally.High);

    /// <summary>A result with another state, such as NOT_APPLICABLE; no levels unless they are given.</summary>
    public GradeResult Result(TInputs inputs, GradeState state, int? level = null) => new(this, inputs, level, level, state);

    /// <summary>Nothing that the table reads was recorded (specification 0.3 item 7). Set by courses over time, never for a case row.</summary>
    public GradeResult NotAssessed() => new(this, this, null, null, GradeState.NotAssessed);

    /// <summary>The moment lies before the first infusion, where nothing of this table can be due to it. Set by courses over time.</summary>
    public GradeResult BeforeInfusion() => new(this, this, null, null, GradeState.NotApplicable);

    public sealed override Sentence SentenceOf(GradeResult result) =>
        result.State == GradeState.NotAssessed ? NotAssessedSentence
        : ReferenceEquals(result.Inputs, this) ? Course.Say("before_infusion", Criteria)
        : Sentence((TInputs)result.Inputs, result);

    static readonly Sentences Course = new("Explanations.CourseSentences");

    protected abstract Sentence NotAssessedSentence { get; }

    protected abstract Sentence Sentence(TInputs inputs, GradeResult result);

    protected abstract IEnumerable<string> Flags(TInputs inputs, GradeResult result);

    protected abstract IEnumerable<Driver> Drivers(TInputs inputs, GradeResult result);

    protected abstract IReadOnlyList<MissingInput> Missing(TInputs inputs, GradeResult result);

    protected sealed override IEnumerable<string> Flags(GradeResult result) => Flags((TInputs)result.Inputs, result);

    protected sealed override IEnumerable<Driver> Drivers(GradeResult result) => Drivers((TInputs)result.Inputs, result);

    protected sealed override IReadOnlyList<MissingInput> Missing(GradeResult result) => Missing((TInputs)result.Inputs, result);
}
