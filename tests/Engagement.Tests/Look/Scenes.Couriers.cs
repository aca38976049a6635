using Engagement.Contracts;
using Engagement.Web.Sheets;
using Engagement.Web.Companies;
using Engagement.Web.Couriers;

namespace Engagement.Tests.Look;

public static partial class Scenes
{
    private static readonly CourierSelf Nobody = new(false, null, default, false, null, default, [], null);

    private static IEnumerable<Scene> Couriers()
    {
        FormerCompany[] before = [new("顺丰", Now.AddDays(-40), Now.AddDays(-3)), new(Nasty, Now.AddDays(-90), Now.AddDays(-41))];
        yield return new("enrol", "/courier/enrol", "/Couriers/Enrol.cshtml", new EnrolPage(Nobody, null, null, [], new()));
        yield return new("enrol-linked", "/courier/enrol", "/Couriers/Enrol.cshtml", new EnrolPage(Nobody, null, null, [], new(Code: Nasty)));
        yield return new("enrol-pool", "/courier/enrol", "/Couriers/Enrol.cshtml", new EnrolPage(Nobody with { Active = true, Since = Now }, null, "闪送", before, new()));
        yield return new("enrol-company", "/courier/enrol", "/Couriers/Enrol.cshtml", new EnrolPage(Nobody with { Active = true, Company = "meituan", Since = Now }, "美团", null, before, new()));
        yield return new("enrol-company-shown", "/courier/enrol", "/Couriers/Enrol.cshtml",
            new EnrolPage(Nobody with { Active = true, Company = "x", Since = Now, ShowCompany = true }, Nasty, null, [], new()));
        foreach (var fault in new[] { "phone", "code", "roster", "taken" })
        {
            yield return new("enrol-" + fault, "/courier/enrol", "/Couriers/Enrol.cshtml", new EnrolPage(Nobody, null, null, [], new(Nasty, Nasty, true), fault));
        }
    }

    private static IEnumerable<Scene> Companies()
    {
        CompanyRow company = new("shunfeng", "顺丰速运", 2_961, 1_872);
        RosterView row = new("张三", "北街站", "A001", Now, null);
        ImportView import = new("01kab", "shunfeng", default, "十一月名单.xlsx", Now, false, ImportPhase.Done, 3_000, 3_000, 2_900, 60, 32, 4,
            [.. Enum.GetValues<RowProblem>().Skip(1).Select((problem, i) => new RowFault(i + 2, "phone", problem))]);
        yield return new("companies", "/console/companies", "/Companies/Index.cshtml", new CompaniesPage([company, new("x", Nasty, 0, 0)], 311));
        yield return new("companies-0", "/console/companies", "/Companies/Index.cshtml", new CompaniesPage([], 0));
        yield return new("roster", "/console/companies/shunfeng", "/Companies/Roster.cshtml", new RosterPage(company, "SFROSE26",
            [new("p1", row), new("p2", row with { Name = null, ConfirmedAt = Now }), new("p3", new(Nasty, Nasty, Nasty, Now, null))], 50, [import, import with { Phase = ImportPhase.Applying, Faults = [] }], new(new("p1", row))));
        yield return new("roster-0", "/console/companies/shunfeng", "/Companies/Roster.cshtml", new RosterPage(company with { Listed = 0, Enrolled = 0 }, "SFROSE26", [], 0, [], new(null)) { Most = 5_000 });
        foreach (var trouble in Enum.GetValues<SheetTrouble>().Where(trouble => trouble != SheetTrouble.None))
        {
            yield return new("roster-" + trouble, "/console/companies/shunfeng", "/Companies/Roster.cshtml", new RosterPage(company, "SFROSE26", [], 0, [], Trouble: trouble) { Most = 5_000 });
        }

        yield return new("import", "/console/companies/shunfeng/imports/01kab", "/Companies/Import.cshtml", new ImportPage(company, import));
        yield return new("import-running", "/console/companies/shunfeng/imports/01kab", "/Companies/Import.cshtml",
            new ImportPage(company, import with { Phase = ImportPhase.Checking, Looked = 1_500, Faults = [], File = Nasty }));
        yield return new("import-refused", "/console/companies/shunfeng/imports/01kab", "/Companies/Import.cshtml",
            new ImportPage(company, import with { Phase = ImportPhase.Refused, Faults = [.. Enumerable.Range(2, 200).Select(line => new RowFault(line, "name", RowProblem.TooLong))] }));
        yield return new("keys", "/console/companies/shunfeng/keys", "/Companies/Keys.cshtml", new KeysPage(company,
            [new("shunfeng.abcdefghijklmnopqrstuv", "人事系统", default, Now.ToUnixTimeMilliseconds()), new("shunfeng.bbcdefghijklmnopqrstuv", Nasty, default, 1, 2)], "shunfeng.abcdefghijklmnopqrstuv", new string('s', 43)));
        yield return new("keys-0", "/console/companies/shunfeng/keys", "/Companies/Keys.cshtml", new KeysPage(company, [], Fault: true));
    }
}
