using Microsoft.Extensions.Caching.Memory;

namespace Engagement.Web.Drawing;

/// <summary>Draws each picture once and keeps it for a while, 64 MB of them at most.</summary>
public sealed class DrawingRoom(Press press) : IDisposable
{
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(30);

    private readonly MemoryCache _drawn = new(new MemoryCacheOptions { SizeLimit = 64 * 1024 * 1024 });

    /// <summary>The picture; null when too many wait.</summary>
    /// <param name="content">All that decides what it looks like, compared by value.</param>
    /// <param name="draw">Draws it.</param>
    public async Task<byte[]?> Order(object content, Func<byte[]> draw) =>
        _drawn.Get(content) is byte[] before ? before
        : await press.Draw(draw) is { } picture ? _drawn.Set(content, picture, new MemoryCacheEntryOptions { Size = picture.Length, AbsoluteExpirationRelativeToNow = Kept })
        : null;

    /// <inheritdoc/>
    public void Dispose() => _drawn.Dispose();
}
