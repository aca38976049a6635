using Engagement.Contracts;
using Engagement.Web.Shared;

namespace Engagement.Web.Couriers;

/// <summary>Become a courier of the campaign, see as what, or leave.</summary>
/// <param name="Self">How it stands.</param>
/// <param name="Company">Name of the company now; null for none.</param>
/// <param name="Leaving">Name of a company that was left today.</param>
/// <param name="Before">Companies before, newest first.</param>
/// <param name="Form">What was filled in so far.</param>
/// <param name="Fault">What was not right: phone, code, roster or taken.</param>
public sealed record EnrolPage(
    CourierSelf Self, string? Company, string? Leaving, IReadOnlyList<FormerCompany> Before, EnrolForm Form, string? Fault = null)
{
    public string Command { get; init; } = CommandKey.New();
}

/// <summary>A company before.</summary>
public sealed record FormerCompany(string Name, DateTimeOffset From, DateTimeOffset To);
