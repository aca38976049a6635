using Engagement.Web.Nominations;
using Engagement.Web.Stations;
using Engagement.Web.Acts;
using Engagement.Web.Hours;
using Engagement.Web.Records;
using Engagement.Web.Photos;
using Engagement.Web.Protection;

namespace Engagement.Web.Settings;

/// <summary>
/// Everything the product holds about one person, and nothing about anybody else. Instants are ISO 8601 with Shanghai's +08:00.
/// The blocked are handles that tell nothing about who they are, the same as on the page of blocked people.
/// </summary>
public sealed record Export(
    DateTimeOffset At, string Id, DateTimeOffset Since, ExportConsent Consent, ExportProfile Profile, ExportPurse Roses,
    IReadOnlyList<ExportGiven> Given, IReadOnlyList<ExportReceived> Received, IReadOnlyList<ExportBouquet> Bouquets, IReadOnlyList<string> Blocked)
{
    /// <summary>Since when the person follows the service account; null when they don't.</summary>
    public DateTimeOffset? FollowsSince { get; init; }

    /// <summary>What the public thanked this courier for; null for who never had a code.</summary>
    public ExportPublicThanks? PublicThanks { get; init; }

    /// <summary>Shifts as a station's keeper, as far as stations remember them.</summary>
    public IReadOnlyList<ExportShift> Shifts { get; init; } = [];

    /// <summary>The inbox, and what goes out by WeChat.</summary>
    public required ExportNotices Notices { get; init; }

    /// <summary>The civic record: consent, what was taken out, links, corrections; and objections to boards.</summary>
    public required ExportRecord CivicRecord { get; init; }

    /// <summary>Certificates of volunteer hours, newest first.</summary>
    public IReadOnlyList<Certificates.ExportCertificate> Certificates { get; init; } = [];

    /// <summary>Stars; null for who never applied.</summary>
    public Certificates.ExportStars? Stars { get; init; }

    /// <summary>Entries of volunteer hours, in the order of their numbers.</summary>
    public IReadOnlyList<LedgerLine> Hours { get; init; } = [];

    /// <summary>Civic acts, newest first.</summary>
    public required IReadOnlyList<ExportAct> Acts { get; init; }

    /// <summary>Photos that are kept, oldest first; the person may open each.</summary>
    public required IReadOnlyList<ExportPhoto> Photos { get; init; }

    /// <summary>Good-deed letters, newest first.</summary>
    public required IReadOnlyList<ExportLetter> Letters { get; init; }

    /// <summary>As courier; null for a person who never was one.</summary>
    public ExportCourier? Courier { get; init; }

    /// <summary>The person as volunteer; null for who is none.</summary>
    public Volunteers.ExportVolunteer? Volunteer { get; init; }
}

/// <summary>The accepted privacy notice.</summary>
public sealed record ExportConsent(int Version, DateTimeOffset At);

/// <summary>What the person chose.</summary>
public sealed record ExportProfile(
    string? Name, string NameState, bool ShowName, string? District, string? Community, string? Organisation, string? Company,
    DateTimeOffset? UnitsSince, string Reach, bool OnBoards, bool Operator, IReadOnlyList<string> Roles, bool Asked, bool OneWithMiniProgram);

/// <summary>Allowance and budget, today and on all days.</summary>
public sealed record ExportPurse(
    DateOnly? Day, int Remaining, long Granted, long Restored, long Sent, long InBouquets, long Lapsed, long BudgetGranted, long BudgetLeft);

/// <summary>A rose as it was given: with the words of this person, not with the name of who took it.</summary>
public sealed record ExportGiven(
    string Rose, DateTimeOffset At, bool Taken, string Reason, string Preset, string? To, string? Text, string? TextState, bool Anonymous, string? Thanks);

/// <summary>A rose as it was taken: without the words of others.</summary>
public sealed record ExportReceived(string Rose, DateTimeOffset At, string Reason, string? Bouquet, string? MyThanks, bool Reported);

/// <summary>A bouquet that was given.</summary>
public sealed record ExportBouquet(
    string Bouquet, DateTimeOffset At, int Roses, int Shares, string Split, string Reason, string Preset, bool FromBudget, int SharesTaken, int RosesTaken);
