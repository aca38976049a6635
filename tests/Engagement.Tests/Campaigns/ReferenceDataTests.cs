using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Moderation;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Serialization;

namespace Engagement.Tests.Campaigns;

public sealed class ReferenceDataTests
{
    // Where the web project's build puts them: what ships is what is tested.
    internal static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "reference", "jiangmen");

    private static readonly ReferenceData Data = ReferenceDataLoader.Load(Folder);

    [Fact]
    public void Load_ShippedFolder_HasSevenDistrictsAndEightyTwoTowns()
    {
        Assert.Equal(["440703", "440704", "440705", "440781", "440783", "440784", "440785"], Data.Districts.Select(district => district.Code));
        Assert.Equal(82, Data.Districts.Sum(district => district.Towns.Length));
    }

    [Fact]
    public void Towns_ThatNobodyLivesIn_AreAreas()
    {
        var areas = Data.Districts.SelectMany(district => district.Towns).Where(town => town.Kind is TownKind.Area).Select(town => town.Name).ToList();
        Assert.Equal(9, areas.Count);
        Assert.Contains("广东省江门监狱", areas);
    }

    [Fact]
    public void Towns_InEnglish_AreTownsAndSubdistrictsWithoutChinese() => Assert.All(Data.Districts.SelectMany(district => district.Towns), town =>
        Assert.Matches(town.Kind switch { TownKind.Town => @"^[A-Z][a-z']+[a-z] Town$", TownKind.Street => @"^[A-Z][a-z]+ Subdistrict$", _ => @"^[A-Z][A-Za-z ]+$" }, town.English!.Replace("Da'ao", "Daao", StringComparison.Ordinal)));

    [Fact]
    public void Neutral_StandsInWithoutADeed() => Assert.Equal("谢谢你，这枝是给你的。", Data.Neutral!.Presets[0].Zh);

    [Fact]
    public void Load_ShippedFolder_HasThirteenSampleCompanies()
    {
        Assert.Equal(13, Data.Companies.Length);
        Assert.All(Data.Companies, company => Assert.True(company.Sample));
    }

    [Fact]
    public void Organisations_Sample_CoverEveryDistrict()
    {
        Assert.All(Data.Organisations, unit => Assert.True(unit.Sample));
        Assert.Equal(Data.Districts.Select(district => district.Code), Data.Organisations.Select(unit => unit.District).Distinct().Order());
    }

    [Fact]
    public void Presets_OfEachReason_AreFourToSixLettersOfTenToThirtySixCharacters() =>
        Assert.All(Data.Reasons, reason =>
        {
            Assert.InRange(reason.Presets.Length, 4, 6);
            Assert.All(reason.Presets, preset => Assert.InRange(MessageText.Length(preset.Zh), 10, 36));
        });

    [Fact]
    public void Presets_InBothLanguages_PassTheModerator()
    {
        var moderator = new WordListModerator();
        var texts = Data.Reasons.SelectMany(reason => reason.Presets).Concat(Data.Thanks).Concat(Data.Names).SelectMany(phrase => new[] { phrase.Zh, phrase.En });
        Assert.All(texts, text => Assert.Equal(ModerationVerdict.Pass, moderator.Check(text)));
    }

    [Fact]
    public void Copy_OfTheCity_AvoidsTheWordsOfTheProductPage()
    {
        string[] avoided = ["打榜", "助力", "裂变", "签到", "拉人", "抽奖", "积分", "失信", "官方认证"]; // product.md §8
        var texts = Data.Reasons.SelectMany(reason => reason.Presets).Concat(Data.Thanks).Select(phrase => phrase.Zh);
        Assert.All(texts, text => Assert.DoesNotContain(avoided, text.Contains));
    }

    [Fact]
    public void Codes_TypedInAnyCase_FindTheirUnit()
    {
        Assert.Equal("shunfeng", Data.CompanyByCode(" sf-rose ２６")!.Id);
        Assert.Equal("chenguang-primary", Data.OrganisationByCode("chenguang2")!.Id);
        Assert.Null(Data.CompanyByCode("chenguang2"));
    }

    [Fact]
    public void Serializer_RoundTrip_KeepsEveryField()
    {
        using var services = new ServiceCollection().AddSerializer().BuildServiceProvider();
        var serializer = services.GetRequiredService<Serializer>();
        var copy = serializer.Deserialize<ReferenceData>(serializer.SerializeToArray(Data))!;
        Assert.Equal(Data.Companies.AsEnumerable(), copy.Companies);
        Assert.Equal(Data.Organisations.AsEnumerable(), copy.Organisations);
        Assert.Equal(Data.Thanks.AsEnumerable(), copy.Thanks);
        Assert.Equal(Data.Districts.SelectMany(district => district.Towns), copy.Districts.SelectMany(district => district.Towns));
        Assert.Equal(Data.Reasons.SelectMany(reason => reason.Presets), copy.Reasons.SelectMany(reason => reason.Presets));
        var verdict = ModerationVerdict.Hold(ModerationCategory.Politics);
        Assert.Equal(verdict, serializer.Deserialize<ModerationVerdict>(serializer.SerializeToArray(verdict)));
    }
}
