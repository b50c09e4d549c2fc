using System.Collections.Frozen;
using CarNkMonitor.Monitoring.Subjects;
using CsvHelper;

namespace CarNkMonitor.Monitoring.Observations;

/// <summary>
/// Every observation that the record knows, read once from <c>observations.csv</c>. The program asks for it at start: a catalogue with a
/// wrong LOINC check digit, or a number without unit or limits, refuses to start rather than to grade (<see cref="GradedCatalog"/>).
/// </summary>
public sealed class ObservationCatalog
{
    static readonly Lazy<ObservationCatalog> OurOwn = new(ReadOurOwn);

    readonly FrozenDictionary<string, ObservationType> _types;

    ObservationCatalog(IReadOnlyList<ObservationType> types)
    {
        All = types;
        _types = types.ToFrozenDictionary(type => type.Code, StringComparer.Ordinal);
    }

    /// <summary>The catalogue that is part of the program.</summary>
    /// <exception cref="InvalidDataException">The file breaks one of its rules; the message names code and rule.</exception>
    public static ObservationCatalog Default => OurOwn.Value;

    /// <summary>In the order of the file.</summary>
    public IReadOnlyList<ObservationType> All { get; }

    public ObservationType? Find(string code) => _types.GetValueOrDefault(code);

    /// <summary>The type of a code that is known to be in the catalogue, for example one that is stored.</summary>
    /// <exception cref="KeyNotFoundException">It is not.</exception>
    public ObservationType this[string code] => _types[code];

    /// <summary>The catalogue for one subject: what a study has set for it is asked about in the place of the catalogue's own limits.</summary>
    /// <param name="limits">Of that subject; the last one of a code counts.</param>
    public ObservationCatalog With(IReadOnlyCollection<AlarmLimit> limits) => limits.Count == 0 ? this
        : With(type => limits.LastOrDefault(limit => limit.Code == type.Code) is { } own && type.Quantity is { } rule
            ? type with { Quantity = rule with { ConfirmBelow = own.Below, ConfirmAbove = own.Above } } : type);

    internal ObservationCatalog With(Func<ObservationType, ObservationType> changed) => new([.. All.Select(changed)]);

    /// <exception cref="InvalidDataException">A row breaks one of the catalogue's rules.</exception>
    public static ObservationCatalog Read(TextReader text)
    {
        using var csv = CsvReader.Create(text, new CsvReaderOptions { Separator = ',' }, leaveOpen: true);
        var types = new List<ObservationType>();
        while (csv.Read())
        {
            types.Add(CatalogRow.Read(csv));
        }

        return new ObservationCatalog(types);
    }

    static ObservationCatalog ReadOurOwn()
    {
        using var stream = typeof(ObservationCatalog).Assembly.GetManifestResourceStream("observations.csv")
            ?? throw new InvalidDataException("The observation catalogue is missing from the program.");
        using var text = new StreamReader(stream);
        return GradedCatalog.Checked(Read(text));
    }
}
