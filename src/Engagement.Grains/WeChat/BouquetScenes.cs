using Engagement.Contracts;
using Engagement.Grains.Bouquets;
using Engagement.Grains.Storage;

namespace Engagement.Grains.WeChat;

/// <summary>Codes that open a bouquet.</summary>
public sealed class BouquetScenes(BouquetReader bouquets, CellKeys keys) : ISceneKind
{
    private const int OnlyOffer = 1;

    /// <inheritdoc/>
    public string Prefix => "b";

    /// <summary>The scene of a bouquet.</summary>
    public string Of(BouquetId bouquet) => SceneBook.Of(keys, Prefix, bouquet.Value, OnlyOffer);

    /// <summary>The same for a code of the mini program.</summary>
    public string ShortOf(BouquetId bouquet) => SceneBook.ShortOf(keys, Prefix, bouquet.Value, OnlyOffer);

    /// <inheritdoc/>
    public async Task<Landing?> Open(string rest) =>
        SceneBook.TryRead(rest, out var id, out var tag) && keys.IsSceneTag(Prefix, id, OnlyOffer, tag) && await bouquets.Read(new BouquetId(id)) is not null
            ? new($"/b/{OpaqueId.Format(id)}", OpaqueId.Format(id), OnlyOffer)
            : null;
}
