using Engagement.Contracts;
using Engagement.Grains.Hours;
using Engagement.Web.Hours;

namespace Engagement.Tests.Look;

public static partial class Scenes
{
    private const string Explained = "8:52 签到，9:00 开始前不计；11:36 签退，11:30 结束后不计；计 150 分钟（2.5 小时）";

    private static IEnumerable<Scene> Hours()
    {
        yield return new("hours-empty", "/me/hours", "/Hours/Index.cshtml", new MyHoursPage(new(), 0, [], []));
        var rows = new[]
        {
            Row(1, HourClass.Credit, "河岸清洁", Explained, 150),
            Row(2, HourClass.Honour, "社区敬老", "补录 14:00 到 16:00（依据：现场签名表），两人核对、本人确认；计 120 分钟（2 小时）", 120),
            Row(3, HourClass.Credit, Nasty, "18:00 签到；21:00 签退；同一时间还有别的服务，180 分钟等审核员核对，暂时不计", 0) with { Waits = 180 },
            Row(4, HourClass.Credit, "图书馆整理书架与少儿阅读陪伴志愿服务", Explained, 120) with { Later = ["更正第 4 条：时间不对，−30 分钟"] },
        };
        yield return new("hours", "/me/hours", "/Hours/Index.cshtml", new MyHoursPage(new(5_430, 120, 600, 180, 42), 2026, [2026, 2025],
            [new(new(2026, 11, 1, 0, 0, 0, TimeSpan.FromHours(8)), new(270, 120, 0, 180, 5), rows), new(new(2026, 10, 1, 0, 0, 0, TimeSpan.FromHours(8)), new(5_160, 0, 600, 0, 37), rows[..1])])
        {
            Own = 42, MakeUps = [MakeUp(), MakeUp() with { Title = Nasty, Organisation = Sixty[..20] }],
            Clocks = [Clock(4), Clock(11), Clock(null), Clock(2) with { Nudged = true }],
            Corrections = [Correction(CorrectionStage.Open), Correction(CorrectionStage.Refused) with { CanEscalate = true }, Correction(CorrectionStage.Fixed)],
            Recent = [new("a1", "河岸清洁", "骑楼下志愿服务队", Now)],
            Fault = "note",
        });
        yield return new("hours-about-empty", "/hours", "/Hours/About.cshtml", new AboutHoursPage([], "0123456789abcdef"));
        yield return new("hours-about", "/hours", "/Hours/About.cshtml", new AboutHoursPage([new("骑楼下志愿服务队", new(54_000, 6_000)), new(Nasty, new(10, 0))], "0123456789abcdef"));
        yield return new("hours-desk-empty", "/console/hours", "/Hours/Desk.cshtml", new HoursDeskPage([], [], [], [], [], []));
        yield return new("hours-desk", "/console/hours", "/Hours/Desk.cshtml", new HoursDeskPage(
            [MakeUp() with { Volunteer = "小满" }, MakeUp() with { Mine = true, Late = true, Volunteer = Nasty }],
            [Correction(CorrectionStage.Open) with { Volunteer = "小满", Note = Sixty, Entry = Explained, Net = 150 }, Correction(CorrectionStage.Escalated) with { Volunteer = Nasty, Fault = CorrectionFault.Missing }],
            [new("v", "小满", rows[2], rows[..1])],
            [.. Enum.GetValues<HoursSignal>().Skip(1).Select(signal => new CaseRow("c" + signal, signal, "小满", "骑楼下志愿服务队", null, null, 20261101, 73, Now, null, false, ""))],
            [new("c", HoursSignal.LongDay, "小满", null, null, null, 20261101, 800, Now, Now, false, "电话问过，属实")],
            [Clock(4), Clock(11), Clock(null)])
        {
            Over = [new("a1", "河岸清洁", "骑楼下志愿服务队", Now)], Reviews = true, Fault = "minutes",
        });
        var form = new MakeUpPage("a1", "河岸清洁", "qilou-volunteers", [new(1, Now, Now.AddHours(3))], [new("3K7M-9P2Q-4RTX", "小满"), new("8H2W-5N6V-1CDF", Nasty)]);
        yield return new("hours-makeup", "/console/hours/makeups/for/a1", "/Hours/MakeUp.cshtml", form);
        yield return new("hours-makeup-fault", "/console/hours/makeups/for/a1", "/Hours/MakeUp.cshtml", form with { Fault = "to", Form = new(1, Nasty, "2026-11-23T09:00", "2026-11-23T08:00", "ForgotIn", "Photos") });
    }

    private static HourRow Row(int number, HourClass @class, string title, string sentence, int minutes) => new(
        new(new(new Guid(number, 1, 0, new byte[8])), default, number, @class, minutes, "qilou-volunteers", default, title, "environment", "440703", 0, 0, 0, default, false, ""),
        Now, "骑楼下志愿服务队", sentence, minutes, 0, []);

    private static MakeUpRow MakeUp() => new(
        "m1", "河岸清洁", "骑楼下志愿服务队", "", Now, Now.AddHours(2), 120, MakeUpReason.ForgotIn, MakeUpEvidence.SignedList, false, false);

    private static ClockRow Clock(int? passed) => new("a1", "河岸清洁", "骑楼下志愿服务队", Now, passed, 10, passed is null ? null : Now.AddDays(14), 3);

    private static CorrectionRow Correction(CorrectionStage stage) => new("r1", "河岸清洁", CorrectionFault.TooFew, stage, Now, Now.AddDays(14), false, null);
}
