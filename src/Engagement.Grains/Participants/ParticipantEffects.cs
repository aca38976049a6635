using Engagement.Contracts;
using StackExchange.Redis;

namespace Engagement.Grains.Participants;

/// <summary>Names of a person's entries outside their record.</summary>
internal static class ParticipantEffects
{
    /// <summary>Names that wait for a moderator.</summary>
    public const string Names = "names";

    /// <summary>People who opted in to the board of persons.</summary>
    public const string OnBoards = "on-boards";

    /// <summary>How many people live in each district, as far as they said: a journey shows no place of fewer than five (OR-07).</summary>
    public const string Places = "places";

    /// <summary>Couriers who opted in to the board of couriers.</summary>
    public const string OnCourierBoard = "on-courier-board";

    /// <summary>Who chose to appear on the board of volunteers' hours.</summary>
    public const string OnHoursBoard = "on-hours-board";

    /// <summary>People who are operators by their record.</summary>
    public const string Operators = "operators";

    /// <summary>People who have a role, or are proposed for one.</summary>
    public const string Staff = "staff";

    public static RedisValue Member(ParticipantId person) => OpaqueId.Bytes(person.Value);
}
