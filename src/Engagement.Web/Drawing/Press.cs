namespace Engagement.Web.Drawing;

/// <summary>Draws off the requests' threads, at most two drawings at a time: each takes a core.</summary>
public sealed class Press : IDisposable
{
    private static readonly TimeSpan Queue = TimeSpan.FromSeconds(3);

    private readonly SemaphoreSlim _hands = new(2);

    /// <summary>A single sheet as PDF; null when too many wait.</summary>
    public Task<byte[]?> Draw(string title, DateTimeOffset made, Action<PdfPage> page) => Draw(() => Pdf.Draw(title, made, [page]));

    /// <summary>Any drawing, in the reader's language; null when too many wait.</summary>
    public async Task<byte[]?> Draw(Func<byte[]> draw)
    {
        if (!await _hands.WaitAsync(Queue))
        {
            return null;
        }

        try
        {
            var culture = System.Globalization.CultureInfo.CurrentUICulture;
            return await Task.Run(() =>
            {
                System.Globalization.CultureInfo.CurrentUICulture = culture;
                return draw();
            });
        }
        finally
        {
            _hands.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _hands.Dispose();
}
