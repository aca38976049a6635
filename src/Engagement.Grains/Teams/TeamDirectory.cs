using System.Collections.Frozen;
using Engagement.Contracts;
using Engagement.Grains.Storage;
using Microsoft.Extensions.Logging;
using StackExchange.Redis;

namespace Engagement.Grains.Teams;

/// <summary>All teams, as this process knows them: read at the start, then what changed, every few seconds. Names, codes and parents are asked for on every page.</summary>
public sealed partial class TeamDirectory(StoreConnection store, RecordFormat format, Cell cell, ILogger<TeamDirectory> log) : RecordPoll(TimeSpan.FromSeconds(5))
{
    // Clocks of processes differ: what changed a little before the newest change may still come.
    private const long Overlap = 10 * 60 * 1000;

    private readonly SemaphoreSlim _reading = new(1);
    private volatile FrozenDictionary<string, TeamCard> _teams = FrozenDictionary<string, TeamCard>.Empty;
    private long _newest;

    /// <summary>Every team, dissolved ones among them.</summary>
    public IReadOnlyCollection<TeamCard> All => _teams.Values;

    /// <summary>The team; null for none.</summary>
    public TeamCard? Find(string? id) => id is not null && _teams.TryGetValue(id, out var team) ? team : null;

    /// <summary>Whether it is a team at work.</summary>
    public bool IsOpen(string id) => Find(id) is { IsOpen: true };

    /// <summary>The team at work that a typed or scanned code belongs to; null for none.</summary>
    public TeamCard? ByCode(string? typed) => ShortCode.Read(typed, TeamState.CodeLength) is { } code ? _teams.Values.FirstOrDefault(team => team.IsOpen && team.Code == code) : null;

    /// <inheritdoc/>
    public override async Task Refresh()
    {
        await _reading.WaitAsync();
        try
        {
            var changed = await store.Database.SortedSetRangeByScoreWithScoresAsync(cell.Key(TeamState.All), start: Math.Max(0, _newest - Overlap));
            if (changed.Length == 0)
            {
                return;
            }

            var records = await store.Database.StringGetAsync([.. changed.Select(entry => cell.Record(TeamState.Kind, (string)entry.Element!))]);
            Learn(records.Where(record => !record.IsNull).Select(record => format.Read<TeamState>((byte[])record!).Card()));
            _newest = (long)changed[^1].Score;
        }
        finally
        {
            _reading.Release();
        }
    }

    /// <summary>Takes over what changed.</summary>
    internal void Learn(IEnumerable<TeamCard> changed)
    {
        var teams = new Dictionary<string, TeamCard>(_teams);
        foreach (var team in changed)
        {
            teams[team.Id] = team;
        }

        _teams = teams.ToFrozenDictionary();
    }

    [LoggerMessage(LogLevel.Warning, "The teams could not be read: {Why}")]
    protected override partial void Away(string why);
}
