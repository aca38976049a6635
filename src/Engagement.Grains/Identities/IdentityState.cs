using Engagement.Contracts;
using Engagement.Grains.Storage;

namespace Engagement.Grains.Identities;

/// <summary>Which participant a WeChat identity is. Keyed by HMAC; an erased mapping stays as a tombstone.</summary>
[GenerateSerializer, Alias("eng.identity.state")]
public sealed class IdentityState : LedgerState
{
    /// <summary>Name of the record in keys.</summary>
    public const string Kind = "identity";

    /// <summary>The participant; default after it was forgotten.</summary>
    [Id(0)] public ParticipantId Participant { get; set; }

    /// <summary>The participant knows of this identity, and will have it forgotten with the account.</summary>
    [Id(1)] public bool Linked { get; set; }

    /// <summary>The person's unionid leads to the same participant.</summary>
    [Id(2)] public bool Joined { get; set; }

    /// <inheritdoc/>
    internal override IEnumerable<Effect> Derived() => [];
}
