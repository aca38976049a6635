using System.Text;
using Engagement.Web.Activities;

namespace Engagement.Tests.Activities;

/// <summary>Calendars as RFC 5545 wants them.</summary>
public sealed class IcalTests
{
    private static readonly DateTimeOffset At = new(2026, 6, 2, 9, 0, 0, TimeSpan.FromHours(8));

    [Fact]
    public void Write_LongChineseText_FoldsAtOctetsAndNeverInsideACharacter()
    {
        var text = Write(string.Concat(Enumerable.Repeat("沿湖捡拾垃圾🌿", 20)));
        Assert.All(text.Split("\r\n"), line => Assert.True(Encoding.UTF8.GetByteCount(line) <= 75, line));
        Assert.DoesNotContain('\uFFFD', text);
        Assert.Contains("DESCRIPTION:" + string.Concat(Enumerable.Repeat("沿湖捡拾垃圾🌿", 20)), text.Replace("\r\n ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("\n", text.Replace("\r\n", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void Write_TextThatLooksLikeCalendar_StaysText()
    {
        var text = Write("a;b,c\\d\r\nEND:VEVENT");
        Assert.Contains("DESCRIPTION:a\\;b\\,c\\\\d\\nEND:VEVENT\r\n", text, StringComparison.Ordinal);
        Assert.Equal(1, text.Split("\r\n").Count(line => line == "END:VEVENT"));
        Assert.Contains("DTSTART:20260602T010000Z\r\nDTEND:20260602T030000Z\r\n", text, StringComparison.Ordinal);
    }

    private static string Write(string description) =>
        Ical.Write("我的班次", [new("1@x", "清滩", "东湖", description, "https://x/activities/1", At, At.AddHours(2), At, "CONFIRMED")]);
}
