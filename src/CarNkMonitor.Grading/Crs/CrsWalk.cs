namespace CarNkMonitor.Grading.Crs;

/// <summary>
/// Walks through a record from change to change. Between two changes a result is constant, so that "24 h continuous" is exact and
/// an episode closes to the minute, not at the next entry.
/// </summary>
sealed class CrsWalk(CrsRecord record)
{
    readonly List<DateTime> _fevers = [];
    int _episode = 1;
    DateTime? _onset;
    DateTime? _quietSince;

    public static Dictionary<DateTime, CrsAssessment> Over(CrsRecord record, IReadOnlyList<DateTime> moments)
    {
        var results = new Dictionary<DateTime, CrsAssessment>();
        if (moments.Count == 0)
        {
            return results;
        }

        var last = moments.Max();
        var wanted = moments.ToHashSet();
        var fevers = record.Temperature.Where(fact => fact.Measured.IsAtLeast(FeverFinding.Limit) == true).Select(fact => fact.ObservedAt).ToHashSet();
        var walk = new CrsWalk(record);
        foreach (var moment in record.Changes().Where(change => change <= last).Concat(wanted).Distinct().Order())
        {
            walk.MoveTo(moment, wanted.Contains(moment) ? results : null, fevers.Contains(moment));
        }

        return results;
    }

    void MoveTo(DateTime moment, Dictionary<DateTime, CrsAssessment>? results, bool isFever)
    {
        CloseIfQuietBefore(moment);
        _onset = Onset(moment);
        if (results is not null || _onset is not null)
        {
            var inputs = CrsWindows.At(record, moment, _onset);
            if (_onset is not null && IsClosedNow(moment, inputs))
            {
                inputs = CrsWindows.At(record, moment, _onset);
            }

            results?.Add(moment, Assess(moment, inputs));
        }

        if (isFever)
        {
            _fevers.Add(moment);
        }
    }

    /// <summary>The first fever before this moment that no statement made by now explains away.</summary>
    DateTime? Onset(DateTime moment)
    {
        foreach (var fever in _fevers)
        {
            if (!record.Fever.Explains(fever, moment))
            {
                return fever;
            }
        }

        _quietSince = null;
        return null;
    }

    /// <summary>Nothing changes between two moments: an episode that was quiet at the former closes on its way to the latter.</summary>
    void CloseIfQuietBefore(DateTime moment)
    {
        if (_quietSince + CrsTimes.EpisodeClosesAfter < moment)
        {
            Close();
        }
    }

    bool IsClosedNow(DateTime moment, CrsInputs inputs)
    {
        _quietSince = record.IsAssessed(moment) && CrsGrader.RangeOf(inputs).High == ToxicityGrade.None ? _quietSince ?? moment : null;
        if (_quietSince + CrsTimes.EpisodeClosesAfter > moment || _quietSince is null)
        {
            return false;
        }

        Close();
        return true;
    }

    void Close()
    {
        _fevers.Clear();
        (_onset, _quietSince) = (null, null);
        _episode++;
    }

    CrsAssessment Assess(DateTime moment, CrsInputs inputs)
    {
        var isNotAssessed = inputs.Day is not null && !record.IsAssessed(moment);
        var onset = _onset ?? (inputs.TemperatureMax is not null && !inputs.FeverHasOtherCause ? OnsetNow(moment) : null);
        return new CrsAssessment(moment, isNotAssessed ? CrsGrader.NotAssessed : CrsGrader.Grade(inputs), _episode, onset, DangerOf(inputs));
    }

    /// <summary>The reading taken at this very moment opens the episode: it is its onset, though not yet established.</summary>
    DateTime? OnsetNow(DateTime moment) =>
        Facts.Timed.Between(record.Temperature, moment.AddTicks(-1), moment) is [.., var reading] && reading.Measured.IsAtLeast(FeverFinding.Limit) == true
            ? moment : null;

    static VitalDanger DangerOf(CrsInputs inputs) =>
        (inputs.Vasopressors is { } agents && HypotensionFinding.OnAgents(agents) is not null ? VitalDanger.Vasopressor : VitalDanger.None)
        | (HypotensionFinding.IsLow(inputs) == true ? VitalDanger.LowPressure : VitalDanger.None)
        | (inputs.SaturationMin?.IsBelow(OxygenFinding.UnmetBelow) == true ? VitalDanger.LowSaturation : VitalDanger.None);
}
