using Microsoft.Extensions.Caching.Memory;

namespace Engagement.Web.Posters;

/// <summary>Draws each poster once: drawing takes 75 ms of a core, and at most two are drawn at a time.</summary>
public sealed class PosterShop(PosterRenderer renderer) : IDisposable
{
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan Queue = TimeSpan.FromSeconds(3);

    private readonly MemoryCache _drawn = new(new MemoryCacheOptions { SizeLimit = 32 * 1024 * 1024 });
    private readonly SemaphoreSlim _hands = new(2);

    /// <summary>The poster as JPEG; null when too many wait.</summary>
    public async Task<byte[]?> Order(Poster poster)
    {
        if (_drawn.Get(poster) is byte[] before)
        {
            return before;
        }

        if (!await _hands.WaitAsync(Queue))
        {
            return null;
        }

        try
        {
            var picture = await Task.Run(() => renderer.Render(poster));
            return _drawn.Set(poster, picture, new MemoryCacheEntryOptions { Size = picture.Length, AbsoluteExpirationRelativeToNow = Kept });
        }
        finally
        {
            _hands.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _drawn.Dispose();
        _hands.Dispose();
    }
}
