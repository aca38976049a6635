using Engagement.Contracts;
using Engagement.Web.Acts;
using Engagement.Web.Shared;

namespace Engagement.Tests.Look;

public static partial class Scenes
{
    private const string ActNo = "AAAAAAAAAAAAAAAAAAAAAQ";

    private static readonly ActRow[] Rows = [.. Enum.GetValues<ActReview>().Where(review => review != ActReview.None)
        .Select((review, i) => new ActRow(ActNo, "帮", i % 2 == 0 ? "搭把手" : Nasty, Now, review, i % 3 == 0, i % 2 == 1))];

    private static readonly Engagement.Web.Settings.District[] Districts = [new(new("440703", "蓬江区"), [new("440703002", "白沙街道")]), new(new("440704", Nasty), [])];

    private static readonly ActHistoryLine[] Steps = [new(Now, "Acts.EventRejected", EvidenceLevel.E0, ActReason.Duplicate, Nasty, "审核员"), new(Now, "Acts.EventLogged", EvidenceLevel.E0)];

    private static IEnumerable<Scene> Acts()
    {
        ActButton[] buttons = [new("helmet", "盔", "戴好头盔", "全程系好带子，坐后面的人也戴了", ActGroup.Riding, false), new("help-person", "帮", Nasty, Nasty, ActGroup.Helping, true)];
        yield return new("acts-home", "/courier", "/Acts/Home.cshtml", new CourierPage("me", new(true, 3, 7, []), buttons, Districts, Rows) { Wait = new(123, 17) });
        yield return new("acts-home-full", "/courier", "/Acts/Home.cshtml",
            new CourierPage("me", new(true, 10, 0, ["helmet"]), buttons, Districts, [], new("helmet", "440703", Nasty), "Acts.DayFull") { Wait = new(3, null) });
        yield return new("acts-mine", "/courier/acts", "/Acts/List.cshtml", new MyActsPage(Rows, 41, 0));
        yield return new("acts-mine-0", "/courier/acts", "/Acts/List.cshtml", new MyActsPage([], 0, 0));
        yield return new("acts-fresh", "/courier/acts/1", "/Acts/Show.cshtml", new ActPage(Rows[0], EvidenceLevel.E0, null, null, null, Steps)
        {
            IsNew = true, CanSupply = true, ConfirmLink = "https://roses.example/a/1?k=abcdefghijklmnopqrstuv", Roses = [new("r", Nasty)], Places = Districts,
        });
        yield return new("acts-rejected", "/courier/acts/1", "/Acts/Show.cshtml", new ActPage(Rows[4], EvidenceLevel.E0, "蓬江区", Sixty, "/photos/1/small", Steps)
        {
            Reason = ActReason.Privacy, Said = Nasty, AppealUntil = Now, Fault = "Acts.NoteFault",
        });
        yield return new("acts-confirm", "/a/1", "/Acts/Confirm.cshtml", new ConfirmPage(ActNo, "s", "帮", "搭把手", Now, "蓬江区", Nasty, false, false));
        yield return new("acts-confirmed", "/a/1", "/Acts/Confirm.cshtml", new ConfirmPage(ActNo, "s", "帮", "搭把手", Now, null, null, true, false));
        yield return new("acts-confirm-own", "/a/1", "/Acts/Confirm.cshtml", new ConfirmPage(ActNo, "s", "帮", "搭把手", Now, null, null, false, true));
        yield return new("acts-queue", "/console/acts", "/Acts/Queue.cshtml", new QueuePage([new("蓬江区", 12, Now), new(null, 1, null)], 2, true));
        yield return new("acts-queue-0", "/console/acts", "/Acts/Queue.cshtml", new QueuePage([], 0, true));
        var reviewed = new ReviewCase(ActNo, "帮", Nasty, Now, "蓬江区", "顺丰", Sixty, "hash", true, ActReview.Waiting);
        yield return new("acts-review", "/console/acts/1", "/Acts/Review.cshtml",
            new ReviewPage(reviewed, Steps, [reviewed with { Double = ActDouble.LikePhoto }, reviewed with { Photo = null, Note = null }]) { District = "440703", Review = ActReview.Waiting, MineUntil = Now, Overdue = true, Before = ActNo });
        yield return new("acts-review-second", "/console/acts/1", "/Acts/Review.cshtml",
            new ReviewPage(reviewed with { Photo = null, Note = null, Company = null, Place = null }, Steps, []) { Review = ActReview.SecondLook, Level = EvidenceLevel.E2, MineUntil = Now, Fault = "reason" });
        yield return new("acts-review-decided", "/console/acts/1", "/Acts/Review.cshtml",
            new ReviewPage(reviewed, Steps, []) { Review = ActReview.Accepted, Level = EvidenceLevel.E3, CanUndo = true, Lower = [EvidenceLevel.E2, EvidenceLevel.E1, EvidenceLevel.E0] });
        yield return new("acts-review-free", "/console/acts/1", "/Acts/Review.cshtml", new ReviewPage(reviewed, [], []) { Review = ActReview.Appealed, CanClaim = true });
    }
}
