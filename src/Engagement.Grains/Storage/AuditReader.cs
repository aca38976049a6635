namespace Engagement.Grains.Storage;

/// <summary>Plain reads of the newest lines of the audit log, for operators.</summary>
public sealed class AuditReader(StoreConnection store, RecordFormat format, Cell cell)
{
    /// <summary>Lines looked at: older ones are for an export of the log, not for a page.</summary>
    public const int Most = 1_000;

    /// <summary>The newest lines of an act, newest first.</summary>
    public async Task<IReadOnlyList<AuditEntry>> Latest(string act)
    {
        var items = await store.Database.ListRangeAsync(cell.Key("audit"), -Most, -1);
        return [.. items.Reverse().Select(item => format.ReadItem<AuditEntry>((byte[])item!)).Where(entry => entry.Act == act)];
    }
}
