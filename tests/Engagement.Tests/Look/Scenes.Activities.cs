using Engagement.Contracts;
using Engagement.Web.Activities;
using Engagement.Web.Needs;
using Engagement.Web.Shared;

namespace Engagement.Tests.Look;

public static partial class Scenes
{
    private static readonly Choice[] SomeDistricts = [new("440703", "蓬江区"), new(Nasty, Nasty)], SomeServices = [new("environment", "生态环保")];

    private static ActivityDetails Cleaning => new("东湖清滩", "440703", "东湖公园南门", "沿湖捡拾垃圾\n分类装袋", "能走两公里", "陈站长", "湖边路滑", "有人带队", ActivityRisks.Water | ActivityRisks.Heat, "environment",
        true, 16, IdentityLevel.RealName, "急救证");

    private static ActivityPage Activity(params SignUpState[] states) => new("01kab", ActivityStage.Published, Cleaning, "骑楼下志愿服务队", "蓬江区", "生态环保",
        [.. states.Select((state, at) => new ShiftRow(at + 1, Now.AddDays(1), Now.AddDays(1).AddHours(2), at % 3, at, state, true) { Place = 3, Until = at % 2 == 0 ? Now : null, Late = at % 2 == 1 })],
        [ActivityRisks.Water, ActivityRisks.Heat]) { Age = 18, Level = IdentityLevel.RealName, FreeHours = 12 };

    private static ScheduleRow Shift => new("01kab", 1, "东湖清滩", "东湖公园南门", Now.AddHours(-3), Now.AddHours(-1), SignUpState.Confirmed, false, true);

    private static NeedPage Need(NeedStage stage) => new(new("01kab", "陪外婆去医院", stage, Now, "蓬江区"), "周三上午\n从东湖社区出发", "13800138000", "骑楼下志愿服务队", null, 0,
        [new(Now, stage, "骑楼下志愿服务队"), new(Now, NeedStage.Ordered, null)]) { Unit = "qilou-volunteers", Units = SomeServices, MayAnswer = true, MayDecide = true };

    private static IEnumerable<Scene> Activities()
    {
        yield return new("activities", "/activities", "/Activities/Index.cshtml", new ActivityList(
            [new("01kab", "东湖清滩", "绿", "生态环保", "蓬江区", Now, 3, 1), new("01kac", Nasty, null, Nasty, null, Now, 0, 2)], new("440703", 20261128, "environment", true), SomeDistricts, SomeServices, [new("20261128", "11/28")]));
        yield return new("activities-none", "/activities", "/Activities/Index.cshtml", new ActivityList([], new(), SomeDistricts, SomeServices, []));
        yield return new("activity", "/activities/01kab", "/Activities/Show.cshtml", Activity([.. Enum.GetValues<SignUpState>()]) with { Private = "门禁 2468", Policy = "PICC-1" });
        yield return new("activity-fault", "/activities/01kab", "/Activities/Show.cshtml", Activity(SignUpState.None) with { Fault = "Activities.Gatelevel", Details = Cleaning with { Title = Nasty, Content = Nasty } });
        yield return new("activity-cancelled", "/activities/01kab", "/Activities/Show.cshtml", Activity(SignUpState.Confirmed) with { Stage = ActivityStage.Cancelled, Reason = Nasty });
        yield return new("schedule", "/me/schedule", "/Activities/Schedule.cshtml", new SchedulePage([Shift with { Title = Nasty }, Shift with { Cancelled = true }], [Shift], "https://roses.example/calendar/a/b.ics"));
        yield return new("schedule-none", "/me/schedule", "/Activities/Schedule.cshtml", new SchedulePage([], [], null));
        yield return new("feedback", "/activities/01kab/shifts/1/feedback", "/Activities/Feedback.cshtml",
            new FeedbackPage(Shift, ActivityFeedback.None, "小满", ExcuseReason.None, [new("h1", "小满"), new("h2", Nasty)]) { CanExcuse = true });
        yield return new("feedback-excused", "/activities/01kab/shifts/1/feedback", "/Activities/Feedback.cshtml", new FeedbackPage(Shift, ActivityFeedback.Again, "", ExcuseReason.Ill, []));
        yield return new("console-activities", "/console/activities", "/Activities/Console.cshtml", new ActivitiesConsolePage([new("u", "骑楼下志愿服务队")],
            [new("01kab", "", "骑楼下志愿服务队", ActivityStage.Review, Now, 0, 10)], [new("01kac", Nasty, Nasty, ActivityStage.Draft, null, 0, 0)]));
        yield return new("console-activities-none", "/console/activities", "/Activities/Console.cshtml", new ActivitiesConsolePage([], [], []));
        yield return new("console-activity-form", "/console/activities/new", "/Activities/Form.cshtml", new ActivityFormPage(null, "u", "骑楼下志愿服务队",
            new() { Title = Nasty, Risks = [ActivityRisks.Water], Shifts = [new(1, "2026-11-28", "09:00", "11:30", 10), new()] }, ["title", "shifts", "places"], SomeDistricts, SomeServices, true) { Refused = true });
        yield return new("console-activity", "/console/activities/01kab", "/Activities/Desk.cshtml", new ActivityDeskPage(Activity(SignUpState.None) with { Private = "门禁 2468" },
            [new(Activity(SignUpState.None).Shifts[0] with { Ahead = false }, 10, 30, [.. Enum.GetValues<SignUpState>().Skip(1).Select(state => new RosterRow("01kab", Nasty, state, true, false, ExcuseReason.None, false))], true)], true, true)
        {
            Uninsured = 2, ExtendMinutes = 120, Fault = "Activities.Fault.policy", Voices = [(ActivityFeedback.Again, 3)],
        });
        yield return new("console-activity-draft", "/console/activities/01kab", "/Activities/Desk.cshtml", new ActivityDeskPage(Activity() with { Stage = ActivityStage.Draft, Details = new() }, [], true, false)
        {
            Returned = Nasty, Missing = ["title", "shifts"],
        });
        yield return new("needs", "/needs", "/Needs/Index.cshtml", new NeedsPage([new("01kab", "陪外婆去医院", NeedStage.Open, Now, "蓬江区"), new("01kac", Nasty, NeedStage.Rejected, Now, null)], SomeDistricts, new(Nasty), "title"));
        yield return new("need", "/needs/01kab", "/Needs/Show.cshtml", Need(NeedStage.Served));
        yield return new("need-rejected", "/needs/01kab", "/Needs/Show.cshtml", Need(NeedStage.Rejected) with { Reason = Nasty, Organisation = null, Stars = 3 });
        yield return new("console-needs", "/console/needs", "/Needs/Console.cshtml", new NeedsDeskPage([new("01kab", null, NeedStage.Ordered, Now, "蓬江区")], [new("01kac", Nasty, NeedStage.Accepted, Now, null)]));
        yield return new("console-needs-none", "/console/needs", "/Needs/Console.cshtml", new NeedsDeskPage([], []));
        foreach (var stage in new[] { NeedStage.Ordered, NeedStage.Open, NeedStage.Dispatched, NeedStage.Accepted })
        {
            yield return new("console-need-" + stage, "/console/needs/01kab", "/Needs/Desk.cshtml", Need(stage) with { Fault = "Activities.Fault.reason" });
        }
    }
}
