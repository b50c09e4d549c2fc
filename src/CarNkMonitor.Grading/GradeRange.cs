namespace CarNkMonitor.Grading;

/// <summary>Lowest and highest grade that the record still allows, both included; equal when nothing that matters is missing.</summary>
/// <param name="Low">Lower bound: at least this.</param>
/// <param name="High">Upper bound: this cannot be excluded. Never below <paramref name="Low"/>.</param>
public readonly record struct GradeRange(ToxicityGrade Low, ToxicityGrade High)
{
    /// <summary>True when one grade is left.</summary>
    public bool IsDetermined => Low == High;

    /// <summary>A range of one grade.</summary>
    public static GradeRange Of(ToxicityGrade grade) => new(grade, grade);

    /// <summary>The lowest and the highest of these grades.</summary>
    /// <exception cref="ArgumentException">No grade is given.</exception>
    public static GradeRange Over(Possible<ToxicityGrade> grades) => grades.IsEmpty
        ? throw new ArgumentException("A range needs at least one grade.", nameof(grades))
        : new GradeRange(grades.Lowest, grades.Highest);
}
