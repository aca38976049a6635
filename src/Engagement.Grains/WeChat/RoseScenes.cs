using Engagement.Contracts;
using Engagement.Grains.Roses;
using Engagement.Grains.Storage;

namespace Engagement.Grains.WeChat;

/// <summary>Codes that open a rose's letter: good for one offer, as its link is.</summary>
public sealed class RoseScenes(RoseReader roses, CellKeys keys) : ISceneKind
{
    /// <inheritdoc/>
    public string Prefix => "r";

    /// <summary>The scene of an offer.</summary>
    public string Of(RoseId rose, int offer) => SceneBook.Of(keys, Prefix, rose.Value, offer);

    /// <summary>The same for a code of the mini program.</summary>
    public string ShortOf(RoseId rose, int offer) => SceneBook.ShortOf(keys, Prefix, rose.Value, offer);

    /// <inheritdoc/>
    public async Task<Landing?> Open(string rest)
    {
        if (!SceneBook.TryRead(rest, out var id, out var tag) || await roses.Read(new RoseId(id)) is not { } rose)
        {
            return null;
        }

        return rose.Offer is { } offer && offer.To.IsNone && keys.IsSceneTag(Prefix, id, offer.Number, tag)
            ? new($"/r/{rose.Id}", rose.Id.ToString(), offer.Number)
            : new($"/r/{rose.Id}"); // another offer, or none: its way can be seen, as with an old link
    }
}
