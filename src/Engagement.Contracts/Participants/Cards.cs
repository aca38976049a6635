namespace Engagement.Contracts;

/// <summary>What a claim needs to know of the giver.</summary>
/// <param name="Blocks">The giver blocks the person who asks.</param>
/// <param name="Units">The giver's units now.</param>
/// <param name="Wake">Unix milliseconds at which their notices are to be looked at; 0 when no message could be sent to them anyway.</param>
[GenerateSerializer, Immutable, Alias("eng.participant.giver")]
public sealed record GiverCard([property: Id(0)] bool Blocks, [property: Id(1)] Units Units, [property: Id(2)] long Wake = 0);

/// <summary>What writing a person's own words down needs.</summary>
/// <param name="Salt">Seals them; null for an unknown or closed account.</param>
/// <param name="Checked">The person was in the mini program within two hours, so WeChat can check what they write.</param>
[GenerateSerializer, Immutable, Alias("eng.participant.writer")]
public sealed record WriterCard([property: Id(0)] byte[]? Salt, [property: Id(1)] bool Checked = false);

/// <summary>What a directed offer needs to know of the addressee.</summary>
/// <param name="Open">The account exists and is open.</param>
/// <param name="Blocks">The addressee blocks the giver; never told to the giver.</param>
/// <param name="Reach">Who may send.</param>
/// <param name="Units">The addressee's units now.</param>
/// <param name="Wake">As of <see cref="GiverCard"/>.</param>
[GenerateSerializer, Immutable, Alias("eng.participant.addressee")]
public sealed record AddresseeCard(
    [property: Id(0)] bool Open, [property: Id(1)] bool Blocks, [property: Id(2)] Reach Reach, [property: Id(3)] Units Units, [property: Id(4)] long Wake = 0);

/// <summary>A person's own page.</summary>
/// <param name="Exists">False for an unknown or closed account; then nothing else is set.</param>
/// <param name="PerDay">Today's allowance.</param>
/// <param name="Remaining">What is left of it, restored roses included.</param>
/// <param name="ResetsAt">The next midnight in Shanghai.</param>
/// <param name="Budget">Roses of granted budgets not yet put into bouquets.</param>
/// <param name="Profile">What the person chose.</param>
/// <param name="Restored">Of today's, roses that came back with nobody taking them, given again or not.</param>
[GenerateSerializer, Immutable, Alias("eng.participant.self")]
public sealed record ParticipantSelf(
    [property: Id(0)] bool Exists, [property: Id(1)] int PerDay = 0, [property: Id(2)] int Remaining = 0,
    [property: Id(3)] DateTimeOffset ResetsAt = default, [property: Id(4)] int Budget = 0, [property: Id(5)] Profile? Profile = null,
    [property: Id(6)] int Restored = 0);

/// <summary>What a person chose to be seen by.</summary>
/// <param name="Name">Display name that others may see; null until chosen or while held.</param>
/// <param name="OwnName">The name as the person wrote it, shown to them alone.</param>
/// <param name="NameHeld">The name waits for a moderator.</param>
/// <param name="ShowName">Others may see the name in chains.</param>
/// <param name="Units">District, community and units.</param>
/// <param name="Reach">Who may send directly.</param>
/// <param name="OnBoards">Appears on the board of persons.</param>
/// <param name="Blocked">People whose roses never arrive.</param>
/// <param name="Operator">May use the console.</param>
/// <param name="ConsentVersion">Version of the privacy notice that was accepted.</param>
/// <param name="Unseen">Of the blocked, those whose name the person never saw.</param>
/// <param name="Asked">The person was asked once whether WeChat may tell when a rose moves, and answered; never asked again.</param>
/// <param name="Joined">A unionid leads to this person: the city's other WeChat accounts find the same one.</param>
/// <param name="Roles">What they may do in the console; null for nothing.</param>
/// <param name="OnCourierBoard">Appears on the board of couriers.</param>
/// <param name="OnHoursBoard">Appears on the board of volunteers' hours.</param>
[GenerateSerializer, Immutable, Alias("eng.participant.profile")]
public sealed record Profile(
    [property: Id(0)] string? Name, [property: Id(1)] string? OwnName, [property: Id(2)] bool NameHeld, [property: Id(3)] bool ShowName,
    [property: Id(4)] Units Units, [property: Id(5)] Reach Reach, [property: Id(6)] bool OnBoards,
    [property: Id(7)] IReadOnlyList<ParticipantId> Blocked, [property: Id(8)] bool Operator, [property: Id(9)] int ConsentVersion,
    [property: Id(10)] IReadOnlyList<ParticipantId> Unseen, [property: Id(11)] bool Asked = false,
    [property: Id(12)] bool Joined = false, [property: Id(13)] IReadOnlyList<RoleGrant>? Roles = null, [property: Id(45)] bool OnCourierBoard = false,
    [property: Id(46)] bool OnHoursBoard = false)
{
    /// <summary>Whether the person may do anything in the console.</summary>
    public bool IsStaff => Operator || Roles is { Count: > 0 };

    /// <summary>Whether the person may act in a role there; an operator may everywhere.</summary>
    public bool May(Role role, string scope = "") =>
        Operator || Roles?.Any(grant => grant.Role == Role.Operator || grant.Role == role && (grant.Scope.Length == 0 || grant.Scope == scope)) == true;
}

/// <summary>A change of what a person chose; null leaves a field as it is.</summary>
/// <param name="Name">Own display name, 1 to 12 characters, moderated.</param>
/// <param name="ShowName">Others may see the name.</param>
/// <param name="District">District code, or empty for none.</param>
/// <param name="Community">Code of a town or street, or empty for none.</param>
/// <param name="Reach">Who may send directly.</param>
/// <param name="OnBoards">Appear on the board of persons.</param>
/// <param name="Asked">True: the person answered the prompt for notices, whatever the answer.</param>
/// <param name="OnCourierBoard">Appear on the board of couriers.</param>
/// <param name="OnHoursBoard">Appear on the board of volunteers' hours.</param>
[GenerateSerializer, Immutable, Alias("eng.participant.change")]
public sealed record ProfileChange(
    [property: Id(0)] string? Name = null, [property: Id(1)] bool? ShowName = null, [property: Id(2)] string? District = null,
    [property: Id(3)] string? Community = null, [property: Id(4)] Reach? Reach = null, [property: Id(5)] bool? OnBoards = null, [property: Id(6)] bool? Asked = null,
    [property: Id(45)] bool? OnCourierBoard = null, [property: Id(46)] bool? OnHoursBoard = null);
