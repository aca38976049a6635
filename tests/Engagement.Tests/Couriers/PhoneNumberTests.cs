using Engagement.Contracts;

namespace Engagement.Tests.Couriers;

public sealed class PhoneNumberTests
{
    [Theory]
    [InlineData("13912345678")]
    [InlineData(" 139-1234-5678 ")]
    [InlineData("+86 139 1234 5678")]
    [InlineData("008613912345678")]
    [InlineData("8613912345678")]
    [InlineData("１３９１２３４５６７８")]
    [InlineData("13912345678\u3000")]
    public void Normalise_WaysToWriteANumber_AreOneNumber(string typed) => Assert.Equal("13912345678", PhoneNumber.Normalise(typed));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("12345678901")]
    [InlineData("1391234567")]
    [InlineData("139123456789")]
    [InlineData("0750-3123456")]
    [InlineData("1391234567a")]
    [InlineData("139+12345678")]
    [InlineData("+8513912345678")]
    [InlineData("1.3912345678E10")]
    public void Normalise_AnythingElse_IsNone(string? typed) => Assert.Null(PhoneNumber.Normalise(typed));
}
