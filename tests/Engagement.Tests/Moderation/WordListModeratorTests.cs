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
