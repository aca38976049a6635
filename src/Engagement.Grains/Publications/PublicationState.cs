using System.Globalization;
using Engagement.Contracts;
using Engagement.Grains.Roses;
using Engagement.Grains.Storage;

namespace Engagement.Grains.Publications;

/// <summary>The publication of one period's boards.</summary>
[GenerateSerializer, OmitDefaultMemberValues, Alias("eng.publication.state")]
public sealed class PublicationState : LedgerState
{
    /// <summary>Name of the record in keys.</summary>
    public const string Kind = "publication";

    /// <summary>Index of periods that are over: score the instant of the freeze.</summary>
    public const string Over = "publications";

    /// <summary>Objections taken at most.</summary>
    public const int MaxObjections = 100;

    /// <summary>Editions at most: what was frozen, what was published, and errata.</summary>
    public const int MaxEditions = 50;

    /// <summary>The period's name.</summary>
    [Id(0)] public string Period { get; set; } = "";

    /// <summary>Where it is.</summary>
    [Id(1)] public PublicationStage Stage { get; set; }

    /// <summary>Active couriers by company when the period began.</summary>
    [Id(2)] public Dictionary<string, int>? AtBegin { get; set; }

    /// <summary>Unix milliseconds at which it is to be frozen.</summary>
    [Id(3)] public long Due { get; set; }

    /// <summary>Unix milliseconds at which it was frozen.</summary>
    [Id(4)] public long ClosedAt { get; set; }

    /// <summary>Unix milliseconds until which it stays frozen and open to objections.</summary>
    [Id(5)] public long FrozenUntil { get; set; }

    /// <summary>What was frozen, what was published, errata: in this order.</summary>
    [Id(6)] public List<Edition> Editions { get; set; } = [];

    /// <summary>What is laid down and waits for a confirmation.</summary>
    [Id(7)] public Edition? Proposed { get; set; }

    /// <summary>Bodies that were ever laid down: the next one's number.</summary>
    [Id(8)] public int Bodies { get; set; }

    /// <summary>Objections in the order they came.</summary>
    [Id(9)] public List<Objection>? Objections { get; set; }

    /// <summary>Recent commands.</summary>
    [Id(10)] public CommandLog Commands { get; set; } = new();

    /// <summary>Active couriers by company that the boards divide by, as frozen.</summary>
    [Id(11)] public Dictionary<string, int>? Couriers { get; set; }

    /// <summary>What holds now: the latest edition; null before the freeze.</summary>
    public Edition? Latest => Editions.Count == 0 ? null : Editions[^1];

    /// <summary>Objections of one person that were answered, by when: <c>period number</c>.</summary>
    public static string AnsweredTo(ParticipantId person) => $"objections:{person}";

    /// <summary>The entry by which its author hears of the answer.</summary>
    /// <param name="number">From 1.</param>
    /// <param name="objection">The objection.</param>
    internal Index Answered(int number, Objection objection) =>
        new(AnsweredTo(objection.By), string.Create(CultureInfo.InvariantCulture, $"{Period} {number}"), objection.DecidedAt);

    /// <summary>The agenda's name of it.</summary>
    public static string Entry(string period) => $"boards:{period}";

    /// <inheritdoc/>
    internal override IEnumerable<Effect> Derived()
    {
        if (Stage == PublicationStage.Running)
        {
            yield return new Index(RoseEffects.Agenda, Entry(Period), Due);
        }
        else if (Stage != PublicationStage.None)
        {
            yield return new Index(Over, Period, ClosedAt);
            foreach (var (at, objection) in (Objections ?? []).Index().Where(pair => pair.Item.DecidedAt > 0))
            {
                yield return Answered(at + 1, objection);
            }
        }
    }
}
