using Engagement.Rig.Check;

namespace Engagement.RigTests.Check;

/// <summary>Histories that no correct city can have, each wrong in one way: the checker must refuse each, for the right reason.</summary>
public sealed class WrongHistoryTests
{
    [Fact]
    public void Check_TwoWinnersOfOneOffer_IsWrong() => Wrong("a second winner", new Told()
        .Send(0, 1, "an", "r").Claim(2, 4, "bai", "r", 1).Claim(3, 5, "chen", "r", 1));

    [Fact]
    public void Check_AcknowledgedSendNotFoundLater_IsWrong() => Wrong("acknowledged and is lost", new Told()
        .Send(0, 1, "an", "r").LookInVain(2, 3, "r"));

    [Fact]
    public void Check_OlderStateAfterAcknowledgedClaim_IsWrong() => Wrong("a stale or lost state", new Told()
        .Send(0, 1, "an", "r").Claim(2, 3, "bai", "r", 1).Look(3.5, 4, "r", "Held", 1, 2).Look(5, 6, "r", "Offered", 0, 1));

    [Fact]
    public void Check_AllowanceRestoredTwice_IsWrong() => Wrong("restored twice", new Told()
        .Send(0, 1, "an", "r", remaining: 2).Send(2, 3, "an", "q", remaining: 1).Withdraw(4, 5, "an", "r").Remaining(6, 7, "an", 3));

    [Fact]
    public void Check_AllowanceNotRestoredAtRest_IsWrong() => Wrong("a restore was lost", new Told()
        .Send(0, 1, "an", "r", remaining: 2).Withdraw(4, 5, "an", "r").Remaining(6, 7, "an", 2, atRest: true));

    [Fact]
    public void Check_OfferFromNonHolder_IsWrong() => Wrong("not by its holder", new Told()
        .Send(0, 1, "an", "r").Claim(2, 3, "bai", "r", 1).Offer(4, 5, "an", "r", "r#2").Claim(6, 7, "chen", "r", 2, "r#2"));

    [Fact]
    public void Check_GapInHopNumbers_IsWrong() => Wrong("hop 3 was answered where hop 2 follows", new Told()
        .Send(0, 1, "an", "r").Claim(2, 3, "bai", "r", 1).Offer(4, 5, "bai", "r", "r#2").Claim(6, 7, "chen", "r", 3, "r#2"));

    [Fact]
    public void Check_MoreSentThanAllowed_IsWrong() => Wrong("overdrawn", new Told()
        .Send(0, 1, "an", "r").Send(2, 3, "an", "q").Send(4, 5, "an", "p").Send(6, 7, "an", "o"));

    [Fact]
    public void Check_ClaimAcknowledgedBeforeItsSendWasCalled_IsWrong() => Wrong("its send was called later", new Told()
        .Claim(0, 1, "bai", "r", 1).Send(2, 3, "an", "r"));

    [Fact]
    public void Check_OnePersonTwiceInABouquet_IsWrong() => Wrong("one a person", new Told()
        .Bouquet(0, 1, "an", "b", 3, 3).Share(2, 3, "bai", "b", "r").Share(4, 5, "bai", "b", "q"));

    [Fact]
    public void Check_MoreSharesThanThereAre_IsWrong() => Wrong("handed out more than it has", new Told()
        .Bouquet(0, 1, "an", "b", 2, 2).Share(2, 3, "bai", "b", "r").Share(4, 5, "chen", "b", "q").Share(6, 7, "ding", "b", "p"));

    [Fact]
    public void Check_EmptyWhileSharesAreLeft_IsWrong() => Wrong("BouquetEmpty with 1 of 2", new Told()
        .Bouquet(0, 1, "an", "b", 2, 2).Share(2, 3, "bai", "b", "r").NoShare(4, 5, "chen", "b", "BouquetEmpty"));

    [Fact]
    public void Check_OneCommandWithTwoResults_IsWrong() => Wrong("two different effects", new Told()
        .Send(0, 1, "an", "r", command: "same").Send(2, 3, "an", "q", command: "same"));

    [Fact]
    public void Check_ClaimRefusedAfterItsOwnEffect_IsWrong() => Wrong("AlreadyClaimed, but the rose is offered", new Told()
        .Send(0, 1, "an", "r").Claim(2, null, "bai", "r", 1, command: "c").Claim(3, 4, "bai", "r", 0, outcome: "AlreadyClaimed", command: "c")
        .Look(5, 6, "r", "Held", 1, 2));

    [Fact]
    public void Check_RefusedThoughNobodyTookIt_IsWrong() => Wrong("AlreadyClaimed, but the rose is offered", new Told()
        .Send(0, 1, "an", "r").Claim(2, 3, "bai", "r", 0, outcome: "AlreadyClaimed"));

    [Fact]
    public void Check_RoseLostAtRest_IsWrong() => Wrong("1 roses are not found at rest", new Told()
        .Send(0, 1, "an", "r").Send(0, 1, "bai", "q").Look(2, 3, "q", "Offered", 0, 1, atRest: true).LookInVainAtRest(4, 5, "r"));

    private static void Wrong(string because, Told told)
    {
        var report = told.Check();
        Assert.Contains(report.Findings, finding => !finding.IsUndecided && finding.Why.Contains(because, StringComparison.Ordinal));
    }
}
