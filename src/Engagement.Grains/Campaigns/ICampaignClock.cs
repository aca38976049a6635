namespace Engagement.Grains.Campaigns;

/// <summary>The campaign's clock. Product code takes it instead of <see cref="TimeProvider"/>: a global fake one would stall Orleans' timers.</summary>
public interface ICampaignClock
{
    /// <summary>Now, as the campaign counts days and offers.</summary>
    DateTimeOffset UtcNow { get; }

    /// <summary>Now, as callers count who make command keys: the real time, also while a test clock is ahead.</summary>
    DateTimeOffset RealNow => DateTimeOffset.UtcNow;
}

/// <summary>The real clock.</summary>
public sealed class SystemClock : ICampaignClock
{
    /// <inheritdoc/>
    public DateTimeOffset UtcNow => DateTimeOffset.UtcNow;
}
