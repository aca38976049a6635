using Orleans.Concurrency;

namespace Engagement.Contracts;

/// <summary>One person of the campaign. Key: <c>campaign/participant-id</c>.</summary>
/// <remarks>Every command is safe to retry: the same <c>command</c> with the same content returns its first answer.</remarks>
[Alias("eng.participant")]
public interface IParticipantGrain : IGrainWithStringKey
{
    /// <summary>Allowance and profile; not Exists for an unknown or closed account.</summary>
    [Alias("Self")] Task<ParticipantSelf> Self();

    /// <summary>Whether the account exists and is open.</summary>
    [Alias("IsOpen")] Task<bool> IsOpen();

    /// <summary>What a grain needs to write this person's words down; no salt for an unknown or closed account. Never leaves the cluster.</summary>
    [Alias("Writer")] Task<WriterCard> Writer();

    /// <summary>Remembers a WeChat identity that leads to this person; false for an unknown or closed account. Safe to repeat.</summary>
    /// <exception cref="LedgerException">Durability unknown; repeat.</exception>
    [Alias("Link"), ResponseTimeout("00:00:05")]
    Task<bool> Link(string identity);

    /// <summary>Remembers the key of a unionid that leads to this person; false for an unknown or closed account. Safe to repeat.</summary>
    /// <exception cref="LedgerException">Durability unknown; repeat.</exception>
    [Alias("LinkUnion"), ResponseTimeout("00:00:05")]
    Task<bool> LinkUnion(string union);

    /// <summary>This person as giver, asked about a taker.</summary>
    [Alias("AsGiver")] Task<GiverCard> AsGiver(ParticipantId taker);

    /// <summary>This person as addressee, asked about a giver.</summary>
    [Alias("AsAddressee")] Task<AddresseeCard> AsAddressee(ParticipantId giver);

    /// <summary>Gives a rose: the debit and the new rose are one commit.</summary>
    /// <exception cref="LedgerException">Durability unknown; retry with the same command.</exception>
    [Alias("Send"), ResponseTimeout("00:00:05")]
    Task<SendReceipt> Send(CommandId command, SendRose rose);

    /// <summary>Gives a bouquet, paid from the day's allowance or a granted budget: the debit and the bouquet are one commit.</summary>
    /// <exception cref="LedgerException">Durability unknown; retry with the same command.</exception>
    [Alias("SendBouquet"), ResponseTimeout("00:00:05")]
    Task<BouquetSent> SendBouquet(CommandId command, SendBouquet bouquet);

    /// <summary>Gives a rose to a station's crew: the debit and the rose, which the station holds at once, are one commit. Presets only.</summary>
    /// <exception cref="LedgerException">Durability unknown; retry with the same command.</exception>
    [Alias("GiveToStation"), ResponseTimeout("00:00:05")]
    Task<SendReceipt> GiveToStation(CommandId command, StationId station, LetterWords words);

    /// <summary>Thanks a courier with a ready-made letter. Forbidden for oneself, NotFound for who is no courier, DailyLimit when the day's thanks are said.</summary>
    /// <exception cref="LedgerException">Durability unknown; retry with the same command.</exception>
    [Alias("Nominate"), ResponseTimeout("00:00:05")]
    Task<Receipt> Nominate(CommandId command, ParticipantId courier, string reason, string preset);

    /// <summary>Changes what the person chose. Invalid names the field.</summary>
    /// <exception cref="LedgerException">Durability unknown; retry with the same command.</exception>
    [Alias("Choose"), ResponseTimeout("00:00:05")]
    Task<Receipt> Choose(CommandId command, ProfileChange change);

    /// <summary>Joins the organisation whose code this is, instead of the former one. NotEnrolled for a company's code: <see cref="ICourierGrain.Enrol"/> is the only way into one.</summary>
    /// <exception cref="LedgerException">Durability unknown; retry with the same command.</exception>
    [Alias("Join"), ResponseTimeout("00:00:05")]
    Task<Receipt> Join(CommandId command, string code);

    /// <summary>Leaves the organisation.</summary>
    /// <exception cref="LedgerException">Durability unknown; retry with the same command.</exception>
    [Alias("LeaveOrganisation"), ResponseTimeout("00:00:05")]
    Task<Receipt> LeaveOrganisation(CommandId command);

    /// <summary>Blocks or unblocks a person; silent to them. At most 500 are blocked.</summary>
    /// <param name="command">Idempotency key, a UUIDv7.</param>
    /// <param name="person">Who.</param>
    /// <param name="block">False unblocks.</param>
    /// <param name="unseen">The person was hidden from the one who blocks: their name must not come out in the list of blocks.</param>
    /// <exception cref="LedgerException">Durability unknown; retry with the same command.</exception>
    [Alias("Block"), ResponseTimeout("00:00:05")]
    Task<Receipt> Block(CommandId command, ParticipantId person, bool block, bool unseen = false);

    /// <summary>A moderator decides about a name that is held.</summary>
    /// <exception cref="LedgerException">Durability unknown; retry with the same command.</exception>
    [Alias("ReviewName"), ResponseTimeout("00:00:05")]
    Task<Receipt> ReviewName(CommandId command, ParticipantId by, bool pass);

    /// <summary>An operator grants roses for bouquets, audited. 1 to 1,000,000 at a time.</summary>
    /// <exception cref="LedgerException">Durability unknown; retry with the same command.</exception>
    [Alias("Grant"), ResponseTimeout("00:00:05")]
    Task<Receipt> Grant(CommandId command, ParticipantId by, int roses, string reason);

    /// <summary>
    /// An operator gives the person a role in the console, or takes it back; audited. Invalid names the field. Who becomes an operator, or is one no more,
    /// two operators decide where there are two: Done with the field <c>second</c> waits for another one to do the same within three days, and Forbidden
    /// names what is in the way: <c>by</c> (no operator), <c>last</c>, <c>second</c> (one of two can't take it from the other) or <c>configuration</c>.
    /// </summary>
    /// <exception cref="LedgerException">Durability unknown; retry with the same command.</exception>
    [Alias("Appoint"), ResponseTimeout("00:00:05")]
    Task<Receipt> Appoint(CommandId command, ParticipantId by, RoleGrant role, bool holds, string reason);

    /// <summary>An operator puts aside what was proposed about the person's being an operator; audited.</summary>
    /// <exception cref="LedgerException">Durability unknown; retry with the same command.</exception>
    [Alias("DeclineRole"), ResponseTimeout("00:00:05")]
    Task<Receipt> DeclineRole(CommandId command, ParticipantId by, string reason);

    /// <summary>The person answers a computer that wants into the console: a line on the audit log, one for each time.</summary>
    /// <exception cref="LedgerException">Durability unknown.</exception>
    [Alias("EnterConsole"), ResponseTimeout("00:00:05")]
    Task EnterConsole();

    /// <summary>What the person chose about notices, and up to where they read them.</summary>
    [Alias("Notices")] Task<NoticeCard> Notices();

    /// <summary>Marks everything up to an instant as read; an earlier one than before changes nothing, a later one than now means now.</summary>
    /// <exception cref="LedgerException">Durability unknown; repeat.</exception>
    [Alias("ReadNotices"), ResponseTimeout("00:00:05")]
    Task<Receipt> ReadNotices(DateTimeOffset upTo);

    /// <summary>Which notices also come as WeChat messages, and in which language.</summary>
    /// <exception cref="LedgerException">Durability unknown; retry with the same command.</exception>
    [Alias("ChooseNotices"), ResponseTimeout("00:00:05")]
    Task<Receipt> ChooseNotices(CommandId command, NoticeChoice choice);

    /// <summary>Told by <see cref="INoticeGrain"/>: a message can (or can't) be sent now, so notices are worth an agenda entry. False for an unknown or closed account.</summary>
    /// <exception cref="LedgerException">Durability unknown; repeat.</exception>
    [Alias("Reachable"), ResponseTimeout("00:00:05")]
    Task<bool> Reachable(bool reachable);

    /// <summary>Told by <see cref="INoticeGrain"/> after a message: until then new notices wait for the digest. A hint that may get lost.</summary>
    [Alias("Rest"), OneWay] Task Rest(DateTimeOffset until);

    /// <summary>The person opened the mini program now: its messages reach them, and for two hours WeChat checks texts in their name. False for an unknown or closed account.</summary>
    /// <param name="openId">The mini program's openid, kept sealed.</param>
    /// <exception cref="LedgerException">Durability unknown; repeat.</exception>
    [Alias("SeenInMiniProgram"), ResponseTimeout("00:00:05")]
    Task<bool> SeenInMiniProgram(OpenId openId);

    /// <summary>The mini program's openid of a person who was there within two hours; null otherwise. Never leaves the cluster.</summary>
    [Alias("MiniProgram")] Task<OpenId?> MiniProgram();

    /// <summary>The mini program's openid, however long ago the person was there; null when none is kept. Never leaves the cluster.</summary>
    [Alias("MiniProgramReach")] Task<OpenId?> MiniProgramReach();

    /// <summary>Closes the account: names, settings and blocks are emptied, the person stays in chains as departed.</summary>
    /// <exception cref="LedgerException">Durability unknown; retry with the same command.</exception>
    [Alias("Close"), ResponseTimeout("00:00:05")]
    Task<Receipt> Close(CommandId command);

    /// <summary>An agenda entry of this person is due. Late, repeated and concurrent calls are harmless.</summary>
    /// <exception cref="LedgerException">Not done; the sweeper tries again.</exception>
    [Alias("Due"), ResponseTimeout("00:00:10")]
    Task Due(string entry);
}

/// <summary>One WeChat identity. Key: <c>campaign/HMAC(app id, openid)</c>; the store never holds an openid.</summary>
[Alias("eng.identity")]
public interface IIdentityGrain : IGrainWithStringKey
{
    /// <summary>The participant of this identity; default when there is none or it was erased.</summary>
    [Alias("Find")] Task<ParticipantId> Find();

    /// <summary>The participant of this identity; makes one with the first consent. Safe to repeat.</summary>
    /// <param name="consentVersion">Version of the privacy notice that the person accepted.</param>
    /// <param name="union">Key of the person's unionid, which joins H5 and mini-program; null when WeChat gave none.</param>
    /// <param name="isOperator">Configuration names this identity as an operator.</param>
    /// <exception cref="LedgerException">Durability unknown; repeat.</exception>
    [Alias("Enter"), ResponseTimeout("00:00:05")]
    Task<ParticipantId> Enter(int consentVersion, string? union, bool isOperator);

    /// <summary>Joins this identity's participant with a unionid, so that another account of the city finds the same person. Safe to repeat.</summary>
    /// <param name="union">Key of the person's unionid.</param>
    /// <exception cref="LedgerException">Durability unknown; repeat.</exception>
    [Alias("Join"), ResponseTimeout("00:00:05")]
    Task<UnionOutcome> Join(string union);

    /// <summary>The participant of this unionid's key; <paramref name="participant"/> from now on if there was none. Safe to repeat.</summary>
    /// <exception cref="LedgerException">Durability unknown; repeat.</exception>
    [Alias("Adopt"), ResponseTimeout("00:00:05")]
    Task<ParticipantId> Adopt(ParticipantId participant);

    /// <summary>Forgets the mapping: a returning person is a new participant.</summary>
    /// <exception cref="LedgerException">Durability unknown; repeat.</exception>
    [Alias("Forget"), ResponseTimeout("00:00:05")]
    Task Forget();
}

/// <summary>What became of joining a person's accounts.</summary>
public enum UnionOutcome
{
    /// <summary>The identity has no participant, or their account is closed: nothing was changed.</summary>
    NoAccount = 0,

    /// <summary>The unionid leads to this participant, now or since before.</summary>
    Joined,

    /// <summary>The unionid leads to another participant, who has records of their own: nothing was changed.</summary>
    Taken,
}
