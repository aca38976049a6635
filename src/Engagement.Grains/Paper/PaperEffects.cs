using Engagement.Contracts;
using Engagement.Grains.Rankings;
using Engagement.Grains.Roses;
using Engagement.Grains.Storage;

namespace Engagement.Grains.Paper;

/// <summary>What batches and roses of paper stand for outside their records: the one place that names these keys.</summary>
internal static class PaperEffects
{
    /// <summary>All batches, by the instant of their issue.</summary>
    public const string Batches = "batches";

    /// <summary>Frozen roses, oldest first.</summary>
    public const string Frozen = "paper-frozen";

    /// <summary>Roses with scans that came too late, oldest first.</summary>
    public const string Late = "paper-late";

    /// <summary>Seeds: how many were printed, how many began to travel, and how often they were passed on.</summary>
    public const string Seeds = "seeds";

    /// <summary>Distinct people whom a seed's rose has passed through.</summary>
    public const string SeedBoard = "seed";

    /// <summary>Batches that a courier was given to hand out, by the instant of their issue.</summary>
    public static string Carried(ParticipantId courier) => $"carried:{courier}";

    /// <summary>The agenda's name of the next step of a void.</summary>
    public static string Step(int batch, int range, int next) => $"paper:{batch}:{range}:{next}";

    /// <summary>A rose that was born from paper: in its finder's hands, debited from nobody.</summary>
    public static Effect[] Birth(RoseState rose) =>
    [
        new Count("totals", "sent", 1),
        new Count("sent", rose.BornDay, 1),
        new Index(RoseEffects.Received(rose.Sender), RoseEffects.Member(rose.Id), rose.BornAt),
        .. rose.Paper!.Seed is null ? Array.Empty<Effect>() : [new Count(Seeds, "born", 1)],
    ];

    /// <summary>One passing of a seed.</summary>
    public static Effect[] Passed(RoseState rose, int n) => rose.Paper?.Seed is null ? [] : [new Count(Seeds, "passed", n)];

    /// <summary>One more (or fewer) person on a seed's way.</summary>
    public static Effect[] Person(RoseState rose, Hop hop, int n) =>
        rose.Paper?.Seed is null ? [] : [new Rank(Boards.Whole(SeedBoard), RoseEffects.Member(rose.Id), n, hop.Second)];

    /// <summary>What a rose waits for an operator with.</summary>
    public static IEnumerable<Index> Waiting(RoseState rose)
    {
        if (rose.Paper is { FrozenAt: > 0 } frozen)
        {
            yield return new Index(Frozen, RoseEffects.Member(rose.Id), frozen.FrozenAt);
        }

        if (rose.Paper?.Late is [{ At: var at }, ..])
        {
            yield return new Index(Late, RoseEffects.Member(rose.Id), at);
        }
    }
}
