using Engagement.Contracts;

namespace Engagement.Web.Attendance;

/// <summary>Which shift a page is about.</summary>
internal static class SheetShifts
{
    /// <summary>The shift with this number; without one the first that is not over, else the last. Null when there is none.</summary>
    public static SheetShift? Nearest(this AttendanceSheet sheet, int number, DateTimeOffset now) =>
        sheet.Shifts!.FirstOrDefault(shift => shift.Number == number)
        ?? (number != 0 ? null : sheet.Shifts!.FirstOrDefault(shift => shift.End > now.ToUnixTimeMilliseconds()) ?? sheet.Shifts!.LastOrDefault());
}
