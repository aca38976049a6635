using Engagement.Contracts;
using Engagement.Rig.History;

namespace Engagement.Rig.Simulate;

/// <summary>A command of a simulated client, and how far it came.</summary>
internal sealed class SimulatedCommand(OperationKind kind, CommandId id, ParticipantId by)
{
    public OperationKind Kind => kind;

    public CommandId Id => id;

    public ParticipantId By => by;

    public RoseId Rose { get; init; }

    public BouquetId Bouquet { get; init; }

    /// <summary>Of a claim: the offer whose link it has; 0 for none.</summary>
    public int Offer { get; init; }

    public ParticipantId To { get; init; }

    public int Roses { get; init; }

    public int Shares { get; init; }

    public bool Lucky { get; init; }

    /// <summary>Somebody knows what became of it.</summary>
    public bool IsSettled { get; set; }

    /// <summary>Whoever asked never asks again.</summary>
    public bool IsForsaken { get; set; }

    /// <summary>Calls whose answer somebody still waits for, and the life of the silo that they went to.</summary>
    public List<OpenCall> Open { get; } = [];

    /// <summary>As a history names it.</summary>
    public OperationCall Call => new(kind, id.ToString(), by.ToString())
    {
        Rose = Rose == default ? null : Rose.ToString(), Bouquet = Bouquet == default ? null : Bouquet.ToString(),
        Secret = kind == OperationKind.ClaimShare ? Link(Bouquet) : Offer == 0 ? null : Link(Rose, Offer),
        To = To.IsNone ? null : To.ToString(), Roses = Roses == 0 ? null : Roses, Shares = Shares == 0 ? null : Shares, Lucky = Shares == 0 ? null : Lucky,
    };

    public static string Link(RoseId rose, int offer) => $"{rose}#{offer}";

    public static string Link(BouquetId bouquet) => $"{bouquet}#1";
}

/// <summary>A call on its way.</summary>
internal sealed record OpenCall(int Operation, int Silo);
