using Engagement.Contracts;
using Engagement.Grains.Certificates;
using Engagement.Web.Drawing;
using Engagement.Web.Resources;
using Engagement.Web.Shared;
using Microsoft.Extensions.Localization;
using SkiaSharp;

namespace Engagement.Web.Certificates;

/// <summary>A certificate on A4 paper, in millimetres: letter paper with a red title, what the law asks for, a slot for the seal, a code to check it by.</summary>
internal sealed class CertificateSheet(CertificateView view, IStringLocalizer<Texts> texts, SiteOptions site, string keyId, byte[]? seal) : IDisposable
{
    /// <summary>The paper's colour in pictures; printers leave it out.</summary>
    public static readonly SKColor Paper = new(0xFFFFFCF6);

    private const float Left = 28, Right = Pdf.Width - 28, Row = 8.2f, Size = 4.1f, Bottom = 272;
    private const float BodyTop = 72, FootTop = 207;
    private const int MostFirstRows = 12, NextRows = 24;
    private static readonly SKColor Ink = new(0xFF2B2320), Faint = new(0xFF6A5A51), Rule = new(0xFFE6BDB3), Red = new(0xFFB0241C);

    private readonly SKImage? _seal = seal is null ? null : SKImage.FromEncodedData(seal);
    private bool _lacks;
    private int _firstRows;

    private CertificateSnapshot Snapshot => view.Snapshot;

    /// <summary>The sheets; the first holds everything but further lines.</summary>
    public IReadOnlyList<Action<PdfPage>> Pages()
    {
        using (var nowhere = new SKNoDrawCanvas(1, 1))
        {
            // A long name and many organisations leave fewer lines for the table: decoration never covers what is certified.
            var table = Body(new(nowhere, ShippedFont.Typeface), BodyTop) + 3;
            _firstRows = Math.Clamp((int)((FootTop - 9 - table) / Row), 1, MostFirstRows);
        }

        var more = Snapshot.Lines.Skip(_firstRows).Chunk(NextRows).ToArray();
        return [page => First(page, more.Length), .. more.Select<CertificateLine[], Action<PdfPage>>((lines, i) => page => Further(page, lines, i + 2, more.Length + 1))];
    }

    /// <inheritdoc/>
    public void Dispose() => _seal?.Dispose();

    private void First(PdfPage page, int further)
    {
        _lacks = false;
        CertificateFrame.Draw(page, Rule);
        Spaced(page, texts["Cert.Title"], 47, 11.5f, 2.2f);
        Write(page, texts["Cert.NumberIs", view.Number.Shown], Pdf.Width / 2, 57, 3.8f, Faint, SKTextAlign.Center);
        var y = Table(page, Snapshot.Lines.Take(_firstRows), Body(page, BodyTop) + 3);
        if (further > 0)
        {
            Write(page, texts["Cert.MoreLines", Snapshot.Lines.Count - _firstRows, texts.Hours(Snapshot.Lines.Skip(_firstRows).Sum(line => line.Minutes)), 2], Left, y + 5.2f, 3.6f, Faint);
        }

        Foot(page);
        if (view.Standing != CertificateStanding.Valid)
        {
            Stamp(page, texts["Cert.Standing" + view.Standing]);
        }
    }

    private float Body(PdfPage page, float y)
    {
        var who = view.Name is { } name ? Known(name) : texts["Cert.Holder"].Value;
        var marks = new List<string>();
        if (Snapshot.Volunteer is { } number)
        {
            marks.Add(texts["Cert.VolunteerIs", number]);
        }

        if (view.IdNumber is { } id)
        {
            marks.Add(texts["Cert.IdIs", id]);
        }

        var identity = marks.Count == 0 ? who : texts["Cert.WhoMarks", who, string.Join(texts["Cert.MarksJoin"], marks)].Value;
        var units = view.IsSummary ? texts["Cert.SeveralUnits", Snapshot.Units.Count].Value : Known(Snapshot.Units[0].Name);
        y = page.Paragraph(texts["Cert.Body", identity, texts.Days(Snapshot.From, Snapshot.To), units, Snapshot.Lines.Sum(line => line.Times), texts.Hours(Snapshot.Minutes)],
            Left, y, Right - Left, 5.2f, Ink, 1.75f);
        y = page.Paragraph(texts["Cert.Classes", texts.Hours(Snapshot.Credit), texts.Hours(Snapshot.Honour)], Left, y, Right - Left, 3.8f, Faint);
        if (!view.IsSummary)
        {
            return y;
        }

        return page.Paragraph(string.Join("；", Snapshot.Units.Select(unit => texts["Cert.UnitHours", Known(unit.Name), texts.Hours(unit.Credit + unit.Honour)].Value)) + "。",
            Left, y, Right - Left, 3.8f, Faint);
    }

    // Service time, service content, recording unit: what the law asks for, line by line.
    private float Table(PdfPage page, IEnumerable<CertificateLine> lines, float y)
    {
        var unitAt = view.IsSummary ? Left + 104 : Right;
        page.Line(Left, y - 5.4f, Right, y - 5.4f, 0.5f, Red);
        Write(page, texts["Cert.ColumnTime"], Left, y, 3.7f, Faint);
        Write(page, texts["Cert.ColumnContent"], Left + 42, y, 3.7f, Faint);
        if (view.IsSummary)
        {
            Write(page, texts["Cert.ColumnUnit"], unitAt, y, 3.7f, Faint);
        }

        Write(page, texts["Cert.ColumnHours"], Right, y, 3.7f, Faint, SKTextAlign.Right);
        page.Line(Left, y + 2.6f, Right, y + 2.6f, 0.2f, Red);
        foreach (var line in lines)
        {
            y += Row;
            Write(page, Short(line), Left, y, 3.7f, Ink);
            var content = Known(line.Times > 1 ? texts["Cert.Times", line.Title, line.Times].Value : line.Title);
            Fit(page, $"{content}（{Known(line.ClassName)}）", Left + 42, y, (view.IsSummary ? unitAt - 2 : Right - 24) - Left - 42);
            if (view.IsSummary)
            {
                Fit(page, Known(Snapshot.Units.First(unit => unit.Id == line.Unit).Name), unitAt, y, Right - 22 - unitAt);
            }

            Write(page, texts.Hours(line.Minutes), Right, y, 3.7f, Ink, SKTextAlign.Right);
            page.Line(Left, y + 2.6f, Right, y + 2.6f, 0.12f, Rule);
        }

        return y;
    }

    private void Foot(PdfPage page)
    {
        const float top = FootTop;
        page.Qr(view.Link, Left - 3, top, 36);
        page.Paragraph(texts["Cert.HowToCheck"], Left + 0.5f, top + 40.5f, 62, 3.3f, Faint);
        Write(page, texts["Cert.CodeIs", $"{view.Code[..4]}-{view.Code[4..8]}-{view.Code[8..]}"], Left + 0.5f, top + 52, 3.3f, Faint);

        var unit = Snapshot.Units[0];
        var x = Left + 66;
        Slot(page, Right - 19, top + 15);
        if (view.IsSummary)
        {
            page.Paragraph(texts["Cert.SummaryUnits"], x, top + 5, 44, Size, Ink);
        }
        else
        {
            Write(page, texts["Cert.RecordedBy"], x, top + 2, 3.5f, Faint);
            var y = page.Paragraph(Known(unit.Name), x, top + 9, 46, 4.6f, Ink, 1.4f);
            foreach (var (label, value) in new[] { ("Cert.InCharge", unit.InCharge), ("Cert.Handler", unit.Handler), ("Cert.Contact", unit.Phone) })
            {
                Fit(page, texts["Cert.Field", texts[label], value.Length == 0 ? texts["Cert.Blank"] : Known(value)], x, y + 2, 52, 3.7f);
                y += 6.2f;
            }
        }

        Write(page, texts.Day(view.IssuedAt), Right, top + 46, Size, Ink, SKTextAlign.Right);
        page.Line(Left, 262.5f, Right, 262.5f, 0.15f, Rule);
        var by = view.IsSummary ? texts["Cert.ViaSummary", site.Name] : texts["Cert.Via", Known(unit.Name), site.Name];
        page.Paragraph(by.Value + texts["Cert.Free"].Value + (_lacks ? texts["Cert.Lacks"].Value : ""), Left, 267, Right - Left, 3.1f, Faint, 1.45f);
        Write(page, texts["Cert.Key", keyId], Right - 8, Bottom + 3.6f, 2.8f, Faint, SKTextAlign.Right);
    }

    private void Slot(PdfPage page, float x, float y)
    {
        if (_seal is not null)
        {
            using var ink = new SKPaint { BlendMode = SKBlendMode.Multiply }; // the paper stays paper, whatever white the picture has
            var scale = 38f / Math.Max(_seal.Width, _seal.Height);
            var box = SKRect.Create(x - (_seal.Width * scale / 2), y - (_seal.Height * scale / 2), _seal.Width * scale, _seal.Height * scale);
            page.Canvas.DrawImage(_seal, box, new SKSamplingOptions(SKCubicResampler.Mitchell), ink);
            return;
        }

        using var dashes = SKPathEffect.CreateDash(new[] { 1.6f, 1.2f }, 0);
        using var line = new SKPaint { Color = Rule, Style = SKPaintStyle.Stroke, StrokeWidth = 0.35f, PathEffect = dashes, IsAntialias = true };
        page.Canvas.DrawCircle(x, y, 18, line);
        Write(page, texts["Cert.SealHere"], x, y + 1.4f, 4, Faint, SKTextAlign.Center);
    }

    private void Stamp(PdfPage page, string text)
    {
        page.Canvas.Save();
        page.Canvas.RotateDegrees(-18, Pdf.Width / 2, 140);
        using var line = new SKPaint { Color = Red.WithAlpha(150), Style = SKPaintStyle.Stroke, StrokeWidth = 1, IsAntialias = true };
        var width = page.Measure(text, 15) + 16;
        page.Canvas.DrawRoundRect(SKRect.Create((Pdf.Width - width) / 2, 126, width, 26), 2, 2, line);
        page.Text(text, Pdf.Width / 2, 145, 15, Red.WithAlpha(150), SKTextAlign.Center);
        page.Canvas.Restore();
    }

    private void Further(PdfPage page, IReadOnlyList<CertificateLine> lines, int number, int of)
    {
        CertificateFrame.Draw(page, Rule);
        Write(page, texts["Cert.Continued", view.Number.Shown, number, of], Left, 32, 3.8f, Faint);
        Table(page, lines, 46);
        Write(page, texts["Cert.Key", keyId], Right - 8, Bottom + 3.6f, 2.8f, Faint, SKTextAlign.Right);
    }

    private string Short(CertificateLine line) =>
        line.From == line.To ? Dotted(line.From) : line.From / 10_000 == line.To / 10_000 ? $"{Dotted(line.From)}–{Dotted(line.To)[5..]}" : $"{Dotted(line.From)}–{Dotted(line.To)}";

    private static string Dotted(int day) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{day / 10_000}.{day / 100 % 100:D2}.{day % 100:D2}");

    private string Known(string text)
    {
        var written = ShippedFont.Writable(text, out var lacks);
        _lacks |= lacks;
        return written;
    }

    private static void Write(PdfPage page, string text, float x, float y, float size, SKColor colour, SKTextAlign align = SKTextAlign.Left) => page.Text(text, x, y, size, colour, align);

    // What is too long for its column is written smaller, and cut where that would be too small to read.
    private static void Fit(PdfPage page, string text, float x, float y, float width, float size = 3.7f)
    {
        var fits = Math.Clamp(size * width / Math.Max(1, page.Measure(text, size)), 2.9f, size);
        while (text.Length > 2 && page.Measure(text, fits) > width)
        {
            text = string.Concat(text.EnumerateRunes().SkipLast(2).Select(rune => rune.ToString())) + "…";
        }

        page.Text(text, x, y, fits, Ink);
    }

    private static void Spaced(PdfPage page, string text, float y, float size, float gap)
    {
        var runes = text.EnumerateRunes().Select(rune => rune.ToString()).ToArray();
        var x = (Pdf.Width - runes.Sum(rune => page.Measure(rune, size)) - (gap * (runes.Length - 1))) / 2;
        foreach (var rune in runes)
        {
            page.Text(rune, x, y, size, Red);
            x += page.Measure(rune, size) + gap;
        }
    }
}
