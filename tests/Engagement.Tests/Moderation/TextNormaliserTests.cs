using Engagement.Grains.Moderation;

namespace Engagement.Tests.Moderation;

public sealed class TextNormaliserTests
{
    [Theory]
    [InlineData("ＡＢＣ１２３！", "abc123!")]
    [InlineData("Ⓐⓑ𝐂𝟗②⑵⒊", "abc9223")]
    [InlineData("媽媽幹嘛", "妈妈干嘛")]
    [InlineData("аbс", "abc")] // the first and the last letter are Cyrillic
    [InlineData("谢\u200b谢\ufe0f", "谢谢")]
    [InlineData("甲\u3000乙", "甲 乙")]
    public void Normalise_Disguises_Fold(string text, string folded) => Assert.Equal(folded, TextNormaliser.Normalise(text).Folded);

    [Fact]
    public void Normalise_SpacesMarksAndEmoji_LeaveTheCompactForm()
    {
        var text = TextNormaliser.Normalise("你, 🌹好-𨳒!");
        Assert.Equal("你好𨳒", text.Compact);
        Assert.Equal(text.Compact, string.Concat(text.Origin.Select(at => text.Folded[at])));
    }

    [Theory]
    [InlineData("一三八 零零一三", "1380013")]
    [InlineData("1-3.8，0", "1380")]
    [InlineData("2026-11-23", "#")]
    [InlineData("2026年11月23日", "2026年11月23日")]
    [InlineData("18:30", "#")]
    [InlineData("3、4、5", "3、4、5")]
    public void Normalise_Numbers_JoinButDatesDoNot(string text, string digits) => Assert.Equal(digits, TextNormaliser.Normalise(text).Digits);

    [Fact]
    public void Normalise_LonelySurrogate_IsReplaced() => Assert.Equal("\ufffd", TextNormaliser.Normalise("" + '\ud83c').Folded);
}
