namespace Engagement.Contracts;

/// <summary>A volunteer team made in the console (VH-13). Key: <c>campaign/team id</c> (22 characters, <see cref="OpaqueId"/>); the id is an organisation's wherever one is named.</summary>
/// <remarks>Who may is decided before the call, by <c>Organisations</c>. Every command is safe to retry.</remarks>
[Alias("eng.team")]
public interface ITeamGrain : IGrainWithStringKey
{
    /// <summary>Makes the team.</summary>
    /// <returns>Done; Invalid with field name, level, parent, district or until.</returns>
    /// <exception cref="LedgerException">Durability unknown; retry with the same command.</exception>
    [Alias("Found"), ResponseTimeout("00:00:05")]
    Task<Receipt> Found(CommandId command, ParticipantId by, FoundTeam team);

    /// <summary>Gives it another name or, while it is temporary, another last day.</summary>
    /// <returns>Done; NotFound; Invalid with field name or until; Expired after it dissolved.</returns>
    /// <exception cref="LedgerException">Durability unknown; retry with the same command.</exception>
    [Alias("Rename"), ResponseTimeout("00:00:05")]
    Task<Receipt> Rename(CommandId command, ParticipantId by, string name, string? english, int until);

    /// <summary>Another managing parent. Records stay where they were earned; only the view moves.</summary>
    /// <returns>Done; NotFound; Invalid with field parent when it does not stand above, or is not there; Expired.</returns>
    /// <exception cref="LedgerException">Durability unknown; retry with the same command.</exception>
    [Alias("Move"), ResponseTimeout("00:00:05")]
    Task<Receipt> Move(CommandId command, ParticipantId by, string parent);

    /// <summary>A further parent that may only read; or no longer.</summary>
    /// <returns>Done; NotFound; Invalid with field parent; Expired; TooMany beyond three.</returns>
    /// <exception cref="LedgerException">Durability unknown; retry with the same command.</exception>
    [Alias("Link"), ResponseTimeout("00:00:05")]
    Task<Receipt> Link(CommandId command, ParticipantId by, string parent, bool linked);

    /// <summary>Ends the team. Its record stays as its archive; nobody joins any more, and it takes no place among a person's five.</summary>
    /// <returns>Done; NotFound.</returns>
    /// <exception cref="LedgerException">Durability unknown; retry with the same command.</exception>
    [Alias("Dissolve"), ResponseTimeout("00:00:05")]
    Task<Receipt> Dissolve(CommandId command, ParticipantId by, string reason);

    /// <summary>The team; null for none.</summary>
    [Alias("Card")] Task<TeamCard?> Card();

    /// <summary>An agenda entry of this team is due. Late, repeated and concurrent calls are harmless.</summary>
    /// <exception cref="LedgerException">Not done; the sweeper tries again.</exception>
    [Alias("Due"), ResponseTimeout("00:00:10")]
    Task Due(string entry);
}

/// <summary>A team to be made.</summary>
/// <param name="Name">Chinese name, 2 to 30 characters.</param>
/// <param name="English">English name; null for none.</param>
/// <param name="Level">Where it stands.</param>
/// <param name="Parent">The managing parent: an organisation or a team above it.</param>
/// <param name="District">District's code; null for the whole city.</param>
/// <param name="Until">Last Shanghai day of a temporary team, like 20261231; 0 for others.</param>
[GenerateSerializer, Immutable, Alias("eng.team.found")]
public sealed record FoundTeam(
    [property: Id(0)] string Name, [property: Id(1)] string? English, [property: Id(2)] TeamLevel Level, [property: Id(3)] string Parent,
    [property: Id(4)] string? District = null, [property: Id(5)] int Until = 0);

/// <summary>A team.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Chinese name.</param>
/// <param name="English">English name; null for none.</param>
/// <param name="Level">Where it stands.</param>
/// <param name="Parent">The managing parent.</param>
/// <param name="Readers">Further parents, who may only read.</param>
/// <param name="District">District's code; null for the whole city.</param>
/// <param name="Code">What members type or scan to ask.</param>
/// <param name="Since">Unix milliseconds of its making.</param>
/// <param name="Until">Last Shanghai day of a temporary team; 0 for others.</param>
/// <param name="Dissolved">Unix milliseconds of its end; 0 while it works.</param>
/// <param name="Before">Managing parents before, newest first.</param>
[GenerateSerializer, Immutable, Alias("eng.team.card")]
public sealed record TeamCard(
    [property: Id(0)] string Id, [property: Id(1)] string Name, [property: Id(2)] string? English, [property: Id(3)] TeamLevel Level, [property: Id(4)] string Parent,
    [property: Id(5)] IReadOnlyList<string> Readers, [property: Id(6)] string? District, [property: Id(7)] string Code, [property: Id(8)] long Since,
    [property: Id(9)] int Until, [property: Id(10)] long Dissolved, [property: Id(11)] IReadOnlyList<FormerParent> Before)
{
    /// <summary>Still at work.</summary>
    public bool IsOpen => Dissolved == 0;

    /// <summary>Organisers that a team of this size may have: one for each hundred members begun, at most five.</summary>
    public static int AdminsOf(long members) => (int)Math.Clamp((members + 99) / 100, 1, 5);
}

/// <summary>A managing parent before.</summary>
/// <param name="Parent">Which.</param>
/// <param name="Until">Unix milliseconds up to which it was.</param>
[GenerateSerializer, Immutable, Alias("eng.team.former")]
public sealed record FormerParent([property: Id(0)] string Parent, [property: Id(1)] long Until);
