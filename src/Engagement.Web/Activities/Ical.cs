using System.Globalization;
using System.Text;

namespace Engagement.Web.Activities;

/// <summary>An event of a calendar.</summary>
/// <param name="Uid">The same for ever, so that a calendar moves it instead of adding it again.</param>
/// <param name="Title">Its name.</param>
/// <param name="Place">Where.</param>
/// <param name="Text">What it is about.</param>
/// <param name="Link">Its page.</param>
/// <param name="Start">When it begins.</param>
/// <param name="End">When it ends.</param>
/// <param name="Changed">When it changed last.</param>
/// <param name="Status"><c>CONFIRMED</c>, <c>TENTATIVE</c> or <c>CANCELLED</c>.</param>
public sealed record IcalEvent(string Uid, string Title, string Place, string Text, string Link, DateTimeOffset Start, DateTimeOffset End, DateTimeOffset Changed, string Status);

/// <summary>Writes calendars (RFC 5545): UTC instants, CRLF, lines folded at 75 octets.</summary>
public static class Ical
{
    /// <summary>Content type.</summary>
    public const string Type = "text/calendar; charset=utf-8";

    private const int Octets = 75;

    /// <summary>The calendar's text.</summary>
    public static string Write(string name, IEnumerable<IcalEvent> events)
    {
        var text = new StringBuilder();
        Line(text, "BEGIN:VCALENDAR");
        Line(text, "VERSION:2.0");
        Line(text, "PRODID:-//Engagement//Activities//EN");
        Line(text, "X-WR-CALNAME:" + Escape(name));
        foreach (var one in events)
        {
            Line(text, "BEGIN:VEVENT");
            Line(text, "UID:" + one.Uid);
            Line(text, "DTSTAMP:" + Instant(one.Changed));
            Line(text, "LAST-MODIFIED:" + Instant(one.Changed));
            Line(text, "SEQUENCE:" + one.Changed.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
            Line(text, "DTSTART:" + Instant(one.Start));
            Line(text, "DTEND:" + Instant(one.End));
            Line(text, "SUMMARY:" + Escape(one.Title));
            Line(text, "LOCATION:" + Escape(one.Place));
            Line(text, "DESCRIPTION:" + Escape(one.Text));
            Line(text, "URL:" + one.Link);
            Line(text, "STATUS:" + one.Status);
            Line(text, "END:VEVENT");
        }

        Line(text, "END:VCALENDAR");
        return text.ToString();
    }

    private static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    private static string Escape(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal)
        .Replace(",", "\\,", StringComparison.Ordinal).Replace("\r", "", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    // Never inside a character: a continuation begins with a space, which counts.
    private static void Line(StringBuilder text, string line)
    {
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > Octets)
            {
                text.Append("\r\n ");
                octets = 1;
            }

            text.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }

        text.Append("\r\n");
    }
}
