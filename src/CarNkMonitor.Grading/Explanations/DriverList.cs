using CarNkMonitor.Grading.Facts;

namespace CarNkMonitor.Grading.Explanations;

/// <summary>Collects the recorded inputs behind what is present; an input that is missing, or not behind anything, is left out.</summary>
sealed class DriverList : List<Driver>
{
    public DriverList Add(bool? isPresent, string code, Measured? value, string unit)
    {
        if (isPresent == true && value is { } measured)
        {
            Add(Driver.Of(code, measured, unit));
        }

        return this;
    }

    public DriverList Add(bool? isPresent, string code, Triglycerides? value) => Add(isPresent, code, value?.Value, value?.UnitCode ?? "");

    public DriverList Add(bool? isPresent, string code, Multiple? value, string unit) => Add(isPresent, code, value?.Value, value?.UnitCode(unit) ?? unit);

    /// <summary>A coded value, or a yes.</summary>
    public DriverList Add(bool? isPresent, string code, string value = "true")
    {
        if (isPresent == true)
        {
            Add(Driver.Of(code, value));
        }

        return this;
    }
}
