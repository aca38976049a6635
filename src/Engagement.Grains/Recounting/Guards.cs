using Engagement.Grains.Storage;
using StackExchange.Redis;

namespace Engagement.Grains.Recounting;

/// <summary>The stored guards, and whether each is owned by something that is counted.</summary>
internal sealed class Guards(int receiptsPerDay)
{
    private readonly Dictionary<(string Guard, string Member), (string Owner, bool Explained)> _stored = [];
    private readonly HashSet<(string Guard, string Member)> _freed = [];
    private readonly HashSet<(string Guard, string Member)> _ofRecord = [];
    private readonly Dictionary<(string Counter, string Field), int> _received = [];
    private readonly List<(Once Once, string Owner)> _unguarded = [];
    private readonly List<Difference> _differences = [];

    /// <summary>Ids of those who are counted.</summary>
    public Texts Texts { get; } = new();

    /// <summary>Guards that were read.</summary>
    public int Count => _stored.Count;

    /// <summary>Takes in a stored guard.</summary>
    public void Read(string guard, HashEntry entry) => _stored[(guard, Members.Text(entry.Name))] = (Members.Text(entry.Value), false);

    /// <summary>Another record begins.</summary>
    public void NextRecord() => _ofRecord.Clear();

    /// <summary>The stored owner; null for none.</summary>
    public string? OwnerOf(string guard, RedisValue member) => _stored.TryGetValue((guard, Members.Text(member)), out var found) ? found.Owner : null;

    /// <summary>Whether the guard is this one's: only then is what is inside counted.</summary>
    public bool Owns(Once once)
    {
        var key = (once.Guard, Members.Text(once.Member));
        var owner = Members.Text(once.Owner);
        var isStored = _stored.TryGetValue(key, out var found);
        var owns = isStored && found.Owner == owner;
        if (once.Limit is null && _ofRecord.Add(key) && !owns)
        {
            Differ(key, isStored ? found.Owner : null, owner); // without a limit, the first of a record always owns it
        }

        if (owns)
        {
            _stored[key] = (found.Owner, true);
            Received(once);
        }
        else if (!isStored && once.Limit is not null)
        {
            _unguarded.Add((once, owner));
        }

        return owns;
    }

    /// <summary>A guard that was owned and given free by a void.</summary>
    public void Freed(Once once)
    {
        _freed.Add((once.Guard, Members.Text(once.Member)));
        Received(once);
    }

    /// <summary>Guards that nothing counted owns, and counted things without a guard that no limit and no void explains.</summary>
    public IEnumerable<Difference> Differences()
    {
        foreach (var (once, owner) in _unguarded)
        {
            var key = (once.Guard, Members.Text(once.Member));
            if (!_freed.Contains(key) && _received.GetValueOrDefault((once.Limit!, Members.Text(once.LimitField))) < receiptsPerDay)
            {
                Differ(key, null, owner);
            }
        }

        foreach (var (key, (owner, _)) in _stored.Where(entry => !entry.Value.Explained))
        {
            Differ(key, owner, null);
        }

        return _differences;
    }

    private void Received(Once once)
    {
        if (once.Limit is not null)
        {
            var key = (once.Limit, Texts.Of(once.LimitField));
            _received[key] = _received.GetValueOrDefault(key) + 1;
        }
    }

    private void Differ((string Guard, string Member) key, string? stored, string? expected) => _differences.Add(new("guard", key.Guard, Members.Show(key.Member),
        stored is null ? "none" : Members.Show(stored), expected is null ? "none that is counted" : Members.Show(expected)));
}
