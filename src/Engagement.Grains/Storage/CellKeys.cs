using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using System.Text;
using Engagement.Contracts;
using Microsoft.Extensions.Options;

namespace Engagement.Grains.Storage;

/// <summary>The cell's master key (design.md §10). Section "Keys".</summary>
public sealed class CellKeyOptions
{
    /// <summary>32 bytes as base64, from the environment or a secret store. Losing it makes every open link and every sealed field unreadable.</summary>
    [Required] public string Master { get; set; } = "";

    /// <summary>Newer keys for sealed fields alone, by their number from 1 to 255, each 32 bytes as base64: the highest seals, all of them open (docs/decisions/0027).</summary>
    public Dictionary<string, string> Seals { get; set; } = [];
}

/// <summary>Keys derived from the master key, one per purpose (HKDF, RFC 5869).</summary>
public sealed partial class CellKeys
{
    private readonly byte[] _links;
    private readonly byte[] _ids;
    private readonly byte[] _people;
    private readonly byte[] _scenes;
    private readonly byte[] _paper;
    private readonly byte[] _photos;
    private readonly byte[] _letters;
    private readonly byte[] _phones;
    private readonly byte[] _companies;
    private readonly byte[] _attendance;

    public CellKeys(IOptions<CellKeyOptions> options)
    {
        var master = Read("Master", options.Value.Master);
        byte[] Derive(string purpose) => CellKeys.Derive(master, purpose);
        (_links, _ids, _people, _scenes) = (Derive("links"), Derive("ids"), Derive("people"), Derive("scenes"));
        _paper = Derive("paper");
        (_photos, _letters) = (Derive("photos"), Derive("letters"));
        (_phones, _companies) = (Derive("phones"), Derive("companies"));
        _attendance = Derive("attendance");
        (_realNames, _volunteers, _guardians) = (Derive("real-names"), Derive("volunteers"), Derive("guardians"));
        _seals = Ring(master, options.Value.Seals);
    }

    /// <summary>The secret of a link: never stored, so that it can be given again, and dead with the next offer.</summary>
    public string LinkSecret(Guid id, int offer)
    {
        Span<byte> input = stackalloc byte[20];
        id.TryWriteBytes(input, bigEndian: true, out _);
        System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(input[16..], offer);
        return OpaqueId.Format(Truncated(_links, input));
    }

    /// <summary>Compares in constant time.</summary>
    public bool IsLinkSecret(Guid id, int offer, string? secret) => secret is { Length: OpaqueId.Length }
        && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(secret), Encoding.ASCII.GetBytes(LinkSecret(id, offer)));

    /// <summary>
    /// What a code of the service account carries instead of the link's secret: it can be exchanged for the link only by a push
    /// of WeChat. A new offer makes it dead, too.
    /// </summary>
    public string SceneTag(string kind, Guid id, int offer)
    {
        var suffix = new byte[4];
        System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(suffix, offer);
        return OpaqueId.Format(Truncated(_scenes, [.. OpaqueId.Bytes(id), .. suffix, .. Encoding.ASCII.GetBytes(kind)]));
    }

    /// <summary>Whether it is the tag or begins it, as its length says; compares in constant time. Who reads the scene says which lengths there are.</summary>
    public bool IsSceneTag(string kind, Guid id, int offer, string? tag) => tag is { Length: > 0 and <= OpaqueId.Length }
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(tag), Encoding.ASCII.GetBytes(SceneTag(kind, id, offer)[..tag.Length]));

    /// <summary>What printed codes are made of: 32 bytes that follow from the input and from nothing that is printed.</summary>
    public void Paper(ReadOnlySpan<byte> input, Span<byte> output) => HMACSHA256.HashData(_paper, input, output);

    /// <summary>What codes of attendance are made of: 32 bytes that follow from the input and from nothing that is shown.</summary>
    public void Attendance(ReadOnlySpan<byte> input, Span<byte> output) => HMACSHA256.HashData(_attendance, input, output);

    /// <summary>Opens a photo, without a session, until then (Unix seconds).</summary>
    public string PhotoTag(string hash, long until) =>
        OpaqueId.Format(Truncated(_photos, Encoding.ASCII.GetBytes(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{hash} {until}"))));

    /// <summary>Compares in constant time.</summary>
    public bool IsPhotoTag(string hash, long until, string? tag) => tag is { Length: OpaqueId.Length }
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(tag), Encoding.ASCII.GetBytes(PhotoTag(hash, until)));

    /// <summary>The secret of a good-deed letter's link: whoever was given the link may read it.</summary>
    public string LetterSecret(Guid act) => OpaqueId.Format(Truncated(_letters, OpaqueId.Bytes(act)));

    /// <summary>Compares in constant time.</summary>
    public bool IsLetterSecret(Guid act, string? secret) => secret is { Length: OpaqueId.Length }
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(secret), Encoding.ASCII.GetBytes(LetterSecret(act)));

    /// <summary>The id of the <paramref name="n"/>-th thing that a command makes: a replay makes the same one.</summary>
    public Guid Born(Guid maker, Guid command, int n)
    {
        Span<byte> input = stackalloc byte[36];
        maker.TryWriteBytes(input, bigEndian: true, out _);
        command.TryWriteBytes(input[16..], bigEndian: true, out _);
        System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(input[32..], n);
        return Truncated(_ids, input);
    }

    /// <summary>What a person's list of blocked people calls one of them: tells nothing about who it is.</summary>
    public string Handle(Guid owner, Guid other) => OpaqueId.Format(Truncated(_people, [.. OpaqueId.Bytes(owner), .. OpaqueId.Bytes(other)]));

    /// <summary>The seed of a bouquet's luck: 32 bytes that nobody knows before it closes.</summary>
    public byte[] Seed(Guid bouquet) => HMACSHA256.HashData(_ids, (byte[])[.. "seed"u8, .. OpaqueId.Bytes(bouquet)]);

    /// <summary>Key of a WeChat identity: HMAC, so that the store never holds an openid.</summary>
    public string Identity(string appId, string openId) =>
        OpaqueId.Format(Truncated(_people, Encoding.UTF8.GetBytes(appId + "\u001f" + openId)));

    /// <summary>The key of a mobile number in its canonical form (<see cref="PhoneNumber.Normalise"/>): HMAC, so that the store never holds a number.</summary>
    public PhoneKey Phone(string number) => new(Truncated(_phones, Encoding.ASCII.GetBytes(number)));

    /// <summary>The id of what a company's command makes: an upload, or a key. A replay makes the same one.</summary>
    public Guid Import(string company, CommandId command) => Truncated(_companies, [.. "made"u8, .. OpaqueId.Bytes(command.Value), .. Encoding.UTF8.GetBytes(company)]);

    /// <summary>64 bits that tell whether the rows of an upload are the same ones, and nothing else about them.</summary>
    public ulong Rows(ReadOnlySpan<byte> rows) => System.Buffers.Binary.BinaryPrimitives.ReadUInt64BigEndian(HMACSHA256.HashData(_phones, rows));

    /// <summary>The secret of a company's API key, 32 bytes: never stored, shown once.</summary>
    public byte[] CompanySecret(string key) => HMACSHA256.HashData(_companies, (byte[])[.. "secret"u8, .. Encoding.UTF8.GetBytes(key)]);

    private static byte[] Derive(byte[] root, string purpose) => HKDF.DeriveKey(HashAlgorithmName.SHA256, root, 32, info: Encoding.ASCII.GetBytes(purpose));

    private static byte[] Read(string name, string text)
    {
        var bytes = new byte[33];
        return Convert.TryFromBase64String(text, bytes, out var length) && length == 32
            ? bytes[..32]
            : throw new OptionsValidationException("Keys", typeof(CellKeyOptions), [$"Keys:{name} must be 32 bytes as base64."]);
    }

    /// <summary>What a rose is called in the public archive: the same in every export, and nobody's way back to it.</summary>
    public string PublicRose(RoseId rose) => OpaqueId.Format(Truncated(_ids, [.. "public"u8, .. OpaqueId.Bytes(rose.Value)]));

    private static Guid Truncated(byte[] key, ReadOnlySpan<byte> input) => new(HMACSHA256.HashData(key, input).AsSpan(0, 16), bigEndian: true);
}
