using System.Buffers.Binary;
using System.Security.Cryptography;
using Engagement.Contracts;
using Engagement.Grains.Storage;

namespace Engagement.Grains.Paper;

/// <summary>
/// Writes and reads printed codes. Nothing of them is stored: the long one is the code's numbers with 88 bits of HMAC, the short one is a
/// permutation under a key of its numbers, so two codes can never be the same, and a check character (docs/decisions/0019).
/// </summary>
public sealed class PaperCodes(CellKeys keys)
{
    private const int TagLength = 11;

    /// <summary>What the QR code's address ends in: 24 characters.</summary>
    public string Long(PaperCode code)
    {
        Span<byte> bytes = stackalloc byte[4 + TagLength];
        Write(code, bytes);
        Span<char> text = stackalloc char[PaperCode.LongLength];
        for (var i = 0; i < text.Length; i++)
        {
            var bit = i * 5;
            var two = bytes[bit / 8] << 8 | (bit / 8 + 1 < bytes.Length ? bytes[bit / 8 + 1] : 0);
            text[i] = CodeAlphabet.Characters[two >> (11 - bit % 8) & 31];
        }

        return new(text);
    }

    /// <summary>What is printed for typing: 8 characters, the last of which checks the others.</summary>
    public string Short(PaperCode code) => ShortCode.Format(Permute((ulong)code.Batch << 21 | (ulong)code.Serial << 7, forward: true));

    /// <summary>Reads either form, in any case, with dashes or spaces. False for anything that this campaign can't have printed.</summary>
    public bool TryRead(string? text, out PaperCode code)
    {
        code = default;
        return CodeAlphabet.Normalise(text) is { } written && written.Length switch
        {
            PaperCode.ShortLength => ReadShort(written, out code),
            PaperCode.LongLength => ReadLong(written, out code),
            _ => false,
        };
    }

    /// <summary>The rose of a code: born by its first scan, and the same one for ever.</summary>
    public RoseId Rose(PaperCode code)
    {
        Span<byte> hash = stackalloc byte[32];
        keys.Paper([(byte)'r', .. Numbers(code)], hash);
        return new(new Guid(hash[..16], bigEndian: true));
    }

    /// <summary>
    /// The number at which a command that issues a batch begins to look for a free one: a repeated command meets the same numbers in the
    /// same order, so it finds its own batch again.
    /// </summary>
    public int FirstNumber(CommandId command)
    {
        Span<byte> hash = stackalloc byte[32];
        keys.Paper([(byte)'b', .. OpaqueId.Bytes(command.Value)], hash);
        return (int)(BinaryPrimitives.ReadUInt32BigEndian(hash) % PaperCode.MaxBatch) + 1;
    }

    /// <summary>The number that is tried next.</summary>
    public static int NextNumber(int number) => number % PaperCode.MaxBatch + 1;

    private bool ReadShort(string written, out PaperCode code)
    {
        code = default;
        if (ShortCode.Parse(written) is not { } value || Permute(value, forward: false) is var numbers && (numbers & 127) != 0)
        {
            return false;
        }

        code = new((int)(numbers >> 21), (int)(numbers >> 7 & 0x3FFF));
        return code.IsPossible;
    }

    private bool ReadLong(string written, out PaperCode code)
    {
        Span<byte> bytes = stackalloc byte[4 + TagLength];
        var (bits, held, at) = (0, 0, 0);
        code = default;
        foreach (var character in written)
        {
            if (CodeAlphabet.ValueOf(character) is var value && value < 0)
            {
                return false;
            }

            (bits, held) = ((bits << 5 | value) & 0xFFF, held + 5);
            if (held >= 8)
            {
                bytes[at++] = (byte)(bits >> (held -= 8));
            }
        }

        code = new(BinaryPrimitives.ReadUInt16BigEndian(bytes), BinaryPrimitives.ReadUInt16BigEndian(bytes[2..]));
        Span<byte> right = stackalloc byte[4 + TagLength];
        Write(code, right);
        return CryptographicOperations.FixedTimeEquals(bytes, right) && code.IsPossible;
    }

    private void Write(PaperCode code, Span<byte> bytes)
    {
        Span<byte> hash = stackalloc byte[32];
        var numbers = Numbers(code);
        keys.Paper([(byte)'l', .. numbers], hash);
        numbers.CopyTo(bytes);
        hash[..TagLength].CopyTo(bytes[4..]);
    }

    private static byte[] Numbers(PaperCode code)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt16BigEndian(bytes, (ushort)code.Batch);
        BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(2), (ushort)code.Serial);
        return bytes;
    }

    // A Feistel network of ten rounds over 17 and 18 bits: one to one on all 2^35 values, whatever the key.
    private ulong Permute(ulong value, bool forward)
    {
        var (left, right) = ((uint)(value >> 18), (uint)(value & 0x3FFFF));
        for (var step = 0; step < 10; step++)
        {
            var round = forward ? step : 9 - step;
            if (round % 2 == 0)
            {
                left ^= Mix(round, right) & 0x1FFFF;
            }
            else
            {
                right ^= Mix(round, left) & 0x3FFFF;
            }
        }

        return (ulong)left << 18 | right;
    }

    private uint Mix(int round, uint half)
    {
        Span<byte> input = stackalloc byte[6];
        Span<byte> hash = stackalloc byte[32];
        (input[0], input[1]) = ((byte)'s', (byte)round);
        BinaryPrimitives.WriteUInt32BigEndian(input[2..], half);
        keys.Paper(input, hash);
        return BinaryPrimitives.ReadUInt32BigEndian(hash);
    }
}
