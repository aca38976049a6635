namespace Engagement.Grains.Hours;

/// <summary>An organisation's minutes; imported ones are nobody's work here.</summary>
/// <param name="Credit">By check-in and check-out.</param>
/// <param name="Honour">By make-up.</param>
public sealed record OrganisationHours(long Credit, long Honour)
{
    /// <summary>Share of make-up entries in percent, rounded up: public for every organisation (VH-07).</summary>
    public int MakeUpPercent => Credit + Honour == 0 ? 0 : (int)((Honour * 100 + Credit + Honour - 1) / (Credit + Honour));
}
