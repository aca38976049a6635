using Engagement.Contracts;
using Engagement.Web.Filings;
using Engagement.Web.Imports;
using Engagement.Web.Shared;
using Engagement.Web.Sheets;

namespace Engagement.Tests.Look;

public static partial class Scenes
{
    private static IEnumerable<Scene> Imports()
    {
        const string list = "/Imports/Index.cshtml", show = "/Imports/Show.cshtml", mine = "/Imports/Mine.cshtml", exports = "/Imports/Exports.cshtml";
        Choice[] units = [new("qilou-volunteers", "骑楼下志愿服务队"), new("x", Nasty)], formats = [new("plain", "普通表格"), new("national", "全国志愿服务信息系统")];
        HourImportView import = new("01kab", "qilou-volunteers", "440703", default, "旧平台时长.xlsx", Now.ToUnixTimeMilliseconds(), HourImportPhase.Checked, 100_000, 100_000, 400,
            new(100_000, 10_000, 37, 0, 0), default, default);
        ImportRowView row = new(import, "骑楼下志愿服务队"), nasty = new(import with { File = Nasty, Phase = HourImportPhase.Waiting }, Nasty);
        yield return new("imports-0", "/console/imports", list, new ImportsPage([], formats, [], []));
        yield return new("imports", "/console/imports", list, new ImportsPage(units, formats, [nasty], [row, nasty]) { Most = 100_000, Form = new("x", "national", Nasty) });
        foreach (var trouble in Enum.GetValues<SheetTrouble>().Skip(1))
        {
            yield return new("imports-" + trouble, "/console/imports", list, new ImportsPage(units, formats, [], []) { Most = 100_000, Trouble = trouble });
        }

        RowFault[] faults = [.. SheetFormat.Known.Zip(Enum.GetValues<RowProblem>().Skip(10)).Select((pair, i) => new RowFault(i + 2, pair.First, pair.Second))];
        foreach (var phase in Enum.GetValues<HourImportPhase>().Skip(1))
        {
            yield return new("import-hours-" + phase, "/console/imports/01kab", show, new HourImportPage(
                row with { Import = import with { Phase = phase, Looked = 42_000 } }, faults, new Dictionary<HourRowStage, long> { [HourRowStage.Waiting] = 88_000, [HourRowStage.Confirmed] = 2_000 },
                phase == HourImportPhase.Checked, phase == HourImportPhase.Waiting));
        }

        yield return new("hours-imports-0", "/me/hours/imports", mine, new WaitingHours([], 0));
        WaitingRow waiting = new("r1", "志愿汇", "北街社区志愿服务队", "护河清洁", Now, Now.AddHours(2), 120);
        yield return new("hours-imports", "/me/hours/imports", mine, new WaitingHours([waiting, waiting with { Id = "r2", System = Nasty, Unit = Nasty, Title = Nasty }], 73));
        string[] boards = [Engagement.Grains.Rankings.Boards.Hours, Engagement.Grains.Rankings.Boards.HoursByDistrict];
        const string filings = "/Filings/Index.cshtml";
        var filed = new FilingsPage(units, units[0], formats)
        {
            Waiting = 1_001, Stages = new Dictionary<FilingStage, long> { [FilingStage.Sent] = 412, [FilingStage.Accepted] = 30_251, [FilingStage.Rejected] = 2 },
            Batches = [new("20261124093000-abcdef", Now, 412), new("20261101093000-ghijkl", Now.AddDays(-20), 1_000)],
            Rejected = [new(new(new(Guid.Empty), default, 1, HourClass.Credit, 90, "qilou-volunteers", default, Nasty, "community", null, Now.ToUnixTimeMilliseconds(), 0, 0, default, false, ""), 90, new() { Reason = Nasty })],
        };
        yield return new("filings-0", "/console/filings", filings, new FilingsPage([], null, formats));
        yield return new("filings-nothing", "/console/filings", filings, new FilingsPage(units, units[0], formats));
        yield return new("filings", "/console/filings", filings, filed);
        yield return new("filings-looked", "/console/filings", filings, filed with { Waiting = 3, Report = new(409, 3, [new(7, "result", RowProblem.UnknownValue), new(9, "source", RowProblem.NeverSent), new(11, "source", RowProblem.SentAgain)], false) });
        yield return new("filings-unreadable", "/console/filings", filings, filed with { Trouble = Engagement.Web.Sheets.SheetTrouble.NoColumn });
        yield return new("exports-0", "/console/exports", exports, new ExportsPage([], null, formats, boards) { Year = 2026 });
        yield return new("exports", "/console/exports", exports, new ExportsPage(units, units[0], formats, boards) { Year = 2026, Fault = true });
    }
}
