using Engagement.Grains.Hours;

namespace Engagement.Web.Hours;

/// <summary>What hours are.</summary>
/// <param name="Rows">Organisations with hours, the largest share of make-up entries first.</param>
/// <param name="KeyId">Number of the city's key.</param>
public sealed record AboutHoursPage(IReadOnlyList<OrganisationRow> Rows, string KeyId);

/// <summary>An organisation's hours.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Hours">Its minutes by class.</param>
public sealed record OrganisationRow(string Name, OrganisationHours Hours);
