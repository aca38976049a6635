using System.Globalization;
using Engagement.Grains.Storage;

namespace Engagement.Grains.Publications;

/// <summary>The body of an edition, byte for byte as it is hashed, signed and served. Born once, never changed.</summary>
[GenerateSerializer, Alias("eng.publication.body")]
public sealed class EditionState : LedgerState
{
    /// <summary>Name of the record in keys.</summary>
    public const string Kind = "edition";

    /// <summary>UTF-8 of the JSON (<see cref="SnapshotFormat"/>).</summary>
    [Id(0)] public byte[] Body { get; set; } = [];

    /// <summary>Its id.</summary>
    public static string IdOf(string period, int body) => string.Create(CultureInfo.InvariantCulture, $"{period}.{body}");

    /// <inheritdoc/>
    internal override IEnumerable<Effect> Derived() => [];
}
