namespace CarNkMonitor.Grading.Mas;

/// <summary>The words of the MAS levels.</summary>
static class MasWord
{
    public static readonly (string Word, MasLevel Level)[] All =
        [("NONE", MasLevel.None), ("WATCH", MasLevel.Watch), ("AMBER", MasLevel.Amber), ("RED", MasLevel.Red)];

    public static string Of(MasLevel level) => All[(int)level].Word;
}
