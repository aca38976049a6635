namespace Engagement.Web.Home;

/// <summary>The first page.</summary>
/// <param name="City">Live numbers.</param>
/// <param name="PerDay">Roses a person may give on one day.</param>
/// <param name="Left">How many of them are left today; null for a guest.</param>
/// <param name="Waiting">Roses in the reader's hands that can be passed on.</param>
/// <param name="Letters">Roses addressed to the reader, not taken yet.</param>
/// <param name="Closed">The campaign is over; nothing can be sent.</param>
public sealed record HomePage(CityCount City, int PerDay, int? Left = null, int Waiting = 0, int Letters = 0, bool Closed = false);
