using Engagement.Contracts;
using Engagement.Grains.Storage;

namespace Engagement.Grains.Protection;

/// <summary>A good-deed letter and what the company said.</summary>
[GenerateSerializer, OmitDefaultMemberValues, Alias("eng.protection.state")]
public sealed class ProtectionState : LedgerState
{
    /// <summary>Name of the record in keys.</summary>
    public const string Kind = "protection";

    /// <summary>The act, which is also the letter's number.</summary>
    [Id(0)] public CivicActId Act { get; set; }

    /// <summary>Whose.</summary>
    [Id(1)] public ParticipantId Courier { get; set; }

    /// <summary>Company that the act counts for; null for a city rider, whom no company answers.</summary>
    [Id(2)] public string? Company { get; set; }

    /// <summary>The letter as it was signed (<see cref="SignedLetter"/>), sealed under the courier's salt; null once forgotten.</summary>
    [Id(3)] public byte[]? Signed { get; set; }

    /// <summary>Unix milliseconds.</summary>
    [Id(4)] public long IssuedAt { get; set; }

    /// <summary>Where it is.</summary>
    [Id(5)] public ProtectionStatus Status { get; set; }

    /// <summary>Why the company refused.</summary>
    [Id(6)] public ProtectionRefusal Refusal { get; set; }

    /// <summary>Unix milliseconds of the company's answer; 0 before.</summary>
    [Id(7)] public long AnsweredAt { get; set; }

    /// <summary>Recent commands.</summary>
    [Id(8)] public CommandLog Commands { get; set; } = new();

    /// <summary>The account was closed.</summary>
    [Id(9)] public bool Forgotten { get; set; }

    /// <summary>Whether anybody may be shown what stands in it.</summary>
    public bool IsGood => Signed is not null && Status is ProtectionStatus.Issued or ProtectionStatus.Honoured or ProtectionStatus.Refused;

    /// <inheritdoc/>
    internal override IEnumerable<Effect> Derived()
    {
        if (Status == ProtectionStatus.None)
        {
            yield break;
        }

        var company = Company ?? ProtectionEffects.Pool;
        yield return new Count(ProtectionEffects.Totals, $"issued:{company}", 1);
        if (Status is ProtectionStatus.Honoured or ProtectionStatus.Refused)
        {
            yield return new Count(ProtectionEffects.Totals, $"{(Status == ProtectionStatus.Honoured ? "honoured" : "refused")}:{company}", 1);
        }

        if (!Forgotten)
        {
            yield return new Index(ProtectionEffects.Of(Courier), ProtectionEffects.Member(Act), IssuedAt);
        }

        if (Company is not null && Status != ProtectionStatus.Withdrawn && !Forgotten)
        {
            yield return new Index(ProtectionEffects.For(Company, open: Status == ProtectionStatus.Issued), ProtectionEffects.Member(Act), IssuedAt);
        }
    }
}
