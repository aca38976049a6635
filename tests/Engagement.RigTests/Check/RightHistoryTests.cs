using Engagement.Rig.Check;

namespace Engagement.RigTests.Check;

/// <summary>Histories that look strange and are right.</summary>
public sealed class RightHistoryTests
{
    [Fact]
    public void Check_UnknownClaimThatHappened_IsRight() => Right(new Told()
        .Send(0, 1, "an", "r").Claim(2, null, "bai", "r", 1).Look(3, 4, "r", "Offered", 0, 1).Look(5, 6, "r", "Held", 1, 2));

    [Fact]
    public void Check_UnknownClaimThatNeverHappened_IsRight() => Right(new Told()
        .Send(0, 1, "an", "r").Claim(2, null, "bai", "r", 1).Look(5, 6, "r", "Offered", 0, 1).Claim(7, 8, "chen", "r", 1));

    [Fact]
    public void Check_UnknownSendOfAnAllowance_MayShowOrNot()
    {
        Right(new Told().Send(0, 1, "an", "r", remaining: 2).Send(2, null, "an", "q").Send(3, 4, "an", "p", remaining: 0));
        Right(new Told().Send(0, 1, "an", "r", remaining: 2).Send(2, null, "an", "q").Send(3, 4, "an", "p", remaining: 1));
    }

    [Fact]
    public void Check_RetryThatWasAnsweredLate_TookEffectBefore() => Right(new Told()
        .Send(0, 1, "an", "r").Claim(2, null, "bai", "r", 1, command: "c").Look(3, 4, "r", "Held", 1, 2).Claim(5, 6, "bai", "r", 1, command: "c"));

    [Fact]
    public void Check_ClaimsThatOverlap_AreRightInEitherOrder() => Right(new Told()
        .Send(0, 1, "an", "r").Claim(2, 9, "bai", "r", 0, outcome: "AlreadyClaimed").Claim(3, 8, "chen", "r", 1).Look(4, 5, "r", "Offered", 0, 1));

    [Fact]
    public void Check_WithdrawnRose_RestoresLater() => Right(new Told()
        .Send(0, 1, "an", "r", remaining: 2).Withdraw(2, 3, "an", "r").Remaining(4, 5, "an", 2).Remaining(6, 7, "an", 3).Send(8, 9, "an", "q", remaining: 2)
        .Look(10, 11, "r", "Withdrawn", 0, 1).Remaining(10, 11, "an", 2, atRest: true));

    [Fact]
    public void Check_BouquetTakenToTheLastShare_IsRight() => Right(new Told()
        .Bouquet(0, 1, "an", "b", 3, 2).Share(2, 9, "bai", "b", "r").Share(3, 8, "chen", "b", "q", "p").NoShare(7, 9, "ding", "b", "BouquetEmpty")
        .Look(10, 11, "r", "Held", 1, 2).Remaining(12, 13, "an", 0));

    [Fact]
    public void Check_HundredsAtOnceForOneRose_IsDecided()
    {
        var told = new Told().Send(0, 1, "an", "r");
        for (var i = 0; i < 400; i++)
        {
            told.Claim(2 + i / 1e3, i % 5 == 0 ? null : 9 + i % 7, "p" + i, "r", i == 77 ? 1 : 0, outcome: i == 77 ? "Done" : "AlreadyClaimed");
        }

        Right(told);
    }

    [Fact]
    public void Check_BudgetTooSmall_IsUndecidedAndNotProven()
    {
        var told = new Told().Send(0, 1, "an", "r");
        for (var i = 0; i < 9; i++)
        {
            told.Claim(2, null, "p" + i, "r", 1);
        }

        var report = HistoryCheck.Run(told.Look(3, 4, "r", "Held", 1, 2).History, budget: 5);
        Assert.False(report.IsProven);
        Assert.Contains(report.Findings, finding => finding.IsUndecided);
    }

    private static void Right(Told told) => Assert.Equal([], told.Check().Findings.Select(finding => finding.ToString()));
}
