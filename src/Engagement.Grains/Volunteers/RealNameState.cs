using Engagement.Contracts;
using Engagement.Grains.Storage;

namespace Engagement.Grains.Volunteers;

/// <summary>An ID number's record: whose it is. Neither the number nor the name is in it, only HMACs.</summary>
[GenerateSerializer, OmitDefaultMemberValues, Alias("eng.realname.state")]
public sealed class RealNameState : LedgerState
{
    /// <summary>Name of the record in keys.</summary>
    public const string Kind = "realname";

    /// <summary>Its own key.</summary>
    [Id(0)] public RealNameKey Id { get; set; }

    /// <summary>The account that has it; none after that was closed or the consent taken back for another number.</summary>
    [Id(1)] public ParticipantId Owner { get; set; }

    /// <summary>HMAC of the name that the owner gave.</summary>
    [Id(2)] public RealNameKey Name { get; set; }

    /// <summary>Who asks to be joined with it.</summary>
    [Id(3)] public ParticipantId Claimant { get; set; }

    /// <summary>Unix milliseconds of the claim.</summary>
    [Id(4)] public long ClaimedAt { get; set; }

    /// <summary>The operator who proposed to join, while a second one is awaited.</summary>
    [Id(5)] public ParticipantId Proposed { get; set; }

    /// <summary>Why.</summary>
    [Id(6)] public string Reason { get; set; } = "";

    /// <summary>Recent commands.</summary>
    [Id(7)] public CommandLog Commands { get; set; } = new();

    /// <summary>Unix milliseconds at which the owner gave the number last: an older message that frees it is void.</summary>
    [Id(8)] public long TakenAt { get; set; }

    /// <summary>Unix milliseconds at which an operator declined a claim for the owner; 0 for never, and once somebody else has the number.</summary>
    [Id(9)] public long KeptAt { get; set; }

    /// <inheritdoc/>
    internal override IEnumerable<Effect> Derived()
    {
        if (!Claimant.IsNone)
        {
            yield return new Index(VolunteerEffects.Merges, OpaqueId.Bytes(Id.Value), ClaimedAt);
        }
    }
}
