using Engagement.Contracts;
using Engagement.Grains.Roses;
using Engagement.Grains.Storage;

namespace Engagement.Grains.WeChat;

/// <summary>Names of a follower's entries outside their record.</summary>
internal static class FollowerEffects
{
    /// <summary>Totals of the service account.</summary>
    public const string Counter = "wechat";

    /// <summary>Field: people who follow now.</summary>
    public const string Followers = "followers";

    /// <summary>Field: pushes ever handled.</summary>
    public const string Pushes = "pushes";

    /// <summary>Entry of the agenda: closes the account of a person who left.</summary>
    public static string Leave(string follower, ParticipantId person) => $"leave:{follower}:{person}";

    public static Index Due(string follower, Departure departure) => new(RoseEffects.Agenda, Leave(follower, departure.Person), departure.Due);
}
