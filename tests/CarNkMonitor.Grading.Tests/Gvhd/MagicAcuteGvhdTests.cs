using CarNkMonitor.Grading.Gvhd;
using Xunit;

namespace CarNkMonitor.Grading.Tests.Gvhd;

/// <summary>The printed table of overall grades.</summary>
public sealed class MagicAcuteGvhdTests
{
    const string Source = "gvhd-cytopenia-observations 1.2; Harris 2016 Table 1";

    [Theory, Rule("MAGIC-1.2", Source)]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(2, 1)]
    [InlineData(3, 2)]
    [InlineData(4, 4)]
    public void Skin_alone(int stage, int grade) => Assert.Equal(grade, (int)MagicAcuteGvhd.Grade((OrganStage)stage, 0, 0, 0));

    [Theory, Rule("MAGIC-1.2", Source)]
    [InlineData(0, 0)]
    [InlineData(1, 2)]
    [InlineData(2, 3)]
    [InlineData(3, 3)]
    [InlineData(4, 4)]
    public void Liver_alone(int stage, int grade) => Assert.Equal(grade, (int)MagicAcuteGvhd.Grade(0, (OrganStage)stage, 0, 0));

    [Theory, Rule("MAGIC-1.2", Source)]
    [InlineData(0, 0)]
    [InlineData(1, 2)]
    public void Upper_gi_alone(int stage, int grade) => Assert.Equal(grade, (int)MagicAcuteGvhd.Grade(0, 0, (UpperGiStage)stage, 0));

    [Theory, Rule("MAGIC-1.2", Source)]
    [InlineData(0, 0)]
    [InlineData(1, 2)]
    [InlineData(2, 3)]
    [InlineData(3, 3)]
    [InlineData(4, 4)]
    public void Lower_gi_alone(int stage, int grade) => Assert.Equal(grade, (int)MagicAcuteGvhd.Grade(0, 0, 0, (OrganStage)stage));

    /// <summary>The paper words the overall grade as sentences; this is the same said a second time, in that form.</summary>
    [Fact, Rule("MAGIC-1.2", Source)]
    public void Every_combination_of_stages_is_what_the_sentences_of_the_paper_say()
    {
        foreach (var (skin, liver, upper, lower) in Combinations())
        {
            var grade = skin == 4 || liver == 4 || lower == 4 ? 4
                : liver is 2 or 3 || lower is 2 or 3 ? 3
                : skin == 3 || liver == 1 || upper == 1 || lower == 1 ? 2
                : skin is 1 or 2 ? 1
                : 0;
            Assert.Equal(grade, (int)MagicAcuteGvhd.Grade((OrganStage)skin, (OrganStage)liver, (UpperGiStage)upper, (OrganStage)lower));
        }
    }

    [Fact, Rule("MAGIC-1.2", Source)]
    public void The_grade_is_not_the_highest_stage()
    {
        Assert.Equal(GvhdGrade.GradeII, MagicAcuteGvhd.Grade(OrganStage.Stage3, 0, 0, 0));
        Assert.Equal(GvhdGrade.GradeIII, MagicAcuteGvhd.Grade(0, 0, 0, OrganStage.Stage2));
    }

    [Fact, Rule("MAGIC-1.3", "gvhd-cytopenia-observations 1.3: missing organs")]
    public void Open_stages_give_the_lowest_and_the_highest_of_all_stages_they_could_be()
    {
        foreach (var skin in Ranges(4))
        {
            foreach (var liver in Ranges(4))
            {
                foreach (var (upper, lower) in from upper in Ranges(1) from lower in Ranges(4) select (upper, lower))
                {
                    var grades = (from s in skin from l in liver from u in upper from w in lower
                                  select MagicAcuteGvhd.Grade((OrganStage)s, (OrganStage)l, (UpperGiStage)u, (OrganStage)w)).ToArray();
                    Assert.Equal((grades.Min(), grades.Max()), MagicAcuteGvhd.Grade(Set<OrganStage>(skin), Set<OrganStage>(liver), Set<UpperGiStage>(upper), Set<OrganStage>(lower)));
                }
            }
        }
    }

    [Fact]
    public void A_higher_stage_of_one_organ_is_never_a_lower_grade()
    {
        foreach (var (skin, liver, upper, lower) in Combinations())
        {
            var here = MagicAcuteGvhd.Grade((OrganStage)skin, (OrganStage)liver, (UpperGiStage)upper, (OrganStage)lower);
            Assert.True(MagicAcuteGvhd.Grade((OrganStage)Math.Min(skin + 1, 4), (OrganStage)liver, (UpperGiStage)upper, (OrganStage)lower) >= here);
            Assert.True(MagicAcuteGvhd.Grade((OrganStage)skin, (OrganStage)Math.Min(liver + 1, 4), (UpperGiStage)upper, (OrganStage)lower) >= here);
            Assert.True(MagicAcuteGvhd.Grade((OrganStage)skin, (OrganStage)liver, UpperGiStage.Stage1, (OrganStage)lower) >= here);
            Assert.True(MagicAcuteGvhd.Grade((OrganStage)skin, (OrganStage)liver, (UpperGiStage)upper, (OrganStage)Math.Min(lower + 1, 4)) >= here);
        }
    }

    internal static IEnumerable<(int Skin, int Liver, int UpperGi, int LowerGi)> Combinations() =>
        from skin in Enumerable.Range(0, 5) from liver in Enumerable.Range(0, 5) from upper in Enumerable.Range(0, 2) from lower in Enumerable.Range(0, 5)
        select (skin, liver, upper, lower);

    static IEnumerable<int[]> Ranges(int highest) =>
        from low in Enumerable.Range(0, highest + 1) from high in Enumerable.Range(low, highest + 1 - low) select Enumerable.Range(low, high - low + 1).ToArray();

    static Possible<T> Set<T>(int[] stages) where T : struct, Enum => Possible.Of<T>([.. stages.Select(stage => (T)Enum.ToObject(typeof(T), stage))]);
}
