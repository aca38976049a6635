using Engagement.Contracts;
using Engagement.Grains.Campaigns;

namespace Engagement.Tests.Campaigns;

public sealed class JoinCodeTests
{
    [Theory]
    [InlineData("sfrose26", "SFROSE26")]
    [InlineData(" SF-Rose 26 ", "SFROSE26")]
    [InlineData("ＳＦＲＯＳＥ２６", "SFROSE26")]
    [InlineData("abcdef", "ABCDEF")]
    public void Normalise_TypedLoosely_GivesTheStoredForm(string typed, string code) => Assert.Equal(code, JoinCode.Normalise(typed));

    [Theory, InlineData(null), InlineData(""), InlineData("abcde"), InlineData("ABCDEFGHIJKLM"), InlineData("ROSE2O1"), InlineData("玫瑰花开了吧"), InlineData("ABC_DEF")]
    public void Normalise_NoCode_IsNull(string? typed) => Assert.Null(JoinCode.Normalise(typed));
}
