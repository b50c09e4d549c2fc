using CarNkMonitor.Grading.Icans;

namespace CarNkMonitor.Benchmarks.Icans;

/// <summary>The yardstick: ICANS of a fully known record as one hand-written chain of ifs with one result object and nothing else.</summary>
sealed record StraightIcans(int Low, int High)
{
    public static StraightIcans Of(IcansInputs inputs) =>
        inputs.AgeYears < 12m || inputs.HasDevelopmentalDelay && inputs.AgeYears <= 21m ? Pediatric(inputs) : Adult(inputs);

    static StraightIcans Adult(IcansInputs inputs)
    {
        var ice = inputs.Ice;
        var total = ice.Orientation!.Value + ice.Naming!.Value + ice.Commands!.Value + ice.Writing!.Value + ice.Attention!.Value;
        var grade = 0;
        if (inputs.IceBaseline is not { } baseline || total < baseline)
        {
            if (total <= 2)
            {
                grade = 3;
            }
            else if (total <= 6)
            {
                grade = 2;
            }
            else if (total <= 9)
            {
                grade = 1;
            }
        }

        return Others(inputs, grade);
    }

    static StraightIcans Pediatric(IcansInputs inputs)
    {
        var capd = inputs.Capd;
        var total = capd.EyeContact!.Value + capd.Purposeful!.Value + capd.Aware!.Value + capd.Communicates!.Value
            + capd.Restless!.Value + capd.Inconsolable!.Value + capd.Underactive!.Value + capd.SlowToRespond!.Value;
        var grade = 0;
        if (total > (inputs.CapdBaseline ?? 0))
        {
            grade = total >= 9 ? 3 : 1;
        }

        return Others(inputs, grade);
    }

    static StraightIcans Others(IcansInputs inputs, int grade)
    {
        if (!inputs.ConsciousnessHasOtherCause)
        {
            grade = Math.Max(grade, (int)inputs.Consciousness!.Value);
        }

        if (!inputs.SeizureHasOtherCause && inputs.Seizure is { } seizure && seizure != SeizureReport.None)
        {
            if (seizure == SeizureReport.RepetitiveNoRecovery || inputs.SeizureMinutes is { Value: > 5m })
            {
                grade = 4;
            }
            else
            {
                grade = Math.Max(grade, inputs.SeizureMinutes is null && seizure == SeizureReport.Prolonged ? 4 : 3);
            }
        }

        if (!inputs.MotorHasOtherCause && inputs.Motor == MotorWeakness.DeepFocal)
        {
            grade = 4;
        }

        if (!inputs.PressureHasOtherCause && inputs.Pressure is { } signs)
        {
            if ((signs & ~PressureSigns.Edema) != 0 || (signs & PressureSigns.DiffuseEdema) != 0 && !inputs.IntracranialHemorrhage)
            {
                grade = 4;
            }
            else if ((signs & PressureSigns.FocalEdema) != 0 && !inputs.IntracranialHemorrhage)
            {
                grade = Math.Max(grade, 3);
            }
        }

        return inputs.Death == IcansDeathCause.Icans ? new(5, 5) : new(grade, grade);
    }
}
