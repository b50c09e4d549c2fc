namespace CarNkMonitor.Grading.Cytopenia;

/// <summary>Whether a count stands on its own, without the help of a transfusion.</summary>
static class Transfusions
{
    /// <summary>True when no transfusion was given on this day or on the days before it that make up the span: 7 days are the day and the 6 before.</summary>
    public static bool NoneWithin(IReadOnlyList<int> transfusionDays, int span, int day)
    {
        for (var at = 0; at < transfusionDays.Count; at++)
        {
            if (transfusionDays[at] <= day && transfusionDays[at] > day - span)
            {
                return false;
            }
        }

        return true;
    }
}
