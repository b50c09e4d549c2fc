using CarNkMonitor.Grading.Facts;

namespace CarNkMonitor.Grading.Crs;

/// <summary>Windows, look-backs and lives of CRS grading (specification 1.2, 1.3 and 5; all proposals).</summary>
static class CrsTimes
{
    public static readonly TimeSpan TemperatureWindow = TimeSpan.FromHours(24);
    public static readonly TimeSpan Window = TimeSpan.FromHours(4);

    /// <summary>Without a reading in <see cref="Window"/> the latest one counts up to this age (exclusive); so does any standing entry.</summary>
    public static readonly TimeSpan LatestWithin = TimeSpan.FromHours(12);
    public static readonly TimeSpan EpisodeClosesAfter = TimeSpan.FromHours(24);
    public static readonly TimeSpan FeverEndsAfter = TimeSpan.FromHours(24);
    public static readonly TimeSpan AttributionHolds = TimeSpan.FromHours(24);
    public static readonly TimeSpan ReviewHolds = TimeSpan.FromHours(24);

    public static readonly string[] MaskingCodes = [CrsCodes.Antipyretic, CrsCodes.Steroid, CrsCodes.Tocilizumab, CrsCodes.Anticytokine];

    /// <summary>No dose hides a first fever for longer.</summary>
    public static readonly TimeSpan LongestMasking = TimeSpan.FromDays(14);

    /// <summary>How long a dose may hide a first fever; null when the code is no masking drug.</summary>
    public static (MaskingTherapy Drug, TimeSpan Acts)? Masking(Fact dose) => dose.Code switch
    {
        CrsCodes.Antipyretic => (MaskingTherapy.Antipyretic, TimeSpan.FromHours(8)),
        CrsCodes.Steroid => (MaskingTherapy.Corticosteroid, TimeSpan.FromHours(48)),
        CrsCodes.Tocilizumab => (MaskingTherapy.Tocilizumab, LongestMasking),
        CrsCodes.Anticytokine => (MaskingTherapy.OtherAnticytokine, dose.Coded switch
        {
            "anakinra" => TimeSpan.FromHours(24),
            "siltuximab" => LongestMasking,
            _ => TimeSpan.FromDays(7),
        }),
        _ => null,
    };
}
