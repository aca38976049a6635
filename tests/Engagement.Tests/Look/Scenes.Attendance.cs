using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Web.Attendance;

namespace Engagement.Tests.Look;

public static partial class Scenes
{
    private static long Hour(double hour) => new DateTimeOffset(2026, 11, 23, 0, 0, 0, ShanghaiDay.Offset).AddHours(hour).ToUnixTimeMilliseconds();

    private static SheetShift Morning => new(1, Hour(9), Hour(12), 0);

    private static SheetShift Night => new(2, Hour(19), Hour(22.5), 30);

    private static SheetRow Row(int shift, double came, double left, bool walkIn = false, bool waiting = false, int minutes = 0) => new(
        default, shift, came == 0 ? 0 : Hour(came), left == 0 ? 0 : Hour(left), came == 0 ? AttendanceMethod.None : AttendanceMethod.RotatingCode,
        left == 0 ? AttendanceMethod.None : AttendanceMethod.LeaderManual, walkIn, waiting, minutes);

    private static IEnumerable<Scene> Presence()
    {
        var here = new HerePage("01kab", "东湖清滩", [new(Morning, Row(1, 8.9, 0)), new(Night, Row(2, 0, 0))], null);
        yield return new("here", "/activities/01kab/here", "/Attendance/Here.cshtml", here with { Leads = true });
        yield return new("here-both", "/activities/01kab/here", "/Attendance/Here.cshtml",
            here with { Title = Nasty, Shifts = [new(Morning, Row(1, 8.9, 12, minutes: 180)), new(Night, Row(2, 19, 22, waiting: true))], Said = "签退成功，辛苦了。" });
        yield return new("here-offer", "/activities/01kab/here", "/Attendance/Here.cshtml", here with { Offer = new(Night, AttendanceSide.In, false) });
        yield return new("here-walk-in", "/activities/01kab/here", "/Attendance/Here.cshtml", here with { Shifts = [], Offer = new(Morning, AttendanceSide.In, true), Said = Nasty, Refused = true });
        yield return new("here-none", "/activities/01kab/here", "/Attendance/Here.cshtml", here with { Shifts = [] });
        yield return new("my-code", "/me/code", "/Attendance/MyCode.cshtml", new MyCodePage(new("https://roses.example/v?c=" + new string('a', 32), 20_000), Nasty));
        yield return new("my-code-nameless", "/me/code", "/Attendance/MyCode.cshtml", new MyCodePage(new("https://roses.example/v?c=" + new string('a', 32), 1_000), null));
        yield return new("volunteer-code", "/v", "/Attendance/Scanned.cshtml", null!);
        yield return new("volunteer-scanned", "/activities/01kab/lead/scan", "/Attendance/ScannedVolunteer.cshtml",
            new ScannedPage("01kab", Nasty, Nasty, "pass", [(Morning, Row(1, 8.9, 0)), (Night, null), (Morning, Row(1, 9, 12))]));
        var board = new BoardPage("01kab", "东湖清滩", [Morning, Night], Morning, AttendanceSide.In,
            new(new(new string('A', 22), "042137", Now.AddSeconds(20), 34, 0, 50), "https://roses.example/activities/01kab/scan/1/In?c=" + new string('A', 22), AttendanceSide.In, 20_000));
        yield return new("board", "/activities/01kab/board", "/Attendance/Board.cshtml", board);
        yield return new("board-over", "/activities/01kab/board", "/Attendance/Board.cshtml", board with { Title = Nasty, Side = AttendanceSide.Out, Screen = null });
        var lead = new LeadPage("01kab", "东湖清滩", [Morning, Night], Morning, 2, 50,
            [new("h1", "小满", Row(1, 0, 0), false), new("h2", Nasty, Row(1, 8.9, 0, walkIn: true, waiting: true), false), new("h3", "王阿姨", Row(1, 8.9, 12), false), new("h4", "我", Row(1, 0, 0), true)])
        { Me = "h4", More = true };
        yield return new("lead", "/activities/01kab/lead", "/Attendance/Lead.cshtml", lead with { Said = "签到成功，祝你服务愉快。" });
        yield return new("lead-empty", "/activities/01kab/lead", "/Attendance/Lead.cshtml", lead with { Rows = [], Query = Nasty, Page = 2, More = false, Said = Nasty, Refused = true });
        yield return new("lead-settled", "/activities/01kab/lead", "/Attendance/Lead.cshtml", lead with { Settled = true, Shifts = [Morning] });
        var sheet = new AttendanceSheet(true, "东湖清滩", "org", "440703", [Morning, Night], [], [], CanSettle: true);
        SettleRow[] rows = [new("h1", "小满", Morning, Row(1, 8.9, 0), false), new("h2", Nasty, Night, Row(2, 19, 22, walkIn: true, waiting: true), true),
            new("h3", "王阿姨", Morning, Row(1, 9, 12, minutes: 180), true), new("h4", "没来的人", Morning, Row(1, 0, 0), false)];
        yield return new("console-settle", "/console/activities/01kab/attendance", "/Attendance/Settle.cshtml", new SettlePage("01kab", sheet, rows, 0) { Organises = true, Reviews = true, Fault = "Attendance.Faultat" });
        yield return new("console-settle-late", "/console/activities/01kab/attendance", "/Attendance/Settle.cshtml", new SettlePage("01kab", sheet with { Duty = 3, Title = Nasty }, rows, 0) { Organises = true });
        yield return new("console-settle-soon", "/console/activities/01kab/attendance", "/Attendance/Settle.cshtml", new SettlePage("01kab", sheet with { Duty = 1, CanSettle = false }, [], 0));
        yield return new("console-settled", "/console/activities/01kab/attendance", "/Attendance/Settle.cshtml", new SettlePage("01kab", sheet with { SettledAt = Hour(23), Carried = 1, CanSettle = false }, rows, 1) { Organises = true });
        yield return new("console-settle-cancelled", "/console/activities/01kab/attendance", "/Attendance/Settle.cshtml", new SettlePage("01kab", sheet with { Cancelled = true, CanSettle = false }, rows, 0));
    }
}
