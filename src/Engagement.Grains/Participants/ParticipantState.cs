using Engagement.Contracts;
using Engagement.Grains.Notices;
using Engagement.Grains.Roses;
using Engagement.Grains.Storage;

namespace Engagement.Grains.Participants;

/// <summary>A person's record. A closed account keeps only counts.</summary>
[GenerateSerializer, OmitDefaultMemberValues, Alias("eng.participant.state")]
public sealed class ParticipantState : LedgerState
{
    /// <summary>Name of the record in keys.</summary>
    public const string Kind = "participant";

    /// <summary>Its own id.</summary>
    [Id(0)] public ParticipantId Id { get; set; }

    /// <summary>Unix milliseconds of the first consent.</summary>
    [Id(1)] public long Since { get; set; }

    /// <summary>Version of the privacy notice that was accepted.</summary>
    [Id(2)] public int ConsentVersion { get; set; }

    /// <summary>Unix milliseconds at which the account was closed; 0 while open.</summary>
    [Id(3)] public long ClosedAt { get; set; }

    /// <summary>Operator since they first signed in, by configuration of their openid.</summary>
    [Id(4)] public bool Operator { get; set; }

    /// <summary>Roses granted, given and restored.</summary>
    [Id(5)] public Purse Purse { get; set; } = new();

    /// <summary>Recent commands.</summary>
    [Id(6)] public CommandLog Commands { get; set; } = new();

    /// <summary>Display name, sealed; null until chosen.</summary>
    [Id(7)] public byte[]? Name { get; set; }

    /// <summary>Whether the name may show.</summary>
    [Id(8)] public TextState NameState { get; set; }

    /// <summary>Others may see the name.</summary>
    [Id(9)] public bool ShowName { get; set; }

    /// <summary>District, community and units now.</summary>
    [Id(10)] public Units Units { get; set; } = new();

    /// <summary>Unix milliseconds since which the units hold.</summary>
    [Id(11)] public long UnitsSince { get; set; }

    /// <summary>Who may send directly.</summary>
    [Id(12)] public Reach Reach { get; set; }

    /// <summary>Appears on the board of persons.</summary>
    [Id(13)] public bool OnBoards { get; set; }

    /// <summary>People whose roses never arrive, at most 500.</summary>
    [Id(14)] public List<ParticipantId>? Blocked { get; set; }

    /// <summary>Keys of the WeChat identities that lead here, to be forgotten when the account is closed.</summary>
    [Id(15)] public List<string>? Identities { get; set; }

    /// <summary>Unix milliseconds at which a held name was written.</summary>
    [Id(16)] public long NameAt { get; set; }

    /// <summary>Seals what the person wrote (<see cref="CellKeys.Seal"/>); empty once the account is closed.</summary>
    [Id(17)] public byte[] Salt { get; set; } = [];

    /// <summary>Of the blocked, those whose name this person never saw: blocking an anonymous giver must not tell who it was.</summary>
    [Id(18)] public List<ParticipantId>? Unseen { get; set; }

    /// <summary>Unix milliseconds: notices up to then are read.</summary>
    [Id(19)] public long NoticesReadAt { get; set; }

    /// <summary>No notice goes out by WeChat.</summary>
    [Id(20)] public bool NoMessages { get; set; }

    /// <summary>Topics that never go out by WeChat.</summary>
    [Id(21)] public NoticeTopics Muted { get; set; }

    /// <summary>Language of messages; null for Chinese.</summary>
    [Id(22)] public string? Language { get; set; }

    /// <summary>A message could be sent to this person: what the notice record last said.</summary>
    [Id(23)] public bool Reachable { get; set; }

    /// <summary>What happened to the account, oldest first, at most <see cref="MattersKept"/>.</summary>
    [Id(24)] public List<Matter>? Matters { get; set; }

    /// <summary>The mini program's openid, sealed under <see cref="Salt"/>; null without a visit.</summary>
    [Id(25)] public byte[]? MiniProgram { get; set; }

    /// <summary>Unix milliseconds of the latest visit to the mini program.</summary>
    [Id(26)] public long MiniProgramAt { get; set; }

    /// <summary>The person was asked once whether WeChat may tell when a rose moves, and answered.</summary>
    [Id(27)] public bool Asked { get; set; }

    /// <summary>One of <see cref="Identities"/> is a unionid's.</summary>
    [Id(28)] public bool Joined { get; set; }

    /// <summary>What they may do in the console besides <see cref="Operator"/>; at most <see cref="RolesKept"/>.</summary>
    [Id(29)] public List<RoleGrant>? Roles { get; set; }

    /// <summary>What waits for a second operator.</summary>
    [Id(30)] public RoleProposal? Proposed { get; set; }

    /// <summary>Version of the courier record's company that the units follow (<see cref="CourierAffiliation"/>); 0 for a person who never was a courier.</summary>
    [Id(35)] public long Affiliation { get; set; }

    /// <summary>Appears on the board of couriers: an opt-in of its own (LB-05).</summary>
    [Id(45)] public bool OnCourierBoard { get; set; }

    /// <summary>Appears on the board of volunteers' hours.</summary>
    [Id(46)] public bool OnHoursBoard { get; set; }

    /// <summary>Shanghai day that <see cref="Nominations"/> belongs to.</summary>
    [Id(50)] public int NominationDay { get; set; }

    /// <summary>Thanks said to couriers on that day.</summary>
    [Id(51)] public int Nominations { get; set; }

    /// <summary>Roles of one person.</summary>
    public const int RolesKept = 20;

    /// <summary>Matters remembered.</summary>
    public const int MattersKept = 10;

    /// <summary>Whether the account exists and is open.</summary>
    public bool IsOpen => Since > 0 && ClosedAt == 0;

    /// <summary>Whether their record makes them an operator.</summary>
    public bool IsOperator => Operator || Roles?.Exists(grant => grant.Role == Role.Operator) == true;

    /// <summary>Changes roles, and what of them is known outside the record.</summary>
    internal void Staff(Action change)
    {
        var before = StaffEntries().ToArray();
        change();
        var after = StaffEntries().ToArray();
        foreach (var entry in before.Except(after))
        {
            Follow(new Unindex(entry.Set, entry.Member));
        }

        foreach (var entry in after.Except(before))
        {
            Follow(entry);
        }
    }

    private IEnumerable<Index> StaffEntries()
    {
        if (IsOperator)
        {
            yield return new Index(ParticipantEffects.Operators, ParticipantEffects.Member(Id), 0);
        }

        if (IsOperator || Roles is { Count: > 0 } || Proposed is not null)
        {
            yield return new Index(ParticipantEffects.Staff, ParticipantEffects.Member(Id), 0);
        }
    }

    /// <inheritdoc/>
    internal override IEnumerable<Effect> Derived()
    {
        if (Since == 0)
        {
            yield break;
        }

        yield return new Count("totals", "people", 1);
        if (Units.District is { } district)
        {
            yield return new Count(ParticipantEffects.Places, district, 1);
        }

        if (NameState == TextState.Held)
        {
            yield return new Index(ParticipantEffects.Names, ParticipantEffects.Member(Id), NameAt);
        }

        if (OnBoards)
        {
            yield return new Index(ParticipantEffects.OnBoards, ParticipantEffects.Member(Id), 0);
        }

        if (OnHoursBoard)
        {
            yield return new Index(ParticipantEffects.OnHoursBoard, ParticipantEffects.Member(Id), 0);
        }

        if (OnCourierBoard)
        {
            yield return new Index(ParticipantEffects.OnCourierBoard, ParticipantEffects.Member(Id), 0);
        }

        foreach (var entry in StaffEntries())
        {
            yield return entry;
        }
    }
}
