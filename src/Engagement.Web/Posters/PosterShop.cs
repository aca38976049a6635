using Engagement.Web.Drawing;

namespace Engagement.Web.Posters;

/// <summary>Posters as JPEG; drawing one takes 75 ms of a core.</summary>
public sealed class PosterShop(PosterRenderer renderer, DrawingRoom room)
{
    /// <summary>The poster; null when too many wait.</summary>
    public Task<byte[]?> Order(Poster poster) => room.Order(poster, () => renderer.Render(poster));
}
