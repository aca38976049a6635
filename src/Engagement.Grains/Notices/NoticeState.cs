using Engagement.Contracts;
using Engagement.Grains.Roses;
using Engagement.Grains.Storage;

namespace Engagement.Grains.Notices;

/// <summary>How WeChat can reach one person and what was sent to them. Born with the first word of WeChat about them, empty once the account is closed.</summary>
[GenerateSerializer, OmitDefaultMemberValues, Alias("eng.notices.state")]
public sealed class NoticeState : LedgerState
{
    /// <summary>Name of the record in keys.</summary>
    public const string Kind = "notices";

    /// <summary>Pushes of WeChat remembered.</summary>
    public const int PushesKept = 32;

    /// <summary>Messages remembered.</summary>
    public const int SentKept = 20;

    /// <summary>The person; default before the first change.</summary>
    [Id(0)] public ParticipantId Id { get; set; }

    /// <summary>The account was closed: nothing is ever kept or sent again.</summary>
    [Id(1)] public bool Erased { get; set; }

    /// <summary>The service account's openid, sealed under <see cref="Salt"/>; null until WeChat told of the person.</summary>
    [Id(2)] public byte[]? OpenId { get; set; }

    /// <summary>Opens <see cref="OpenId"/>.</summary>
    [Id(3)] public byte[] Salt { get; set; } = [];

    /// <summary>Whether they follow.</summary>
    [Id(4)] public FollowState Following { get; set; }

    /// <summary>Unix milliseconds of the event that said so: an older one that comes late changes nothing.</summary>
    [Id(5)] public long FollowAt { get; set; }

    /// <summary>What can be sent, by template; at most one entry for each template of the configuration's history.</summary>
    [Id(6)] public List<TemplateCredit> Credits { get; set; } = [];

    /// <summary>Digests of the latest pushes: the same one changes nothing twice.</summary>
    [Id(7)] public List<ulong> Pushes { get; set; } = [];

    /// <summary>The latest messages, oldest first.</summary>
    [Id(8)] public List<SentNotice> Sent { get; set; } = [];

    /// <summary>Unix milliseconds: what happened up to then was told, or shall never be.</summary>
    [Id(9)] public long ToldUpTo { get; set; }

    /// <summary>Unix milliseconds at which the turn of the latest message began: one message a turn.</summary>
    [Id(10)] public long Turn { get; set; }

    /// <summary>Unix milliseconds of the person's own next look; 0 for none.</summary>
    [Id(11)] public long DigestDue { get; set; }

    /// <summary>Tries in a row that WeChat did not take.</summary>
    [Id(12)] public int Failures { get; set; }

    /// <summary>The person's record was told that a message can be sent.</summary>
    [Id(13)] public bool Hinted { get; set; }

    /// <inheritdoc/>
    internal override IEnumerable<Effect> Derived() =>
        DigestDue > 0 ? [new Index(RoseEffects.Agenda, NoticeEffects.Digest(Id), DigestDue)] : [];
}

/// <summary>A message: written down before it is handed over, so that it is never sent twice.</summary>
[GenerateSerializer, OmitDefaultMemberValues, Immutable, Alias("eng.notices.message")]
public sealed record SentNotice(
    [property: Id(0)] long At, [property: Id(1)] string TemplateId, [property: Id(2)] int Count, [property: Id(3)] SendState State = SendState.Unknown,
    [property: Id(4)] string? MessageId = null);
