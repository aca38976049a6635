using System.Globalization;
using System.Text;
using Engagement.Contracts;
using StackExchange.Redis;

namespace Engagement.Grains.Records;

/// <summary>Names of a civic record's entries outside it.</summary>
internal static class RecordEffects
{
    /// <summary>From a link to its person, in alphabetical order.</summary>
    public const string Shares = "record-shares";

    /// <summary>Requests for correction that wait for an operator, oldest first.</summary>
    public const string Requests = "record-requests";

    /// <summary>A link and its person, found by the link alone.</summary>
    public static RedisValue Member(RecordShare share, ParticipantId person) => $"{OpaqueId.Format(share.Id)} {person}";

    /// <summary>A person and the number of their request.</summary>
    public static RedisValue Member(RecordRequest request, ParticipantId person) =>
        Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{person} {request.Number}"));
}
