namespace Engagement.Grains.Participants;

/// <summary>What a repeated send answers again, in one number.</summary>
/// <param name="At">Unix milliseconds of the birth.</param>
/// <param name="Remaining">What was left of the day, at most 1,023.</param>
/// <param name="Held">The text was held.</param>
internal readonly record struct SendResult(long At, int Remaining, bool Held)
{
    public long Pack() => At << 11 | (Held ? 1L : 0) << 10 | (long)Math.Clamp(Remaining, 0, 1_023);

    public static SendResult Unpack(long value) => new(value >> 11, (int)(value & 1_023), (value >> 10 & 1) == 1);
}
