using System.Buffers.Binary;

namespace Engagement.Web.Drawing;

/// <summary>
/// Cuts a TrueType font to the outlines of some glyphs. Their numbers stay, so every other table stays as it is; the rest is
/// empty. A PDF then carries tens of kilobytes instead of two megabytes, and its text can still be searched and read aloud.
/// </summary>
internal static class FontSubset
{
    private const int Entry = 16, Head = 12;
    private const int ArgumentsAreWords = 0x1, HasScale = 0x8, HasMore = 0x20, HasTwoScales = 0x40, HasMatrix = 0x80;

    // What a PDF needs: no layout tables, no names, and the character map only to find glyphs.
    private static readonly string[] Kept = ["OS/2", "cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "post"];

    /// <summary>The font's file with the outlines of these glyphs, and of those that they are put together from.</summary>
    public static byte[] Cut(ReadOnlySpan<byte> font, IEnumerable<ushort> glyphs)
    {
        var tables = Tables(font);
        var glyf = font[tables["glyf"]];
        var starts = Starts(font, tables);
        var wanted = new SortedSet<int> { 0 };
        foreach (var glyph in glyphs)
        {
            Add(wanted, glyph, glyf, starts);
        }

        var outlines = new MemoryStream();
        var loca = new byte[starts.Length * 4];
        for (var glyph = 0; glyph < starts.Length - 1; glyph++)
        {
            BinaryPrimitives.WriteUInt32BigEndian(loca.AsSpan(glyph * 4), (uint)outlines.Length);
            if (wanted.Contains(glyph))
            {
                outlines.Write(glyf[starts[glyph]..starts[glyph + 1]]);
                outlines.SetLength((outlines.Length + 3) & ~3);
                outlines.Position = outlines.Length;
            }
        }

        BinaryPrimitives.WriteUInt32BigEndian(loca.AsSpan(^4), (uint)outlines.Length);
        var head = font[tables["head"]].ToArray();
        head[51] = 1; // indexToLocFormat: long
        List<(string Name, byte[] Content)> parts = [];
        foreach (var name in Kept.Where(tables.ContainsKey))
        {
            parts.Add((name, name switch { "glyf" => outlines.ToArray(), "loca" => loca, "head" => head, _ => font[tables[name]].ToArray() }));
        }

        return Put(parts);
    }

    private static Dictionary<string, Range> Tables(ReadOnlySpan<byte> font)
    {
        var tables = new Dictionary<string, Range>();
        for (var i = 0; i < BinaryPrimitives.ReadUInt16BigEndian(font[4..]); i++)
        {
            var entry = font.Slice(Head + (i * Entry), Entry);
            var start = BinaryPrimitives.ReadInt32BigEndian(entry[8..]);
            tables[System.Text.Encoding.ASCII.GetString(entry[..4])] = start..(start + BinaryPrimitives.ReadInt32BigEndian(entry[12..]));
        }

        return tables;
    }

    private static int[] Starts(ReadOnlySpan<byte> font, Dictionary<string, Range> tables)
    {
        var loca = font[tables["loca"]];
        var starts = new int[BinaryPrimitives.ReadUInt16BigEndian(font[tables["maxp"]][4..]) + 1];
        var isLong = font[tables["head"]][51] == 1;
        for (var i = 0; i < starts.Length; i++)
        {
            starts[i] = isLong ? BinaryPrimitives.ReadInt32BigEndian(loca[(i * 4)..]) : BinaryPrimitives.ReadUInt16BigEndian(loca[(i * 2)..]) * 2;
        }

        return starts;
    }

    // A glyph with a negative number of contours is put together from others.
    private static void Add(SortedSet<int> wanted, int glyph, ReadOnlySpan<byte> glyf, int[] starts)
    {
        if (glyph >= starts.Length - 1 || !wanted.Add(glyph) || starts[glyph] == starts[glyph + 1] || BinaryPrimitives.ReadInt16BigEndian(glyf[starts[glyph]..]) >= 0)
        {
            return;
        }

        int flags, at = starts[glyph] + 10;
        do
        {
            flags = BinaryPrimitives.ReadUInt16BigEndian(glyf[at..]);
            Add(wanted, BinaryPrimitives.ReadUInt16BigEndian(glyf[(at + 2)..]), glyf, starts);
            at += 4 + ((flags & ArgumentsAreWords) != 0 ? 4 : 2)
                + ((flags & HasScale) != 0 ? 2 : (flags & HasTwoScales) != 0 ? 4 : (flags & HasMatrix) != 0 ? 8 : 0);
        }
        while ((flags & HasMore) != 0);
    }

    private static byte[] Put(List<(string Name, byte[] Content)> parts)
    {
        var size = Head + (parts.Count * Entry) + parts.Sum(part => (part.Content.Length + 3) & ~3);
        var font = new byte[size];
        var log = System.Numerics.BitOperations.Log2((uint)parts.Count);
        BinaryPrimitives.WriteUInt32BigEndian(font, 0x00010000);
        BinaryPrimitives.WriteUInt16BigEndian(font.AsSpan(4), (ushort)parts.Count);
        BinaryPrimitives.WriteUInt16BigEndian(font.AsSpan(6), (ushort)(Entry << log));
        BinaryPrimitives.WriteUInt16BigEndian(font.AsSpan(8), (ushort)log);
        BinaryPrimitives.WriteUInt16BigEndian(font.AsSpan(10), (ushort)((parts.Count * Entry) - (Entry << log)));
        var at = Head + (parts.Count * Entry);
        for (var i = 0; i < parts.Count; i++)
        {
            var (name, content) = parts[i];
            content.CopyTo(font.AsSpan(at));
            var entry = font.AsSpan(Head + (i * Entry), Entry);
            System.Text.Encoding.ASCII.GetBytes(name, entry);
            BinaryPrimitives.WriteUInt32BigEndian(entry[4..], Sum(font.AsSpan(at, (content.Length + 3) & ~3)));
            BinaryPrimitives.WriteInt32BigEndian(entry[8..], at);
            BinaryPrimitives.WriteInt32BigEndian(entry[12..], content.Length);
            at += (content.Length + 3) & ~3;
        }

        return font;
    }

    private static uint Sum(ReadOnlySpan<byte> words)
    {
        uint sum = 0;
        for (var i = 0; i < words.Length; i += 4)
        {
            sum += BinaryPrimitives.ReadUInt32BigEndian(words[i..]);
        }

        return sum;
    }
}
