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
        ["sent:"] = KeyRole.Index, ["received:"] = KeyRole.Index, ["held:"] = KeyRole.Index, ["lying:"] = KeyRole.Index, ["inbox:"] = KeyRole.Index,
        ["letters"] = KeyRole.Index, ["reports"] = KeyRole.Index, ["names"] = KeyRole.Index, ["on-boards"] = KeyRole.Index,
        ["stations"] = KeyRole.Index, ["thanks-codes"] = KeyRole.Index,
        ["operators"] = KeyRole.Index, ["staff"] = KeyRole.Index,
        ["on-courier-board"] = KeyRole.Index, ["on-hours-board"] = KeyRole.Index, ["publications"] = KeyRole.Index,
        ["record-shares"] = KeyRole.Index, ["record-requests"] = KeyRole.Index,
        ["bouquets:"] = KeyRole.Index, ["media-review"] = KeyRole.Index, ["media-traces"] = KeyRole.Index, ["photos:"] = KeyRole.Index,
        ["acts"] = KeyRole.Counter, ["act-waits"] = KeyRole.Counter, ["photo-looks"] = KeyRole.Index, ["objections:"] = KeyRole.Index, ["acts:"] = KeyRole.Index, ["acts-review:"] = KeyRole.Index, ["acts-overdue"] = KeyRole.Index, ["act-photo:"] = KeyRole.Index,
        ["needs:"] = KeyRole.Index, ["needs-review:"] = KeyRole.Index, ["needs-at:"] = KeyRole.Index,
        ["protections"] = KeyRole.Counter, ["protections:"] = KeyRole.Index, ["protections-for:"] = KeyRole.Index, ["protections-open:"] = KeyRole.Index,
        ["couriers"] = KeyRole.Counter, ["rosters:"] = KeyRole.Index, ["imports:"] = KeyRole.Index, ["company-nonce:"] = KeyRole.Aside,
        ["volunteers"] = KeyRole.Index, ["volunteer-names"] = KeyRole.Index, ["minors"] = KeyRole.Index, ["merges"] = KeyRole.Index, ["wards:"] = KeyRole.Index,
        ["teams"] = KeyRole.Index, ["team-members:"] = KeyRole.Index, ["team-asking:"] = KeyRole.Index, ["team-sizes"] = KeyRole.Counter,
        ["activities"] = KeyRole.Index, ["activities:"] = KeyRole.Index, ["activities-review:"] = KeyRole.Index, ["signups:"] = KeyRole.Index,
        ["activities-reminded"] = KeyRole.Index, ["activities-overdue"] = KeyRole.Index, ["duties:"] = KeyRole.Index,
        ["hours"] = KeyRole.Counter, ["hours-by:"] = KeyRole.Counter, ["hours-of:"] = KeyRole.Index, ["hours-when:"] = KeyRole.Index,
        ["hours-in:"] = KeyRole.Index, ["hours-entered:"] = KeyRole.Index, ["hours-held:"] = KeyRole.Index, ["hours-nudges:"] = KeyRole.Index,
        ["hours-cases:"] = KeyRole.Index, ["hours-cases-closed:"] = KeyRole.Index, ["hours-cases-on:"] = KeyRole.Index,
        ["hours-recorded:"] = KeyRole.Index, ["hour-imports:"] = KeyRole.Index, ["hour-imports-waiting"] = KeyRole.Index, ["hour-import:"] = KeyRole.Counter, ["hour-rows:"] = KeyRole.Index,
        ["filings:"] = KeyRole.Index, ["filing-batch:"] = KeyRole.Index, ["filing-batches:"] = KeyRole.Index,
        ["makeups:"] = KeyRole.Index, ["makeups-in:"] = KeyRole.Index, ["makeups-for:"] = KeyRole.Index,
        ["corrections:"] = KeyRole.Index, ["corrections-of:"] = KeyRole.Index, ["corrections-in:"] = KeyRole.Index,
        ["batches"] = KeyRole.Index, ["carried:"] = KeyRole.Index, ["seeds"] = KeyRole.Counter, ["paper-frozen"] = KeyRole.Index, ["paper-late"] = KeyRole.Index,
        ["certificates"] = KeyRole.Counter, ["certificates-of:"] = KeyRole.Index, ["certificates-by:"] = KeyRole.Index, ["certificates-asked:"] = KeyRole.Index,
        ["stars"] = KeyRole.Counter, ["stars-notice"] = KeyRole.Index, ["stars-certificates"] = KeyRole.Index, ["stars-review:"] = KeyRole.Index, ["stars-objected:"] = KeyRole.Index, ["stars-appeals:"] = KeyRole.Index,
        ["agenda"] = KeyRole.Agenda,
        ["seq"] = KeyRole.Aside, ["latest"] = KeyRole.Aside, ["audit"] = KeyRole.Aside, ["ring"] = KeyRole.Aside,
        ["wechat-token:"] = KeyRole.Aside, ["importing"] = KeyRole.Aside,
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
