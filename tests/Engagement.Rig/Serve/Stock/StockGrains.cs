using Engagement.Contracts;

namespace Engagement.Rig.Serve.Stock;

/// <summary>One person, kept with Orleans' own Redis storage. Key: the participant's id.</summary>
[Alias("rig.stock.participant")]
public interface IStockParticipant : IGrainWithStringKey
{
    /// <summary>Stores a new person: the serialized record.</summary>
    [Alias("Enter")] Task Enter(Engagement.Grains.Participants.ParticipantState person);

    /// <summary>Gives a rose: the rose's grain writes it, then this one writes the debit, then the boards are moved.</summary>
    [Alias("Send")] Task<SendReceipt> Send(CommandId command, SendRose send);

    /// <summary>This person as giver or taker, asked about the other one.</summary>
    [Alias("Card"), Orleans.Concurrency.ReadOnly] Task<StockCard> Card(ParticipantId other);
}

/// <summary>One rose, kept with Orleans' own Redis storage. Key: the rose's id.</summary>
[Alias("rig.stock.rose")]
public interface IStockRose : IGrainWithStringKey
{
    /// <summary>Comes into the world; a repeat changes nothing.</summary>
    [Alias("Born")] Task Born(Engagement.Grains.Roses.RoseState rose);

    /// <summary>Unix milliseconds of its birth from this sender; 0 when there is no such rose.</summary>
    [Alias("BornAt")] Task<long> BornAt(ParticipantId sender);

    /// <summary>Takes the rose: this grain writes it, then the boards are moved.</summary>
    [Alias("Claim")] Task<ClaimReceipt> Claim(CommandId command, ClaimRose claim);
}

/// <summary>What a claim needs to know of a person.</summary>
[GenerateSerializer, Immutable, Alias("rig.stock.card")]
public readonly record struct StockCard([property: Id(0)] bool Open, [property: Id(1)] bool Blocks, [property: Id(2)] Units Units);
