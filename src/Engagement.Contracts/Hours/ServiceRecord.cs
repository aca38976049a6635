namespace Engagement.Contracts;

/// <summary>An entry of a volunteer's hours, as others read it. Entries are only appended; each carries the hash of the one before (VH-08).</summary>
/// <param name="Id">Its id.</param>
/// <param name="Volunteer">Whose.</param>
/// <param name="Number">1 for the volunteer's first entry.</param>
/// <param name="Class">How it came about.</param>
/// <param name="Minutes">What it adds: below zero for an offset, zero while it is held.</param>
/// <param name="Organisation">Who organised and records.</param>
/// <param name="Activity">Where it was served; none for imported hours.</param>
/// <param name="Title">Service content.</param>
/// <param name="ServiceClass">Id of the service class.</param>
/// <param name="District">District's code; null for none.</param>
/// <param name="From">Unix milliseconds from which on minutes are credited.</param>
/// <param name="To">Unix milliseconds up to which they are.</param>
/// <param name="RecordedAt">Unix milliseconds of the entry.</param>
/// <param name="Offsets">Entry that it corrects; none for others.</param>
/// <param name="Imported">From another system: shown apart, on no local board.</param>
/// <param name="Hash">Hash of this entry and of the one before, in hexadecimal.</param>
[GenerateSerializer, Immutable, Alias("eng.hours.record")]
public sealed record ServiceRecord(
    [property: Id(0)] ServiceRecordId Id, [property: Id(1)] ParticipantId Volunteer, [property: Id(2)] int Number, [property: Id(3)] HourClass Class,
    [property: Id(4)] int Minutes, [property: Id(5)] string Organisation, [property: Id(6)] ActivityId Activity, [property: Id(7)] string Title,
    [property: Id(8)] string ServiceClass, [property: Id(9)] string? District, [property: Id(10)] long From, [property: Id(11)] long To,
    [property: Id(12)] long RecordedAt, [property: Id(13)] ServiceRecordId Offsets, [property: Id(14)] bool Imported, [property: Id(15)] string Hash)
{
    /// <summary>What it is.</summary>
    [Id(16)] public EntryKind Kind { get; init; }

    /// <summary>Number of the shift in the activity.</summary>
    [Id(17)] public int Shift { get; init; }

    /// <summary>Minutes that wait for a reviewer because something else counts at the same time; below zero in the entry that decides about them.</summary>
    [Id(18)] public int Pending { get; init; }

    /// <summary>The minutes that it counts, as spans. Of all entries of a volunteer that stand, no two overlap.</summary>
    [Id(19)] public IReadOnlyList<HourSpan> Counted { get; init; } = [];

    /// <summary>What it was computed from; null for offsets, decisions and imports.</summary>
    [Id(20)] public ServiceProof? Proof { get; init; }

    /// <summary>The operator of an offset, a decision or an import; none for others.</summary>
    [Id(21)] public ParticipantId By { get; init; }

    /// <summary>The operator's reason.</summary>
    [Id(22)] public HourReason Reason { get; init; }

    /// <summary>Hash of the entry before; empty for the first.</summary>
    [Id(23)] public string Previous { get; init; } = "";

    /// <summary>The system that an imported entry comes from; null for others.</summary>
    [Id(24)] public string? Origin { get; init; }

    /// <summary>Seconds since the campaign's start at which it was recorded: decide ties on boards.</summary>
    [Id(25)] public int Second { get; init; }

    /// <summary>Unix milliseconds at which the minutes were recorded that an offset changes; 0 for all others, which say it themselves. It follows from the entries before.</summary>
    [Id(26)] public long CountedAt { get; init; }

    /// <summary>Who entered by hand the minutes that an offset or a decision changes; none for all others, whose proof says it. It follows from the entries before.</summary>
    [Id(27)] public ParticipantId EnteredBy { get; init; }

    /// <summary>The entry that this one is about: itself, or the one that it corrects or decides.</summary>
    public ServiceRecordId Root => Offsets.IsNone ? Id : Offsets;
}
