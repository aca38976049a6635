namespace Engagement.Web.Couriers;

/// <summary>What a courier fills in.</summary>
public sealed record EnrolForm(string? Phone = null, string? Code = null, bool ShowCompany = false);
