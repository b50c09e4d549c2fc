using Xunit;

namespace CarNkMonitor.Testing.Provider;

/// <summary>The people's phones: what arrived, and what a test has already looked at.</summary>
sealed class Phones
{
    readonly Lock _gate = new();
    readonly List<TextOnPhone> _texts = [];
    TaskCompletionSource _arrival = NewArrival();

    public void Arrive(TextOnPhone text)
    {
        lock (_gate)
        {
            _texts.Add(text);
            _arrival.SetResult();
            _arrival = NewArrival();
        }
    }

    public async Task<TextOnPhone> Take(string phone, string words, TimeSpan patience)
    {
        using var end = new CancellationTokenSource(patience);
        while (true)
        {
            var (found, arrival) = Look(phone, words);
            if (found is not null)
                return found;
            try
            {
                await arrival.WaitAsync(end.Token);
            }
            catch (OperationCanceledException)
            {
                Assert.Fail($"No text with \"{words}\" came to {phone} within {patience.TotalSeconds} s. Not yet expected:{Unexpected()}");
            }
        }
    }

    (TextOnPhone? Found, Task Arrival) Look(string phone, string words)
    {
        lock (_gate)
        {
            var found = _texts.Find(text => !text.IsExpected && text.Phone == phone && text.Body.Contains(words, StringComparison.Ordinal));
            if (found is not null)
                found.IsExpected = true;
            return (found, _arrival.Task);
        }
    }

    /// <summary>One line for each text that no test asked for; empty when there is none.</summary>
    public string Unexpected()
    {
        lock (_gate)
        {
            var unexpected = _texts.Where(text => !text.IsExpected);
            return string.Concat(unexpected.Select(text => $"{Environment.NewLine}  {text.Phone}: {text.Body}"));
        }
    }

    static TaskCompletionSource NewArrival() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
