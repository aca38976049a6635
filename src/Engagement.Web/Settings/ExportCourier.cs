namespace Engagement.Web.Settings;

/// <summary>The person as courier: without a company in the pool of city riders. The number itself is kept nowhere.</summary>
/// <param name="Active">Enrolled now.</param>
/// <param name="Company">Company now.</param>
/// <param name="Since">Since when.</param>
/// <param name="CompanyShown">Consent to others seeing the company.</param>
/// <param name="RosterName">Name that the company wrote.</param>
/// <param name="RosterStation">Station that the company wrote.</param>
/// <param name="RosterNumber">The company's own number of the person.</param>
/// <param name="Before">Companies before.</param>
public sealed record ExportCourier(
    bool Active, string? Company, DateTimeOffset? Since, bool CompanyShown, string? RosterName, string? RosterStation, string? RosterNumber, IReadOnlyList<ExportSpell> Before);

/// <summary>A time with a company.</summary>
public sealed record ExportSpell(string Company, DateTimeOffset From, DateTimeOffset To);
