namespace Engagement.Web.Drawing;

/// <summary>Draws single sheets off the requests' threads, at most two at a time.</summary>
public sealed class Press : IDisposable
{
    private static readonly TimeSpan Queue = TimeSpan.FromSeconds(3);

    private readonly SemaphoreSlim _hands = new(2);

    /// <summary>The sheet; null when too many wait.</summary>
    public async Task<byte[]?> Draw(string title, DateTimeOffset made, Action<PdfPage> page)
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
                return Pdf.Draw(title, made, [page]);
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
