using CarNkMonitor.Grading.Courses;

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

    /// <summary>When the open episode closes if nothing changes before.</summary>
    DateTime? ClosesAt => _quietSince + CrsTimes.EpisodeClosesAfter;

    public static Dictionary<DateTime, CrsAssessment> Over(CrsRecord record, IReadOnlyCollection<DateTime> moments)
    {
        var wanted = moments.ToHashSet();
        return Along(record, wanted, wanted.Contains).Take(wanted.Count).ToDictionary(result => result.Moment);
    }

    /// <summary>The results that are asked for, ascending: at changes, at closings of an episode and at <paramref name="more"/>.</summary>
    public static IEnumerable<CrsAssessment> Along(CrsRecord record, IEnumerable<DateTime> more, Func<DateTime, bool> isAsked)
    {
        var fevers = record.Temperature.Where(fact => fact.Measured.IsAtLeast(FeverFinding.Limit) == true).Select(fact => fact.ObservedAt).ToHashSet();
        var walk = new CrsWalk(record);
        var instants = record.Changes();
        instants.UnionWith(more);
        foreach (var moment in Instants.Sorted(instants))
        {
            // Nothing changes between two moments: an episode that was quiet at the former closes on its way to the latter.
            if (walk.ClosesAt is { } closing && closing < moment && walk.MoveTo(closing, isAsked, isFever: false) is { } closed)
            {
                yield return closed;
            }

            if (walk.MoveTo(moment, isAsked, fevers.Contains(moment)) is { } result)
            {
                yield return result;
            }
        }

        if (walk.ClosesAt is { } last && walk.MoveTo(last, isAsked, isFever: false) is { } end)
        {
            yield return end;
        }
    }

    CrsAssessment? MoveTo(DateTime moment, Func<DateTime, bool> isAsked, bool isFever)
    {
        _onset = Onset(moment);
        var result = isAsked(moment) ? Assess(moment, InputsAt(moment)) : null;
        if (result is null && _onset is not null)
        {
            InputsAt(moment); // whether the episode is quiet
        }

        if (isFever)
        {
            _fevers.Add(moment);
        }

        return result;
    }

    /// <summary>An episode that has been quiet for long enough is closed for this very moment.</summary>
    CrsInputs InputsAt(DateTime moment)
    {
        var inputs = CrsWindows.At(record, moment, _onset);
        return _onset is not null && IsClosedNow(moment, inputs) ? CrsWindows.At(record, moment, _onset) : inputs;
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

    bool IsClosedNow(DateTime moment, CrsInputs inputs)
    {
        _quietSince = record.IsAssessed(moment) && CrsGrader.RangeOf(inputs).High == ToxicityGrade.None ? _quietSince ?? moment : null;
        if (ClosesAt is not { } closes || closes > moment)
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
        var recorded = inputs.Recorded ?? inputs;
        return new CrsAssessment(moment, isNotAssessed ? CrsGrader.NotAssessed : CrsGrader.Grade(inputs), _episode, onset, VitalDangers.Of(recorded))
        {
            Recorded = recorded,
        };
    }

    /// <summary>A fever read at this very moment opens the episode: it is its onset, though not yet established.</summary>
    DateTime? OnsetNow(DateTime moment)
    {
        foreach (var reading in Facts.Timed.Between(record.Temperature, moment.AddTicks(-1), moment))
        {
            if (reading.Measured.IsAtLeast(FeverFinding.Limit) == true)
            {
                return moment;
            }
        }

        return null;
    }
}
