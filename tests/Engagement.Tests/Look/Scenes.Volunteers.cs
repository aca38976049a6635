using Engagement.Contracts;
using Engagement.Web.Shared;
using Engagement.Web.Teams;
using Engagement.Web.Volunteers;

namespace Engagement.Tests.Look;

public static partial class Scenes
{
    private static readonly Choice[] Somewhere = [new("440703", "蓬江区"), new("440704", Nasty)];

    private static readonly VolunteerSelf Unregistered = new(new(IdentityLevel.WeChat, new()), null, 0, new(), null, [], 0, default, [], [], false, false, []);

    private static IEnumerable<Scene> Volunteers()
    {
        const string way = "/me/volunteer", page = "/Volunteers/Index.cshtml";
        TeamRow[] teams = [new("t1", "河堤清洁队", Now, true), new("t2", Nasty, Now, false)];
        LookRow[] looks = [new(Now, "审核小李", Role.HoursReviewer, null, "核对证书上的姓名"), new(Now.AddDays(-1), Nasty, Role.Organiser, Nasty, Nasty)];
        VolunteerPage Of(VolunteerSelf self) => new(self, self.Number is null ? null : "7K4M-2QXP-9D3H", teams, looks, Nasty, [new(default, Nasty, 12)], ["first-aid"], "蓬江区", Somewhere);
        var registered = Unregistered with { Card = new(IdentityLevel.Phone, new(), 20), Number = "7K4M2QXP9D3H" };
        yield return new("volunteer-0", way, page, Of(Unregistered) with { Teams = [], Looks = [], Wards = [] });
        yield return new("volunteer-l1", way, page, Of(registered) with { Teams = [], Looks = [], Wards = [], District = null });
        yield return new("volunteer-l2", way, page, Of(registered with
        {
            Card = new(IdentityLevel.RealName, new(), 36, PhoneConfirmed: true), Real = new("张*", "4400**********0011", 0), LooksEver = 60,
            Children = [new(1, Nasty, 5), new(2, "小宝", 8)], Merging = true, MergedFrom = [default],
        }));
        yield return new("volunteer-claims", way, page, Of(registered with { Claiming = true }) with { Fault = "child.birth" });
        foreach (var word in Enum.GetValues<GuardianConsent>())
        {
            yield return new("volunteer-minor-" + word, way, page, Of(registered with { Card = new(IdentityLevel.Phone, new(), 12, Guardian: word) }));
        }

        yield return new("volunteer-merged", way, page, Of(registered with { Card = new(IdentityLevel.WeChat, new(), MergedInto: new(Guid.CreateVersion7(Now))) }));
        yield return new("volunteer-register", way + "/register", "/Volunteers/Register.cshtml", new RegisterPage(Somewhere, new(), false, false));
        yield return new("volunteer-register-again", way + "/register", "/Volunteers/Register.cshtml", new RegisterPage(Somewhere, new(Nasty, Nasty, "440704", ["law"]), true, true, "young"));
        yield return new("volunteer-name", way + "/name", "/Volunteers/RealName.cshtml", new RealNamePage());
        yield return new("volunteer-claim", way + "/name/claim", "/Volunteers/RealName.cshtml", new RealNamePage(true, "NotFound"));
        yield return new("volunteer-ask", way + "/guardian", "/Volunteers/AskGuardian.cshtml", new AskGuardianPage("https://site.example/guard/x?k=y", GuardianConsent.Given));
        yield return new("volunteer-guard", "/guard/x", "/Volunteers/Guard.cshtml", new GuardPage(default, Nasty, "k", true));
        yield return new("volunteer-guard-first", "/guard/x", "/Volunteers/Guard.cshtml", new GuardPage(default, "小明", "k", false));
        WardView ward = new(default, "7K4M2QXP9D3H", new(IdentityLevel.Phone, new(90, 30), 12, Guardian: GuardianConsent.Given), null, new(), [], 0);
        yield return new("ward", "/me/wards/x", "/Volunteers/Ward.cshtml", new WardPage(ward, Nasty, "7K4M-2QXP-9D3H", teams));
        yield return new("ward-0", "/me/wards/x", "/Volunteers/Ward.cshtml", new WardPage(ward, "小明", "7K4M-2QXP-9D3H", []));
        VolunteerCasePage found = new("x", "7K4M-2QXP-9D3H", registered with { Real = new("张*", "4400**********0011", 0), MergedFrom = [default] }, Nasty, "蓬江区", teams, true);
        yield return new("volunteers-case", "/console/volunteers/x", "/Volunteers/Case.cshtml", found with { Fault = "reason" });
        yield return new("volunteers-case-shown", "/console/volunteers/x", "/Volunteers/Case.cshtml", found with { Real = new("张三", "440000199001010011", false, 19900101) });
        yield return new("volunteers-case-read", "/console/volunteers/x", "/Volunteers/Case.cshtml", found with { MayAct = false, District = null });
    }

    private static IEnumerable<Scene> Teams()
    {
        TeamCard card = new("t1", Nasty, null, TeamLevel.Task, "qilou-volunteers", ["t0"], null, "ABCD2345", 0, 20261231, 0, []);
        TeamLine line = new(card, Nasty, "骑楼下志愿服务队", 12, 1), over = line with { Card = card with { Dissolved = 1, Until = 0, Level = TeamLevel.Team } };
        yield return new("team", "/teams/t1", "/Teams/Team.cshtml", new TeamPage(line, null));
        yield return new("team-asked", "/teams/t1", "/Teams/Team.cshtml", new TeamPage(line, new("t1", 0, false)));
        yield return new("team-over", "/teams/t1", "/Teams/Team.cshtml", new TeamPage(over, new("t1", 0, true)));
        yield return new("teams-tree", "/console/teams", "/Teams/Tree.cshtml", new TeamTreePage([line, over], Somewhere, Somewhere, new(Nasty), "parent"));
        yield return new("teams-tree-0", "/console/teams", "/Teams/Tree.cshtml", new TeamTreePage([], [], Somewhere, new()));
        MemberRow[] members = [new("x", "7K4M-2QXP-9D3H", Nasty, IdentityLevel.RealName, AgeBand.Adult, true), new("y", "7K4M-2QXP-9D3J", "小明", IdentityLevel.Phone, AgeBand.Under14, false)];
        TeamDeskPage desk = new(line, true, members, members, 50, [new("x", Nasty)], 1, [new("t0", Nasty)], [new(Nasty, Now)], Somewhere, "https://site.example/teams/join?code=ABCD2345", "admins");
        yield return new("teams-desk", "/console/teams/t1", "/Teams/Desk.cshtml", desk);
        yield return new("teams-desk-read", "/console/teams/t1", "/Teams/Desk.cshtml", desk with { MayRun = false, Fault = null });
        yield return new("teams-desk-over", "/console/teams/t1", "/Teams/Desk.cshtml", desk with { Team = over, Members = [], Asking = [], Before = [], Readers = [], Admins = [] });
    }
}
