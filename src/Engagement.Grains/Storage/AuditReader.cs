namespace Engagement.Grains.Storage;

/// <summary>Plain reads of the newest lines of the audit log, for operators.</summary>
public sealed class AuditReader(StoreConnection store, RecordFormat format, Cell cell)
{
    /// <summary>Lines looked at: older ones are for an export of the log, not for a page.</summary>
    public const int Most = 1_000;

    /// <summary>Lines below <paramref name="before"/>, newest first; null begins at the newest.</summary>
    public async Task<AuditSlice> Page(long? before, int take)
    {
        var total = await store.Database.ListLengthAsync(cell.Key("audit"));
        var to = Math.Clamp(before ?? total, 0, total);
        var from = Math.Max(0, to - Math.Clamp(take, 1, Most));
        var items = to == 0 ? [] : await store.Database.ListRangeAsync(cell.Key("audit"), from, to - 1);
        return new([.. items.Reverse().Select(item => format.ReadItem<AuditEntry>((byte[])item!))], total, from);
    }

    /// <summary>The newest lines of an act, newest first.</summary>
    public async Task<IReadOnlyList<AuditEntry>> Latest(string act)
    {
        var items = await store.Database.ListRangeAsync(cell.Key("audit"), -Most, -1);
        return [.. items.Reverse().Select(item => format.ReadItem<AuditEntry>((byte[])item!)).Where(entry => entry.Act == act)];
    }
}

/// <summary>A part of the audit log.</summary>
/// <param name="Entries">Newest first.</param>
/// <param name="Total">Lines ever.</param>
/// <param name="From">How many lines are older.</param>
public sealed record AuditSlice(IReadOnlyList<AuditEntry> Entries, long Total, long From);
