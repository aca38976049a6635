using Engagement.Grains.Moderation;

namespace Engagement.Tests.Moderation;

public sealed class WordListModeratorTests
{
    private static readonly WordListModerator Moderator = new();

    [Theory, MemberData(nameof(ModerationSamples.Passing), MemberType = typeof(ModerationSamples))]
    public void Check_OrdinaryText_Passes(string text) => Assert.Equal(ModerationVerdict.Pass, Moderator.Check(text));

    [Theory, MemberData(nameof(ModerationSamples.Refused), MemberType = typeof(ModerationSamples))]
    public void Check_HarmfulText_RefusesWithItsCategory(string text, ModerationCategory category) =>
        Assert.Equal(ModerationVerdict.Refuse(category), Moderator.Check(text));

    [Theory, MemberData(nameof(ModerationSamples.Held), MemberType = typeof(ModerationSamples))]
    public void Check_DoubtfulText_HoldsForAPerson(string text, ModerationCategory category) =>
        Assert.Equal(ModerationVerdict.Hold(category), Moderator.Check(text));

    [Theory, MemberData(nameof(ModerationSamples.PassingNames), MemberType = typeof(ModerationSamples))]
    public void CheckName_OfAPerson_Passes(string name) => Assert.Equal(ModerationVerdict.Pass, Moderator.CheckName(name));

    [Theory, MemberData(nameof(ModerationSamples.PosingNames), MemberType = typeof(ModerationSamples))]
    public void CheckName_OfAnOffice_IsRefused(string name) => Assert.Equal(ModerationVerdict.Refuse(ModerationCategory.Pose), Moderator.CheckName(name));

    [Theory, MemberData(nameof(ModerationSamples.DoubtfulNames), MemberType = typeof(ModerationSamples))]
    public void CheckName_OfATitle_IsHeld(string name) => Assert.Equal(ModerationVerdict.Hold(ModerationCategory.Pose), Moderator.CheckName(name));

    [Theory, InlineData("笨蛋", ModerationOutcome.Hold), InlineData("丑八怪", ModerationOutcome.Hold), InlineData("白痴", ModerationOutcome.Hold), InlineData("傻逼", ModerationOutcome.Refuse)]
    public void CheckName_Insult_IsJudgedAsAnyText(string name, ModerationOutcome outcome) => Assert.Equal(new(outcome, ModerationCategory.Abuse), Moderator.CheckName(name));

    [Fact]
    public void Samples_OfEachKind_AreFortyOrMoreAndDistinct()
    {
        Assert.True(Distinct(ModerationSamples.Passing) >= 40);
        Assert.True(Distinct(ModerationSamples.Refused) >= 40);
    }

    private static int Distinct(IEnumerable<object[]> samples) => samples.Select(row => row[0]).Distinct().Count();

    [Fact]
    public void Check_HarmBesideDoubt_TakesTheStricter() =>
        Assert.Equal(ModerationVerdict.Refuse(ModerationCategory.Contact), Moderator.Check("混蛋，打 13800138000"));

    [Fact]
    public void Check_TextLongerThanAnyMessage_Refuses() =>
        Assert.Equal(ModerationOutcome.Refuse, Moderator.Check(new('好', 2_501)).Outcome);

    [Fact]
    public void Check_NothingAtAll_Passes() => Assert.Equal(ModerationVerdict.Pass, Moderator.Check(""));

    [Theory, InlineData('\ud83c'), InlineData('\udf39')]
    public void Check_HalfASurrogatePair_Refuses(char half) =>
        Assert.Equal(ModerationVerdict.Refuse(ModerationCategory.Markup), Moderator.Check($"{half}花{half}"));

    [Fact]
    public void RuleVersion_OfTwoInstances_IsTheSame() => Assert.Equal(Moderator.RuleVersion, new WordListModerator().RuleVersion);
}
