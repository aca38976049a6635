using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Engagement.Grains.Publications;

/// <summary>
/// The document as bytes: JSON in UTF-8 without a mark, two blanks of indentation, lines that end in LF, members in the order of
/// <see cref="Snapshot"/>, Chinese characters as they are, absent members left out, one LF at the end. What is hashed and signed is
/// exactly this file, so that <c>sha256sum</c> and <c>openssl</c> suffice to check it.
/// </summary>
public static class SnapshotFormat
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NumberHandling = JsonNumberHandling.Strict,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        PropertyNameCaseInsensitive = false, RespectRequiredConstructorParameters = false,
    };

    /// <summary>The file.</summary>
    public static byte[] Write(Snapshot snapshot) => [.. JsonSerializer.SerializeToUtf8Bytes(snapshot, Json), (byte)'\n'];

    /// <summary>Reads a file. Members that the format does not know are refused.</summary>
    /// <exception cref="JsonException">It is no such document.</exception>
    public static Snapshot Read(ReadOnlySpan<byte> file) => JsonSerializer.Deserialize<Snapshot>(file, Json) ?? throw new JsonException("The document is empty.");

    /// <summary>SHA-256 as 64 hexadecimal digits, like <c>sha256sum</c> prints it.</summary>
    public static string Hash(ReadOnlySpan<byte> file) => Convert.ToHexStringLower(SHA256.HashData(file));
}
