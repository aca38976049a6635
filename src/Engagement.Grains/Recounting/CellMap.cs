namespace Engagement.Grains.Recounting;

/// <summary>What a key of the cell is.</summary>
internal enum KeyRole
{
    /// <summary>Nothing that the product writes.</summary>
    Unknown = 0,

    /// <summary>A record: primary.</summary>
    Record,

    /// <summary>A hash of who was counted: primary.</summary>
    Guard,

    /// <summary>A list of a record's older parts: primary.</summary>
    Parts,

    /// <summary>A hash of numbers: derived.</summary>
    Counter,

    /// <summary>A sorted set of packed scores: derived.</summary>
    Board,

    /// <summary>A sorted set of instants: derived.</summary>
    Index,

    /// <summary>The sorted set of due work: derived, except for its messages.</summary>
    Agenda,

    /// <summary>A log, a cache or a setting that nothing is counted from.</summary>
    Aside,
}

/// <summary>The names of a cell. A name that ends in ':' is the beginning of many keys.</summary>
internal static class CellMap
{
    private static readonly Dictionary<string, KeyRole> Names = new()
    {
        ["pair:"] = KeyRole.Guard, ["people:"] = KeyRole.Guard,
        ["hops:"] = KeyRole.Parts,
        ["totals"] = KeyRole.Counter, ["sent"] = KeyRole.Counter, ["claimed"] = KeyRole.Counter, ["receipts:"] = KeyRole.Counter,
        ["wechat"] = KeyRole.Counter, ["places"] = KeyRole.Counter,
        ["board:"] = KeyRole.Board,
        ["sent:"] = KeyRole.Index, ["received:"] = KeyRole.Index, ["held:"] = KeyRole.Index, ["inbox:"] = KeyRole.Index,
        ["letters"] = KeyRole.Index, ["reports"] = KeyRole.Index, ["names"] = KeyRole.Index, ["on-boards"] = KeyRole.Index,
        ["stations"] = KeyRole.Index, ["thanks-codes"] = KeyRole.Index,
        ["operators"] = KeyRole.Index, ["staff"] = KeyRole.Index,
        ["on-courier-board"] = KeyRole.Index, ["publications"] = KeyRole.Index,
        ["record-shares"] = KeyRole.Index, ["record-requests"] = KeyRole.Index,
        ["bouquets:"] = KeyRole.Index, ["media-review"] = KeyRole.Index, ["media-traces"] = KeyRole.Index, ["photos:"] = KeyRole.Index,
        ["activities"] = KeyRole.Index, ["activities:"] = KeyRole.Index, ["activities-review:"] = KeyRole.Index, ["signups:"] = KeyRole.Index,
        ["needs:"] = KeyRole.Index, ["needs-review:"] = KeyRole.Index, ["needs-at:"] = KeyRole.Index,
        ["acts"] = KeyRole.Counter, ["acts:"] = KeyRole.Index, ["acts-review:"] = KeyRole.Index, ["acts-overdue"] = KeyRole.Index, ["act-photo:"] = KeyRole.Index,
        ["protections"] = KeyRole.Counter, ["protections:"] = KeyRole.Index, ["protections-for:"] = KeyRole.Index, ["protections-open:"] = KeyRole.Index,
        ["couriers"] = KeyRole.Counter, ["rosters:"] = KeyRole.Index, ["imports:"] = KeyRole.Index, ["company-nonce:"] = KeyRole.Aside,
        ["batches"] = KeyRole.Index, ["seeds"] = KeyRole.Counter, ["paper-frozen"] = KeyRole.Index, ["paper-late"] = KeyRole.Index,
        ["agenda"] = KeyRole.Agenda,
        ["seq"] = KeyRole.Aside, ["latest"] = KeyRole.Aside, ["audit"] = KeyRole.Aside, ["ring"] = KeyRole.Aside,
        ["wechat-token:"] = KeyRole.Aside,
    };

    /// <summary>The role of a key, without the cell's prefix.</summary>
    public static KeyRole RoleOf(string name)
    {
        var colon = name.IndexOf(':');
        var lookup = colon < 0 ? name : name[..(colon + 1)];
        return Names.TryGetValue(lookup, out var role) ? role
            : colon > 0 && RecordKinds.All.ContainsKey(name[..colon]) ? KeyRole.Record
            : KeyRole.Unknown;
    }
}
