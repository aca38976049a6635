using System.Globalization;
using Engagement.Web.Notices;

namespace Engagement.Tests.Notices;

public sealed class NoticeFieldsTests
{
    [Theory]
    [InlineData("thing1", "有 3 封信等你拆", "有 3 封信等你拆")]
    [InlineData("thing12", "一二三四五六七八九十一二三四五六七八九十", "一二三四五六七八九十一二三四五六七八九十")]
    [InlineData("thing1", "一二三四五六七八九十一二三四五六七八九十一", "一二三四五六七八九十一二三四五六七八九…")]
    [InlineData("phrase3", "一二三四五六", "一二三四…")]
    [InlineData("number2", "40", "40")]
    public void Fit_ByField_CutsToWhatWeChatTakes(string field, string value, string sent) => Assert.Equal(sent, NoticeFields.Fit(field, value));

    [Fact]
    public void Fit_PicturesAtTheEdge_AreNeverHalved()
    {
        var sent = NoticeFields.Fit("thing1", "谢谢谢谢谢谢谢谢谢谢谢谢👩‍👩‍👧‍👦👩‍👩‍👧‍👦"); // twelve, then two families of eleven units each
        Assert.Equal("谢谢谢谢谢谢谢谢谢谢谢谢…", sent);
        Assert.True(sent.Length <= 20 && !sent.Any(char.IsSurrogate), new StringInfo(sent).LengthInTextElements.ToString(CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Time_AnyOffset_IsShanghai() => Assert.Equal("2026-11-25 08:00", NoticeFields.Time(new(2026, 11, 25, 0, 0, 0, TimeSpan.Zero)));
}
