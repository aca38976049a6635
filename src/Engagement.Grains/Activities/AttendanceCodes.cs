using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using Engagement.Contracts;
using Engagement.Grains.Codes;
using Engagement.Grains.Storage;
using Microsoft.Extensions.Options;

namespace Engagement.Grains.Activities;

/// <summary>
/// Codes that attest presence: HMACs, so nothing is stored and none can be made up. A board's code is for one activity, shift, side and
/// half minute; a volunteer's own code is for one person and half minute, and tells nobody who that is.
/// </summary>
public sealed class AttendanceCodes(CellKeys keys, IOptions<AttendanceOptions> options)
{
    /// <summary>Digits of the form that is typed.</summary>
    public const int Digits = 6;

    private const int Tag = 8, Own = 16 + Tag;

    private CodeWindows Windows => new(options.Value.CodeSeconds, options.Value.GraceSeconds);

    /// <summary>The half minute that an instant is in.</summary>
    public long WindowOf(DateTimeOffset now) => Windows.Of(now);

    /// <summary>When a half minute began.</summary>
    public DateTimeOffset Begin(long window) => Windows.Begin(window);

    /// <summary>A board's code: 128 bits for cameras, six digits for fingers.</summary>
    public (string Text, string Digits) Of(ActivityId activity, int shift, AttendanceSide side, long window)
    {
        Span<byte> input = stackalloc byte[16 + 4 + 1 + 8];
        activity.Value.TryWriteBytes(input, bigEndian: true, out _);
        BinaryPrimitives.WriteInt32BigEndian(input[16..], shift);
        input[20] = (byte)side;
        BinaryPrimitives.WriteInt64BigEndian(input[21..], window);
        Span<byte> bits = stackalloc byte[32];
        keys.Attendance(input, bits);
        var number = BinaryPrimitives.ReadUInt64BigEndian(bits[16..]) % 1_000_000;
        return (OpaqueId.Format(new(bits[..16], bigEndian: true)), number.ToString("D" + Digits, CultureInfo.InvariantCulture));
    }

    /// <summary>Done for a code that is accepted now, Expired for one that is over, NotFound for none, one of another shift, side or activity.</summary>
    public Outcome Read(ActivityId activity, int shift, AttendanceSide side, string? text, DateTimeOffset now)
    {
        var code = text?.Replace(" ", "", StringComparison.Ordinal) ?? "";
        return code.Length switch
        {
            Digits => Windows.Read(code, now, window => Of(activity, shift, side, window).Digits).Outcome,
            OpaqueId.Length => Windows.Read(code, now, window => Of(activity, shift, side, window).Text).Outcome,
            _ => Outcome.NotFound,
        };
    }

    /// <summary>A volunteer's own code: 32 characters, different in every half minute.</summary>
    public string Of(ParticipantId volunteer, long window)
    {
        Span<byte> token = stackalloc byte[Own];
        var id = OpaqueId.Bytes(volunteer.Value);
        using var cipher = Cipher(window);
        cipher.EncryptEcb(id, token[..16], PaddingMode.None); // one block under a key that is used for this half minute only
        TagOf(window, id, token[16..]);
        return System.Buffers.Text.Base64Url.EncodeToString(token);
    }

    /// <summary>Whose code it is: Done when it is accepted now, Expired when it is over, NotFound for none.</summary>
    public (Outcome Outcome, ParticipantId Volunteer) ReadOwn(string? text, DateTimeOffset now)
    {
        var token = new byte[Own];
        if (text?.Length != Own / 3 * 4 || !System.Buffers.Text.Base64Url.IsValid(text) || !System.Buffers.Text.Base64Url.TryDecodeFromChars(text, token, out var read) || read != Own)
        {
            return (Outcome.NotFound, default);
        }

        var volunteer = default(ParticipantId);
        var (outcome, _) = Windows.Find(now, window =>
        {
            Span<byte> id = stackalloc byte[16], tag = stackalloc byte[Tag];
            using var cipher = Cipher(window);
            cipher.DecryptEcb(token.AsSpan(0, 16), id, PaddingMode.None);
            TagOf(window, id, tag);
            volunteer = new(OpaqueId.FromBytes(id));
            return CryptographicOperations.FixedTimeEquals(tag, token.AsSpan(16));
        });
        return outcome == Outcome.NotFound ? (outcome, default) : (outcome, volunteer);
    }

    private Aes Cipher(long window)
    {
        Span<byte> input = stackalloc byte[1 + 8], key = stackalloc byte[32];
        input[0] = (byte)'k';
        BinaryPrimitives.WriteInt64BigEndian(input[1..], window);
        keys.Attendance(input, key);
        var cipher = Aes.Create();
        cipher.Key = key.ToArray();
        return cipher;
    }

    private void TagOf(long window, ReadOnlySpan<byte> id, Span<byte> tag)
    {
        Span<byte> input = stackalloc byte[1 + 8 + 16], bits = stackalloc byte[32];
        input[0] = (byte)'t';
        BinaryPrimitives.WriteInt64BigEndian(input[1..], window);
        id.CopyTo(input[9..]);
        keys.Attendance(input, bits);
        bits[..Tag].CopyTo(tag);
    }
}
