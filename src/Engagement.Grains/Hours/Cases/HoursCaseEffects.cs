using System.Security.Cryptography;
using System.Text;
using Engagement.Contracts;
using Engagement.Grains.Storage;
using StackExchange.Redis;

namespace Engagement.Grains.Hours.Cases;

/// <summary>Names of a case's entries outside its record, and what a case is about.</summary>
internal static class HoursCaseEffects
{
    /// <summary>A district's open cases, longest open first; <c>none</c> for those without a district.</summary>
    public static string Open(string? district) => $"hours-cases:{district ?? "none"}";

    /// <summary>A district's closed cases.</summary>
    public static string Closed(string? district) => $"hours-cases-closed:{district ?? "none"}";

    /// <summary>Open cases about this.</summary>
    public static string On(string subject) => $"hours-cases-on:{subject}";

    public static RedisValue Member(HoursCaseId id) => OpaqueId.Bytes(id.Value);

    /// <summary>The one case of this signal about this.</summary>
    public static HoursCaseId Id(CellKeys keys, HoursSignal signal, string about) =>
        new(keys.Born(new(SHA256.HashData(Encoding.UTF8.GetBytes(about)).AsSpan(0, 16), bigEndian: true), new("0198c0de-0000-7000-8000-000000000000"), -(int)signal));

    /// <summary>What an open case holds the certificates of.</summary>
    public static string Subject(HoursCaseState state) => state.Signal switch
    {
        HoursSignal.LongDay or HoursSignal.TwoPlaces => Volunteer(state.Volunteer),
        HoursSignal.SameSeconds or HoursSignal.LateCreated => Activity(state.Activity),
        HoursSignal.MakeUpShare => MadeUp(state.Organisation),
        _ => Entered(state.Organisation, state.EnteredBy),
    };

    /// <summary>Everything that may hold a certificate with this entry on it.</summary>
    public static IEnumerable<string> Subjects(ServiceRecord entry)
    {
        yield return Volunteer(entry.Volunteer);
        if (!entry.Activity.IsNone)
        {
            yield return Activity(entry.Activity);
        }

        if (entry.Kind == EntryKind.MakeUp)
        {
            yield return MadeUp(entry.Organisation);
        }

        if (HourEffects.EnteredBy(entry) is { IsNone: false } by)
        {
            yield return Entered(entry.Organisation, by);
        }
    }

    private static string Volunteer(ParticipantId volunteer) => $"volunteer:{volunteer}";

    private static string Activity(ActivityId activity) => $"activity:{activity}";

    private static string MadeUp(string organisation) => $"made-up:{organisation}";

    private static string Entered(string organisation, ParticipantId by) => $"entered:{organisation}:{by}";
}
