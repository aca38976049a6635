using System.Buffers.Binary;
using Engagement.Contracts;
using Engagement.Grains.Storage;
using StackExchange.Redis;

namespace Engagement.Grains.Activities;

/// <summary>Names of an activity's entries outside its record.</summary>
internal static class ActivityEffects
{
    /// <summary>Activities that people can come to, by the start of their first shift.</summary>
    public const string Open = "activities";

    private const int IdBytes = 16;

    /// <summary>An organisation's activities, by the instant they were first written.</summary>
    public static string Of(string organisation) => $"activities:{organisation}";

    /// <summary>A district's activities that wait for a reviewer, longest waiting first.</summary>
    public static string Queue(string district) => $"activities-review:{district}";

    /// <summary>A person's sign-ups, by the instant of the first for each shift.</summary>
    public static string SignUps(ParticipantId person) => $"signups:{person}";

    public static RedisValue Member(ActivityId activity) => OpaqueId.Bytes(activity.Value);

    /// <summary>The agenda's name of it.</summary>
    public static string Step(ActivityId activity) => $"activity:{activity}:step";

    /// <summary>What a sign-up stands for: an entry among the person's.</summary>
    public static Index Booked(ActivityId activity, SignUpKey key, SignUp signUp)
    {
        var member = new byte[IdBytes + sizeof(int)];
        activity.Value.TryWriteBytes(member, bigEndian: true, out _);
        BinaryPrimitives.WriteInt32BigEndian(member.AsSpan(IdBytes), key.Shift);
        return new(SignUps(key.Person), member, signUp.Since);
    }

    /// <summary>The activity and the shift of a person's entry.</summary>
    public static (ActivityId Activity, int Shift) Read(RedisValue member)
    {
        var bytes = (byte[])member!;
        return (new(OpaqueId.FromBytes(bytes[..IdBytes])), BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(IdBytes)));
    }
}
