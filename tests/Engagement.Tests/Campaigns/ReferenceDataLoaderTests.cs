using Engagement.Contracts;
using Engagement.Grains.Campaigns;

namespace Engagement.Tests.Campaigns;

public sealed class ReferenceDataLoaderTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("reference-").FullName;

    public ReferenceDataLoaderTests()
    {
        foreach (var file in Directory.GetFiles(ReferenceDataTests.Folder)) File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Load_UntouchedCopy_IsFine() => Assert.Equal(62, ReferenceDataLoader.Load(folder).Names.Length);

    [Theory]
    [InlineData("districts.json", "\"code\": \"440704\"", "\"code\": \"440703\"", "$.districts[1].code", "twice")]
    [InlineData("districts.json", "\"440703002\"", "\"440799002\"", "$.districts[0].towns[0].code", "440703")]
    [InlineData("districts.json", "\"440703002\"", "\"44070300\"", "$.districts[0].towns[0].code", "9 digits")]
    [InlineData("districts.json", "[\"440704\", ", "[\"440785\", ", "$.districts[0].borders", "440785")]
    [InlineData("districts.json", "\"street\"", "\"village\"", "$.districts[0].towns[0].kind", "converted")]
    [InlineData("companies.json", "\"SFROSE26\"", "\"sfrose26\"", "$.companies[0].joinCode", "A-Z")]
    [InlineData("companies.json", "\"EMSROSE26\"", "\"SFROSE26\"", "$.companies[1].joinCode", "companies.json $.companies[0].joinCode")]
    [InlineData("companies.json", "\"youzheng\"", "\"shunfeng\"", "$.companies[1].id", "twice")]
    [InlineData("companies.json", "\"youzheng\"", "\"You Zheng\"", "$.companies[1].id", "hyphen")]
    [InlineData("companies.json", "\"shortName\"", "\"shortname\"", "$.companies[0]", "shortname")]
    [InlineData("companies.json", "\"顺丰速运\"", "null", "$.companies[0].name", "null")]
    [InlineData("organisations.json", "\"440703\"", "\"440702\"", "$.organisations[0].district", "440702")]
    [InlineData("organisations.json", "\"CHENGUANG2\"", "\"SFROSE26\"", "$.organisations[0].joinCode", "companies.json")]
    [InlineData("organisations.json", "\"晨光里小学\"", "\"  \"", "$.organisations[0].name", "Empty")]
    [InlineData("reasons.json", "谢谢你在斑马线前停下来", "电话13800138000", "$.reasons[0].presets[0].zh", "Contact")]
    [InlineData("reasons.json", "谢谢你在斑马线前停下来", "分享给三位好友就能解锁", "$.reasons[0].presets[0].zh", "inducement")]
    [InlineData("organisations.json", "晨光里小学", "好友助力站", "$.organisations[0].name", "助力")]
    [InlineData("reasons.json", "\"give-way-child\"", "\"push-thank\"", "$.reasons[1].presets[3].id", "twice")]
    [InlineData("districts.json", "\"english\": \"Baisha Subdistrict\", ", "", "$.districts[0].towns[0].english", "Empty")]
    [InlineData("reasons.json", "\"neutral\": true", "\"neutral\": false", "$.reasons", "neutral")]
    [InlineData("reasons.json", "礼让行人", "礼让\\u202e行人", "$.reasons[0].title.zh", "Hidden")]
    [InlineData("thanks.json", "\"en\": \"Your rose", "\"english\": \"Your rose", "$.thanks[0]", "english")]
    [InlineData("names.json", "\"zh\": \"玫瑰\"", "\"zh\": \"滚蛋\"", "$.names[0].zh", "Abuse")]
    public void Load_OneFault_NamesFilePathAndReason(string file, string good, string bad, string path, string reason)
    {
        Spoil(file, good, bad);
        var fault = Assert.Throws<ReferenceDataException>(() => ReferenceDataLoader.Load(folder));
        Assert.Equal(file, fault.File);
        Assert.StartsWith(path, fault.Path);
        Assert.Contains(reason, fault.Reason);
        Assert.StartsWith($"{file} {fault.Path}: ", fault.Message);
    }

    [Fact]
    public void Load_TextOfSixtyOneCharacters_IsTooLong()
    {
        Spoil("names.json", "玫瑰", new('花', 61));
        Assert.Contains("TooLong", Assert.Throws<ReferenceDataException>(() => ReferenceDataLoader.Load(folder)).Reason);
    }

    [Fact]
    public void Load_MissingFile_NamesIt()
    {
        File.Delete(Path.Combine(folder, "names.json"));
        Assert.Equal("names.json", Assert.Throws<ReferenceDataException>(() => ReferenceDataLoader.Load(folder)).File);
    }

    [Fact]
    public void Load_MissingFolder_NamesTheFirstFile() =>
        Assert.Equal("districts.json", Assert.Throws<ReferenceDataException>(() => ReferenceDataLoader.Load(Path.Combine(folder, "none"))).File);

    [Fact]
    public void Load_EmptyList_IsAFault()
    {
        File.WriteAllText(Path.Combine(folder, "names.json"), """{ "source": "x", "version": "1", "licence": "x", "names": [] }""");
        Assert.Equal("$.names", Assert.Throws<ReferenceDataException>(() => ReferenceDataLoader.Load(folder)).Path);
    }

    [Fact]
    public void Load_NoLicence_IsAFault()
    {
        File.WriteAllText(Path.Combine(folder, "names.json"), """{ "source": "x", "version": "1", "licence": " ", "names": [] }""");
        Assert.Equal("$.licence", Assert.Throws<ReferenceDataException>(() => ReferenceDataLoader.Load(folder)).Path);
    }

    // Replaces the first occurrence, and makes sure there was one.
    private void Spoil(string file, string good, string bad)
    {
        var path = Path.Combine(folder, file);
        var text = File.ReadAllText(path);
        var at = text.IndexOf(good, StringComparison.Ordinal);
        Assert.True(at >= 0, $"{file} no longer contains {good}.");
        File.WriteAllText(path, text[..at] + bad + text[(at + good.Length)..]);
    }
}
