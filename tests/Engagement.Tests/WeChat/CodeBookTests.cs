using Engagement.WeChat.Emulator.Personas;
using Engagement.WeChat.Emulator.SignIn;

namespace Engagement.Tests.WeChat;

public sealed class CodeBookTests
{
    private static readonly Persona Someone = new("小满");
    private DateTimeOffset now = new(2026, 3, 5, 4, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Issue_BeyondCapacity_ForgetsTheOldestOnly()
    {
        var codes = new CodeBook(() => now);
        var oldest = codes.Issue("wx", Someone, "snsapi_base");
        var second = codes.Issue("wx", Someone, "snsapi_base");
        for (var i = 0; i < CodeBook.Capacity - 1; i++)
        {
            codes.Issue("wx", Someone, "snsapi_base");
        }

        Assert.Equal(CodeVerdict.Unknown, codes.Exchange(oldest, "wx", out _));
        Assert.Equal(CodeVerdict.Good, codes.Exchange(second, "wx", out _));
    }

    [Fact]
    public void Issue_LongAfterAnExpiry_DropsTheExpired()
    {
        var codes = new CodeBook(() => now);
        var old = codes.Issue("wx", Someone, "snsapi_base");

        now += CodeBook.Lifetime + CodeBook.Memory;
        codes.Issue("wx", Someone, "snsapi_base");

        Assert.Equal(CodeVerdict.Unknown, codes.Exchange(old, "wx", out _));
    }

    [Fact]
    public void Exchange_OfAnotherAccount_IsUnknownAndKeepsTheCode()
    {
        var codes = new CodeBook(() => now);
        var code = codes.Issue("wx", Someone, "snsapi_base");
        Assert.Equal(CodeVerdict.Unknown, codes.Exchange(code, "other", out _));
        Assert.Equal(CodeVerdict.Good, codes.Exchange(code, "wx", out _));
    }
}
