using System.Buffers.Binary;
using Engagement.Web.Posters;
using Engagement.Web.Shared;

namespace Engagement.Tests.Look;

public sealed class PosterTests
{
    private const string Link = "https://roses.example.gov.cn/r/01kabcdefghijklmnopqrstuvw?k=abcdefghijklmnopqrstuv";

    public static TheoryData<string, string, string?, int> Letters => new()
    {
        { "王阿姨", "谢谢你每天清晨把楼道扫得干干净净。", "小满", 16 },
        { "社区卫生站的陈医生", "去年冬天我摔了一跤，是你扶我起来，陪我等到家里人来，还把围巾给了我。这条围巾我洗好收着，一直想当面还你，也一直想说谢谢。", "住在三楼的小满", 24 },
        { "Mrs Chan", "Thank you for waiting to cross with me in the rain, always.", "Xiaoman", 3 },
        { "😀👨‍👩‍👧", "𠮷野家的“饭”真香……OK！\u0000\u200d", null, 1 },
        { "", "", null, 0 },
        { new string('长', 40), new string('，', 60), new string('W', 40), 10_000 },
        { "Supercalifragilisticexpialidocious", new string('x', 60), "b", 5 },
    };

    [Theory, MemberData(nameof(Letters))]
    public void Render_AnyLetter_IsSmallJpegOfOneSize(string to, string text, string? from, int people)
    {
        var picture = new PosterRenderer().Render(new Poster(new Letter(to, text, from, people), from ?? "一位市民", Link, "长按识别，收下这枝玫瑰", "已走过 12 人"));
        if (Environment.GetEnvironmentVariable("LOOK_DIR") is { Length: > 0 } folder)
        {
            File.WriteAllBytes(Path.Combine(folder, $"poster-{people}.jpg"), picture);
        }

        Assert.InRange(picture.Length, 20_000, PosterRenderer.MaxBytes);
        Assert.Equal((PosterRenderer.Width, PosterRenderer.Height), JpegSize(picture));
    }

    // Width and height stand in the start-of-frame segment.
    private static (int Width, int Height) JpegSize(ReadOnlySpan<byte> jpeg)
    {
        Assert.Equal([0xFF, 0xD8], jpeg[..2].ToArray());
        for (var at = 2; ; at += 2 + BinaryPrimitives.ReadUInt16BigEndian(jpeg[(at + 2)..]))
        {
            Assert.Equal(0xFF, jpeg[at]);
            if (jpeg[at + 1] is 0xC0 or 0xC1 or 0xC2)
            {
                return (BinaryPrimitives.ReadUInt16BigEndian(jpeg[(at + 7)..]), BinaryPrimitives.ReadUInt16BigEndian(jpeg[(at + 5)..]));
            }
        }
    }
}
