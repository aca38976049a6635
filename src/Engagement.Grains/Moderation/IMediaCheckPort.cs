using Engagement.Contracts;

namespace Engagement.Grains.Moderation;

/// <summary>Begins WeChat's check of a medium (media_check_async). The site brings this.</summary>
public interface IMediaCheckPort
{
    /// <summary>Asks once.</summary>
    /// <param name="openId">The mini program's openid of who brought it.</param>
    /// <param name="media">What to check.</param>
    Task<MediaBegun> Begin(string openId, MediaSubmission media);
}

/// <summary>What came of asking.</summary>
/// <param name="Trace">The check's number, which the result carries; null when it did not begin.</param>
/// <param name="Again">Worth asking again later.</param>
public readonly record struct MediaBegun(string? Trace, bool Again = false);

/// <summary>No check: every medium is for a moderator.</summary>
public sealed class NoMediaChecks : IMediaCheckPort
{
    /// <inheritdoc/>
    public Task<MediaBegun> Begin(string openId, MediaSubmission media) => Task.FromResult(new MediaBegun(null));
}
