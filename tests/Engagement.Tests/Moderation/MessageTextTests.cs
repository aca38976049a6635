using Engagement.Grains.Moderation;

namespace Engagement.Tests.Moderation;

public sealed class MessageTextTests
{
    private const string Family = "👨‍👩‍👧‍👦"; // one element, eleven UTF-16 units

    [Theory]
    [InlineData("谢谢你")]
    [InlineData("第一行\n第二行")]
    [InlineData("🌹❤️👍🏽🏴󠁧󠁢󠁳󠁣󠁴󠁿1️⃣‼️")]
    [InlineData(Family)]
    [InlineData("Việt Nam cảm ơn")]
    [InlineData("e\u0302\u0301 là")]
    public void Validate_HonestText_HasNoError(string text) => Assert.Equal(MessageTextError.None, MessageText.Validate(text));

    [Theory]
    [InlineData(null, MessageTextError.Empty)]
    [InlineData("", MessageTextError.Empty)]
    [InlineData(" \u3000\n", MessageTextError.Empty)]
    [InlineData("好\u0000", MessageTextError.Control)]
    [InlineData("好\u001b[31m", MessageTextError.Control)]
    [InlineData("好\u009f", MessageTextError.Control)]
    [InlineData("谢谢\u202e你", MessageTextError.Hidden)]
    [InlineData("谢谢\u2066你", MessageTextError.Hidden)]
    [InlineData("谢\u200b谢", MessageTextError.Hidden)]
    [InlineData("谢\u200d谢", MessageTextError.Hidden)]
    [InlineData("谢\ufe0f谢", MessageTextError.Hidden)]
    [InlineData("\u3164\u3164", MessageTextError.Hidden)]
    [InlineData("\ufeff好", MessageTextError.Hidden)]
    [InlineData("\ue000好", MessageTextError.Broken)]
    [InlineData("Z\u0300\u0301\u0302\u0303\u0304", MessageTextError.Broken)]
    public void Validate_DishonestText_NamesTheError(string? text, MessageTextError error) => Assert.Equal(error, MessageText.Validate(text));

    [Fact]
    public void Validate_SixtyElements_Fit() => Assert.Equal(MessageTextError.None, MessageText.Validate(new('好', 60)));

    [Fact]
    public void Validate_SixtyOneElements_AreTooLong() => Assert.Equal(MessageTextError.TooLong, MessageText.Validate(new('好', 61)));

    [Fact]
    public void Validate_SixtyFamilies_Fit() => Assert.Equal(MessageTextError.None, MessageText.Validate(string.Concat(Enumerable.Repeat(Family, 60))));

    [Fact]
    public void Validate_OneEndlessElement_IsTooLong() =>
        Assert.Equal(MessageTextError.TooLong, MessageText.Validate("👩" + string.Concat(Enumerable.Repeat("\u200d👩", 30)), max: 2));

    [Fact]
    public void Validate_HalfASurrogatePair_IsBroken() => Assert.Equal(MessageTextError.Broken, MessageText.Validate("好" + '\ud83c'));

    [Fact]
    public void Validate_OwnLimit_Counts() => Assert.Equal(MessageTextError.TooLong, MessageText.Validate("四个汉字", max: 3));
}
