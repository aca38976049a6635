using System.Globalization;
using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Web.Resources;
using Engagement.Web.Shared;
using Microsoft.Extensions.Localization;

namespace Engagement.Web.Attendance;

/// <summary>Times of attendance, in words.</summary>
public static class AttendanceTimes
{
    /// <summary>From and to: the day once, when it is one.</summary>
    public static string Span(this IStringLocalizer<Texts> texts, SheetShift shift) => texts.Span(AttendanceDesk.At(shift.Start), AttendanceDesk.At(shift.End));

    /// <summary>The hour and minute of an instant, in Shanghai.</summary>
    public static string Clock(this IStringLocalizer<Texts> texts, long milliseconds) =>
        AttendanceDesk.At(milliseconds).ToOffset(ShanghaiDay.Offset).ToString(texts["Time.Clock"].Value, CultureInfo.InvariantCulture);

    /// <summary>Minutes as hours, to a tenth: how hours are shown (product.md VH-06).</summary>
    public static string Hours(int minutes) => (minutes / 60m).ToString("0.0", CultureInfo.InvariantCulture);
}
