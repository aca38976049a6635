using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Engagement.Grains.Archive;

/// <summary>The list of the public archive's days: each digest is over the one before and the day's file, so no day can change, go or come in between (docs/archive.md).</summary>
/// <param name="Schema">What the files hold: <see cref="Current"/>.</param>
/// <param name="Campaign">Whose.</param>
/// <param name="Days">Closed days without a gap, the first in front.</param>
public sealed record ArchiveIndex(string Schema, string Campaign, IReadOnlyList<ArchiveDay> Days)
{
    /// <summary>This program's schema.</summary>
    public const string Current = "engagement-archive-1";

    /// <summary>Name of the list, of its signature, of the public key, and of the folder of days.</summary>
    public const string FileName = "digests.json", SignatureName = "digests.json.sig", KeyName = "key.pem", DaysName = "days";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, NewLine = "\n" };

    /// <summary>The latest day; null for none.</summary>
    public ArchiveDay? Latest => Days.Count == 0 ? null : Days[^1];

    /// <summary>The list in a folder; null where there is none.</summary>
    /// <exception cref="InvalidDataException">It is no such list.</exception>
    public static ArchiveIndex? Read(string folder)
    {
        var path = Path.Combine(folder, FileName);
        if (!File.Exists(path))
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<ArchiveIndex>(File.ReadAllBytes(path), Json) is { Schema: Current, Days: not null } index
                ? index : throw new InvalidDataException($"{path} is of another schema than {Current}.");
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"{path} can not be read: {e.Message}", e);
        }
    }

    /// <summary>The list as it is written.</summary>
    public byte[] Bytes() => [.. JsonSerializer.SerializeToUtf8Bytes(this, Json), (byte)'\n'];

    /// <summary>The file of a day, below the folder.</summary>
    public static string FileOf(int day) => string.Create(CultureInfo.InvariantCulture, $"{DaysName}/{day}.jsonl");

    /// <summary>The day that follows, whose file has this hash.</summary>
    internal ArchiveDay Next(int day, string hash, long rows, long others, long sent, long claimed)
    {
        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Latest?.Digest}\n{day}\n{hash}\n"))));
        return new(day, rows, others, (Latest?.Sent ?? 0) + sent, (Latest?.Claimed ?? 0) + claimed, hash, digest);
    }
}

/// <summary>A day of the public archive.</summary>
/// <param name="Day">Like 20261123, in Shanghai.</param>
/// <param name="Rows">Lines of its file.</param>
/// <param name="Others">Of these, lines that are neither births nor takings.</param>
/// <param name="Sent">Roses up to its end.</param>
/// <param name="Claimed">Roses taken up to its end, less those that no longer count.</param>
/// <param name="Sha256">Of its file, in hexadecimal.</param>
/// <param name="Digest">SHA-256 of the day before's digest, a line feed, the day, a line feed, its file's hash and a line feed.</param>
public sealed record ArchiveDay(int Day, long Rows, long Others, long Sent, long Claimed, string Sha256, string Digest);
