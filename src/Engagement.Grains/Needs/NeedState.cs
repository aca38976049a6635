using Engagement.Contracts;
using Engagement.Grains.Storage;

namespace Engagement.Grains.Needs;

/// <summary>An order's record.</summary>
[GenerateSerializer, OmitDefaultMemberValues, Alias("eng.need.state")]
public sealed class NeedState : LedgerState
{
    /// <summary>Name of the record in keys.</summary>
    public const string Kind = "need";

    /// <summary>Steps kept; the first and the newest.</summary>
    public const int StepsKept = 40;

    /// <summary>Its own id.</summary>
    [Id(0)] public NeedId Id { get; set; }

    /// <summary>Who asks.</summary>
    [Id(1)] public ParticipantId Requester { get; set; }

    /// <summary>Where it is.</summary>
    [Id(2)] public NeedStage Stage { get; set; }

    /// <summary>District's code.</summary>
    [Id(3)] public string District { get; set; } = "";

    /// <summary>In a few words, sealed under the requester's salt; null once they are gone.</summary>
    [Id(4)] public byte[]? Title { get; set; }

    /// <summary>What it is about, sealed likewise.</summary>
    [Id(5)] public byte[]? Text { get; set; }

    /// <summary>How to reach the requester, sealed likewise.</summary>
    [Id(6)] public byte[]? Contact { get; set; }

    /// <summary>Unix milliseconds of the order.</summary>
    [Id(7)] public long OrderedAt { get; set; }

    /// <summary>The organisation that is asked, or took it; empty for none.</summary>
    [Id(8)] public string Organisation { get; set; } = "";

    /// <summary>Why it was rejected: only the requester reads it.</summary>
    [Id(9)] public string? Reason { get; set; }

    /// <summary>How it was, 1 to 5; 0 for not said.</summary>
    [Id(10)] public int Stars { get; set; }

    /// <summary>What happened, oldest first.</summary>
    [Id(11)] public List<NeedStep> Steps { get; set; } = [];

    /// <summary>Recent commands.</summary>
    [Id(12)] public CommandLog Commands { get; set; } = new();

    /// <inheritdoc/>
    internal override IEnumerable<Effect> Derived()
    {
        if (Stage == NeedStage.None)
        {
            yield break;
        }

        yield return new Index(NeedEffects.Of(Requester), NeedEffects.Member(Id), OrderedAt);
        if (Stage is NeedStage.Ordered or NeedStage.Open)
        {
            yield return new Index(NeedEffects.Queue(District), NeedEffects.Member(Id), OrderedAt);
        }

        if (Organisation.Length > 0)
        {
            yield return new Index(NeedEffects.At(Organisation), NeedEffects.Member(Id), OrderedAt);
        }
    }
}
