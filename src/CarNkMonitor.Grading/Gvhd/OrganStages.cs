using static CarNkMonitor.Grading.Gvhd.OrganStage;

namespace CarNkMonitor.Grading.Gvhd;

/// <summary>Limits reached or missed to the stages that stay possible.</summary>
static class OrganStages
{
    /// <summary>
    /// Each answer says whether the finding reaches the limit of that stage; null when the record leaves it open. A limit that is reached
    /// includes the ones before it.
    /// </summary>
    public static Possible<OrganStage> Reached(bool? one, bool? two, bool? three, bool? four)
    {
        var stages = default(Possible<OrganStage>);
        if (one != true)
        {
            stages = stages.Or(Stage0);
        }

        if (one != false && two != true)
        {
            stages = stages.Or(Stage1);
        }

        if (two != false && three != true)
        {
            stages = stages.Or(Stage2);
        }

        if (three != false && four != true)
        {
            stages = stages.Or(Stage3);
        }

        return four != false ? stages.Or(Stage4) : stages;
    }

    /// <summary>Every stage from one to another, both included.</summary>
    public static Possible<OrganStage> Between(OrganStage low, OrganStage high)
    {
        var stages = default(Possible<OrganStage>);
        foreach (var stage in Possible.Any<OrganStage>())
        {
            if (stage >= low && stage <= high)
            {
                stages = stages.Or(stage);
            }
        }

        return stages;
    }
}
