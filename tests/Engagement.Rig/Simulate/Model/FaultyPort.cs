using Engagement.Grains.Storage;
using StackExchange.Redis;

namespace Engagement.Rig.Simulate.Model;

/// <summary>
/// One process's way to the store. Everything asked waits until the schedule decides: carried out and answered, carried
/// out without an answer, refused by the network and carried out later, or never.
/// </summary>
internal sealed class FaultyPort(MemoryStore store) : ILedgerPort
{
    private readonly List<Waiting> _waiting = [];

    /// <summary>Changes that nobody waits for any more and that may still arrive.</summary>
    public List<LedgerChange> Adrift { get; } = [];

    public int Count => _waiting.Count;

    public Task<byte[]?> ReadAsync(RedisKey key) => AskAsync(stored => stored.Strings.GetValueOrDefault(key.ToString()));

    public Task<byte[]> VersionAsync(RedisKey key) =>
        AskAsync(stored => stored.Strings.TryGetValue(key.ToString(), out var record) ? record[..RecordFormat.HeaderLength] : []);

    /// <summary>Asks anything.</summary>
    public Task<T> AskAsync<T>(Func<MemoryStore, T> question)
    {
        var answer = new TaskCompletionSource<T>();
        _waiting.Add(new(null, () => answer.SetResult(question(store)), () => answer.SetException(Lost())));
        return answer.Task;
    }

    public Task<long> CommitAsync(LedgerChange change)
    {
        var answer = new TaskCompletionSource<long>();
        _waiting.Add(new(change, () => answer.SetResult(store.Apply(change)), () => answer.SetException(Lost())));
        return answer.Task;
    }

    /// <summary>The n-th thing that was asked is carried out and answered.</summary>
    public void Deliver(int n) => Take(n).Answer();

    /// <summary>The answer is lost; a change was carried out before (<paramref name="applied"/>), or still may be.</summary>
    public void Fail(int n, bool applied)
    {
        var lost = Take(n);
        if (lost.Change is not null && applied)
        {
            store.Apply(lost.Change, isTorn: store.Without == Mutation.Atomicity);
        }
        else if (lost.Change is not null)
        {
            Adrift.Add(lost.Change);
        }

        lost.Fail();
    }

    /// <summary>Carried out and answered; and the network keeps a copy that may be carried out again.</summary>
    public void Duplicate(int n)
    {
        if (_waiting[n].Change is { } change)
        {
            Adrift.Add(change);
        }

        Deliver(n);
    }

    /// <summary>The process is gone: nobody hears an answer, and what was on its way may still arrive.</summary>
    public void Crash()
    {
        Adrift.AddRange(_waiting.Select(lost => lost.Change).OfType<LedgerChange>());
        _waiting.Clear();
    }

    /// <summary>A change adrift arrives, or is gone for good.</summary>
    public void Arrive(int n, bool applied)
    {
        var change = Adrift[n];
        Adrift.RemoveAt(n);
        if (applied)
        {
            store.Apply(change);
        }
    }

    private Waiting Take(int n)
    {
        var taken = _waiting[n];
        _waiting.RemoveAt(n);
        return taken;
    }

    private static TimeoutException Lost() => new("injected");

    private sealed record Waiting(LedgerChange? Change, Action Answer, Action Fail);
}
