using Engagement.Contracts;
using Engagement.Grains.Storage;

namespace Engagement.Grains.Records;

/// <summary>A person's choices about their civic-behaviour record. The entries themselves are the acts: nothing is copied, nothing negative has a place.</summary>
[GenerateSerializer, OmitDefaultMemberValues, Alias("eng.record.state")]
public sealed class CivicRecordState : LedgerState
{
    /// <summary>Name of the record in keys.</summary>
    public const string Kind = "civic-record";

    /// <summary>Acts that one person may take out.</summary>
    public const int MaxRemoved = 1_000;

    /// <summary>Open links of one person.</summary>
    public const int MaxShares = 5;

    /// <summary>Open requests of one person.</summary>
    public const int MaxOpen = 5;

    /// <summary>Requests kept.</summary>
    public const int MaxRequests = 50;

    /// <summary>Whose.</summary>
    [Id(0)] public ParticipantId Id { get; set; }

    /// <summary>Unix milliseconds of the consent; 0 without one.</summary>
    [Id(1)] public long ConsentAt { get; set; }

    /// <summary>Acts that were taken out for good.</summary>
    [Id(2)] public List<CivicActId>? Removed { get; set; }

    /// <summary>Links that were made and not ended; those whose time is over go with the next change.</summary>
    [Id(3)] public List<RecordShare>? Shares { get; set; }

    /// <summary>Links ever made: the next one's number.</summary>
    [Id(4)] public int ShareCount { get; set; }

    /// <summary>Requests for correction, oldest first.</summary>
    [Id(5)] public List<RecordRequest>? Requests { get; set; }

    /// <summary>Requests ever made: the next one's number.</summary>
    [Id(6)] public int RequestCount { get; set; }

    /// <summary>Recent commands.</summary>
    [Id(7)] public CommandLog Commands { get; set; } = new();

    /// <summary>The account was closed.</summary>
    [Id(8)] public bool Erased { get; set; }

    /// <inheritdoc/>
    internal override IEnumerable<Effect> Derived() =>
    [
        .. (Shares ?? []).Select(share => new Index(RecordEffects.Shares, RecordEffects.Member(share, Id), 0)),
        .. (Requests ?? []).Where(request => request.State == CorrectionState.Open).Select(request => new Index(RecordEffects.Requests, RecordEffects.Member(request, Id), request.At)),
    ];
}
