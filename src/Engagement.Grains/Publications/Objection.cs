using Engagement.Contracts;

namespace Engagement.Grains.Publications;

/// <summary>An objection to a frozen line.</summary>
[GenerateSerializer, Immutable, OmitDefaultMemberValues, Alias("eng.publication.objection")]
public sealed record Objection
{
    /// <summary>Who objects.</summary>
    [Id(0)] public ParticipantId By { get; init; }

    /// <summary>Which board.</summary>
    [Id(1)] public string Board { get; init; } = "";

    /// <summary>Which line: their unit then.</summary>
    [Id(2)] public string Member { get; init; } = "";

    /// <summary>What is wrong.</summary>
    [Id(3)] public ObjectionGround Ground { get; init; }

    /// <summary>Own words, sealed under the person's salt; null for none.</summary>
    [Id(4)] public byte[]? Note { get; init; }

    /// <summary>Unix milliseconds.</summary>
    [Id(5)] public long At { get; init; }

    /// <summary>How it stands.</summary>
    [Id(6)] public ObjectionState State { get; init; }

    /// <summary>The operator's reason.</summary>
    [Id(7)] public string Answer { get; init; } = "";

    /// <summary>Who decided.</summary>
    [Id(8)] public ParticipantId DecidedBy { get; init; }

    /// <summary>Unix milliseconds of the decision.</summary>
    [Id(9)] public long DecidedAt { get; init; }
}
