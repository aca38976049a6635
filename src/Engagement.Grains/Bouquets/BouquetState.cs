using Engagement.Contracts;
using Engagement.Grains.Roses;
using Engagement.Grains.Storage;

namespace Engagement.Grains.Bouquets;

/// <summary>A bouquet's record. A claim is kept for ever: it is both the winner and the answer to their command.</summary>
[GenerateSerializer, Alias("eng.bouquet.state")]
public sealed class BouquetState : LedgerState
{
    /// <summary>Name of the record in keys.</summary>
    public const string Kind = "bouquet";

    /// <summary>Its own id.</summary>
    [Id(0)] public BouquetId Id { get; set; }

    /// <summary>Who gave it.</summary>
    [Id(1)] public ParticipantId Sender { get; set; }

    /// <summary>Unix milliseconds of its birth; 0 for no record.</summary>
    [Id(2)] public long At { get; set; }

    /// <summary>Unix milliseconds from which on nothing can be taken.</summary>
    [Id(3)] public long Due { get; set; }

    /// <summary>Roses at the start.</summary>
    [Id(4)] public int Roses { get; set; }

    /// <summary>Shares at the start.</summary>
    [Id(5)] public int Shares { get; set; }

    /// <summary>How the roses fall to the shares.</summary>
    [Id(6)] public Split Split { get; set; }

    /// <summary>What every rose says.</summary>
    [Id(7)] public Letter Letter { get; set; } = new();

    /// <summary>Paid from a granted budget, not from the day's allowance.</summary>
    [Id(8)] public bool FromBudget { get; set; }

    /// <summary>Decides a lucky split; 32 bytes, revealed after the close.</summary>
    [Id(9)] public byte[] Seed { get; set; } = [];

    /// <summary>Who took what, earliest first; at most 500.</summary>
    [Id(10)] public List<Share> Taken { get; set; } = [];

    /// <summary>Unix milliseconds at which what was left went back; 0 before.</summary>
    [Id(11)] public long SettledAt { get; set; }

    /// <summary>Roses that nobody took yet.</summary>
    public int RosesLeft => Roses - Taken.Sum(share => share.Roses);

    /// <summary>Shares that nobody took yet.</summary>
    public int SharesLeft => Shares - Taken.Count;

    /// <summary>Whether a share can still be taken, but for the clock.</summary>
    public bool IsOpen => SettledAt == 0 && SharesLeft > 0;

    /// <inheritdoc/>
    internal override IEnumerable<Effect> Derived()
    {
        if (At == 0)
        {
            yield break;
        }

        yield return new Index(BouquetEffects.Given(Sender), BouquetEffects.Member(Id), At);
        if (IsOpen)
        {
            yield return new Index(RoseEffects.Agenda, BouquetEffects.Expiry(Id), Due);
        }
    }
}

/// <summary>A share that was taken.</summary>
[GenerateSerializer, Immutable, Alias("eng.bouquet.share")]
public readonly record struct Share(
    [property: Id(0)] ParticipantId By, [property: Id(1)] int Roses, [property: Id(2)] long At, [property: Id(3)] CommandId Command);
