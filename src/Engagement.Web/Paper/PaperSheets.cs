using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Paper;
using Engagement.Web.Drawing;
using Engagement.Web.Resources;
using Engagement.Web.Roses;
using Microsoft.Extensions.Localization;
using SkiaSharp;

namespace Engagement.Web.Paper;

/// <summary>A4 pages of codes to print and cut: 24 tags a page, all measures in millimetres. Every page says that its codes are live.</summary>
public sealed class PaperSheets(PaperCodes codes, Links links, IStringLocalizer<Texts> texts, ICampaignClock clock) : IDisposable
{
    /// <summary>Tags on a page.</summary>
    public const int PerPage = Columns * Rows;

    private const int Columns = 3, Rows = 8;
    private const float Left = 10, Top = 16, TagWidth = (Pdf.Width - 2 * Left) / Columns, TagHeight = (Pdf.Height - Top - 10) / Rows;
    private const float Side = 27, Mark = 2.5f;
    private readonly SemaphoreSlim _hands = new(1);

    private static readonly SKColor Ink = new(0xFF2B2320), Faint = new(0xFF6A5A51), Line = new(0xFFB9A99B);

    /// <summary>Writes the pages of the codes from one serial to another, each as soon as it is drawn; one file at a time.</summary>
    public async Task WriteAsync(Stream target, RoseBatchState batch, int from, int to, CancellationToken cancel)
    {
        await _hands.WaitAsync(cancel);
        try
        {
            await Pdf.WriteAsync(target, Title(batch), clock.UtcNow, Pages(batch, from, to), cancel);
        }
        finally
        {
            _hands.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _hands.Dispose();

    private string Title(RoseBatchState batch) => texts["Paper.Sheet", batch.Number, batch.Name].Value;

    private Action<PdfPage>[] Pages(RoseBatchState batch, int from, int to)
    {
        var title = Title(batch);
        var pages = (to - from + PerPage) / PerPage;
        return [.. Enumerable.Range(0, pages).Select<int, Action<PdfPage>>(number => page =>
        {
            page.Text($"{title} · {texts["Paper.Live"].Value} · {number + 1}/{pages}", Left, 10, 3.2f, Faint);
            DrawMarks(page);
            for (var place = 0; place < PerPage && from + number * PerPage + place <= to; place++)
            {
                DrawTag(page, new(batch.Number, from + number * PerPage + place), Left + place % Columns * TagWidth, Top + place / Columns * TagHeight);
            }
        })];
    }

    private void DrawTag(PdfPage page, PaperCode code, float x, float y)
    {
        page.Qr(links.Paper(codes.Long(code)), x + 1.5f, y + (TagHeight - Side) / 2, Side);
        var text = x + Side + 2.5f;
        page.Text(texts["Paper.TagTitle"].Value, text, y + 9.5f, 3.7f, Ink);
        page.Text(texts["Paper.TagText"].Value, text, y + 14, 2.5f, Faint);
        page.Text(PaperScene.Printed(codes.Short(code)), text, y + 21, 4.6f, Ink);
        page.Text(texts["Paper.TagType", links.Address.Split("://", 2)[^1]].Value, text, y + 25.5f, 2, Faint);
        page.Text($"{code.Batch} · {code.Serial + 1}", text, y + 29.5f, 2, Faint);
    }

    // Short crosses where tags meet: what a blade follows, and nothing that has to be cut away.
    private static void DrawMarks(PdfPage page)
    {
        for (var column = 0; column <= Columns; column++)
        {
            for (var row = 0; row <= Rows; row++)
            {
                var (x, y) = (Left + column * TagWidth, Top + row * TagHeight);
                page.Line(x - Mark, y, x + Mark, y, colour: Line);
                page.Line(x, y - Mark, x, y + Mark, colour: Line);
            }
        }
    }
}
