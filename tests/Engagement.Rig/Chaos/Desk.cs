using System.Collections.Concurrent;
using Engagement.Rig.City;
using Engagement.Rig.History;

namespace Engagement.Rig.Chaos;

/// <summary>Every command and question goes through here: recorded before it is sent and after it was answered, and kept when nobody answered.</summary>
internal sealed class Desk(Mail mail, HistoryRecorder recorder)
{
    private const int Settler = 1_000_000;
    private readonly ConcurrentQueue<Letter> _open = new();
    private long _acknowledged;

    /// <summary>Commands that were answered with yes.</summary>
    public long Acknowledged => Interlocked.Read(ref _acknowledged);

    /// <summary>Commands that nobody answered so far.</summary>
    public int Open => _open.Count;

    /// <summary>How often each answer was given to a command.</summary>
    public ConcurrentDictionary<string, int> Outcomes { get; } = [];

    /// <summary>All clocks of the city are moved.</summary>
    public void Advance(TimeSpan by, Action move)
    {
        var ticket = recorder.Call(0, new(OperationKind.Advance, null, null) { Hours = by.TotalHours });
        move();
        recorder.Return(ticket, Operation.Done, new() { Tries = 1 });
    }

    public Task<Call> Command(int client, OperationCall what, string path, object body, Person by, Uri? site = null) =>
        Send(client, new(what, HttpMethod.Post, path, body, by), site);

    public Task<Call> Question(int client, OperationCall what, string path, Person by) =>
        Send(client, new(what, HttpMethod.Get, path, null, by), null);

    /// <summary>Asks once more for everything that nobody answered, with the same commands. How many stay open.</summary>
    public async Task<int> Settle()
    {
        var letters = _open.ToArray();
        _open.Clear();
        await Task.WhenAll(letters.Select((letter, i) => Send(Settler + i, letter, null)));
        return _open.Count;
    }

    private async Task<Call> Send(int client, Letter letter, Uri? site)
    {
        var ticket = recorder.Call(client, letter.What);
        var call = await mail.Send(letter.Method, letter.Path, letter.Body, letter.By.Token, site);
        var outcome = ApiAnswers.Outcome(call);
        recorder.Return(ticket, outcome, ApiAnswers.Facts(letter.What.Kind, call));
        if (letter.What.Command is not null)
        {
            Outcomes.AddOrUpdate($"{letter.What.Kind} {outcome}", 1, static (_, n) => n + 1);
        }

        if (outcome == Operation.Unknown && letter.What.Command is not null)
        {
            _open.Enqueue(letter);
        }
        else if (outcome == Operation.Done && letter.What.Command is not null)
        {
            Interlocked.Increment(ref _acknowledged);
        }

        return call;
    }

    private sealed record Letter(OperationCall What, HttpMethod Method, string Path, object? Body, Person By);
}
