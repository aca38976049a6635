using Engagement.Grains.Campaigns;

namespace Engagement.Grains.Roses;

/// <summary>How a rose stands for people who look at it now.</summary>
public enum RoseStage
{
    /// <summary>Waits for its first taker.</summary>
    Offered = 0,

    /// <summary>In somebody's hands.</summary>
    Held,

    /// <summary>In one hand for 72 h: it rests, and may still be passed on.</summary>
    Kept,

    /// <summary>In somebody's hands who offers it on.</summary>
    OfferedOn,

    /// <summary>Went back unclaimed.</summary>
    Returned,

    /// <summary>Its sender took it back.</summary>
    Withdrawn,

    /// <summary>An operator voided it.</summary>
    Voided,
}

/// <summary>Tells the stage from the record and the clock: what is due has happened, even before the sweeper writes it.</summary>
public sealed class RoseStages(CampaignSettings settings)
{
    /// <summary>The stage now.</summary>
    public RoseStage Of(RoseState rose)
    {
        var now = settings.Clock.UtcNow;
        var open = IsOpen(rose, now);
        return rose.Status switch
        {
            RoseStatus.Returned => RoseStage.Returned,
            RoseStatus.Withdrawn => RoseStage.Withdrawn,
            RoseStatus.Voided => RoseStage.Voided,
            RoseStatus.Offered => open ? RoseStage.Offered : RoseStage.Returned,
            _ when open => RoseStage.OfferedOn,
            _ => DateTimeOffset.FromUnixTimeMilliseconds(rose.Since).AddHours(settings.Roses.KeptHours) <= now ? RoseStage.Kept : RoseStage.Held,
        };
    }

    /// <summary>The letter that came back to the rose's holder with nobody taking it; null while one is open or there is none.</summary>
    public Letter? Unsent(RoseState rose) => IsOpen(rose, settings.Clock.UtcNow) ? null : rose.Offer?.Letter ?? rose.Unsent;

    private static bool IsOpen(RoseState rose, DateTimeOffset now) => rose.Offer is { } offer && now.ToUnixTimeMilliseconds() < offer.Due;
}
