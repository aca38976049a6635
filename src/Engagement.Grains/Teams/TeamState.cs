using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Roses;
using Engagement.Grains.Storage;

namespace Engagement.Grains.Teams;

/// <summary>A team's record. It is never deleted: after its end it is its archive.</summary>
[GenerateSerializer, OmitDefaultMemberValues, Alias("eng.team.state")]
public sealed class TeamState : LedgerState
{
    /// <summary>Name of the record in keys.</summary>
    public const string Kind = "team";

    /// <summary>Index of all teams, by the instant of their last change: who follows it reads only what changed.</summary>
    public const string All = "teams";

    /// <summary>Characters of a join code.</summary>
    public const int CodeLength = 8;

    /// <summary>Parents that may only read, at most.</summary>
    public const int MostReaders = 3;

    /// <summary>Former managing parents kept.</summary>
    public const int FormerKept = 20;

    /// <summary>Its own id; empty before it was made.</summary>
    [Id(0)] public string Id { get; set; } = "";

    /// <summary>Chinese name.</summary>
    [Id(1)] public string Name { get; set; } = "";

    /// <summary>English name.</summary>
    [Id(2)] public string? English { get; set; }

    /// <summary>Where it stands; never changes.</summary>
    [Id(3)] public TeamLevel Level { get; set; }

    /// <summary>The managing parent.</summary>
    [Id(4)] public string Parent { get; set; } = "";

    /// <summary>Parents that may only read; at most <see cref="MostReaders"/>.</summary>
    [Id(5)] public List<string>? Readers { get; set; }

    /// <summary>District's code.</summary>
    [Id(6)] public string? District { get; set; }

    /// <summary>Join code.</summary>
    [Id(7)] public string Code { get; set; } = "";

    /// <summary>Unix milliseconds of its making.</summary>
    [Id(8)] public long Since { get; set; }

    /// <summary>Last Shanghai day of a temporary team; 0 for others.</summary>
    [Id(9)] public int Until { get; set; }

    /// <summary>Unix milliseconds of its end; 0 while it works.</summary>
    [Id(10)] public long Dissolved { get; set; }

    /// <summary>Managing parents before, oldest first; at most <see cref="FormerKept"/>.</summary>
    [Id(11)] public List<FormerParent>? Before { get; set; }

    /// <summary>Unix milliseconds of the last change.</summary>
    [Id(12)] public long ChangedAt { get; set; }

    /// <summary>Recent commands.</summary>
    [Id(13)] public CommandLog Commands { get; set; } = new();

    /// <summary>As others see it.</summary>
    public TeamCard Card() => new(Id, Name, English, Level, Parent, Readers?.ToArray() ?? [], District, Code, Since, Until, Dissolved,
        Before is { } before ? [.. before.AsEnumerable().Reverse()] : []);

    /// <inheritdoc/>
    internal override IEnumerable<Effect> Derived()
    {
        if (Id.Length > 0)
        {
            yield return new Index(All, Id, ChangedAt);
            if (Until > 0 && Dissolved == 0)
            {
                yield return new Index(RoseEffects.Agenda, $"team:{Id}:end", ShanghaiDay.End(Until).ToUnixTimeMilliseconds());
            }
        }
    }
}
