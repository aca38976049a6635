using Engagement.Contracts;
using Engagement.Grains.Moderation;
using Engagement.Tests.Campaigns;
using Engagement.Tests.Look;
using Engagement.Web.Shared;
using Engagement.Web.WeChat.Account;

namespace Engagement.Tests.Moderation;

/// <summary>No text of the product's own may offer anything for sharing (RR-14): WeChat would block the link, then the domain.</summary>
public sealed class ShareCopyTests
{
    [Theory, InlineData("Texts.resx"), InlineData("Texts.en.resx")]
    public void Breach_EveryTextOfThePagesAndCards_IsNone(string file) => Fine(TextFiles.Read(file).Select(text => (text.Key, text.Value)));

    [Fact]
    public void Breach_ShippedReferenceData_IsNone()
    {
        var data = Engagement.Grains.Campaigns.ReferenceDataLoader.Load(ReferenceDataTests.Folder);
        IEnumerable<Phrase> phrases = [.. data.Reasons.SelectMany(reason => reason.Presets), .. data.Thanks, .. data.Names];
        Fine(phrases.SelectMany(phrase => new[] { (phrase.Id, phrase.Zh), (phrase.Id, phrase.En) }));
        Fine(data.Reasons.SelectMany(reason => new[] { (reason.Id, reason.Title.Zh), (reason.Id, reason.Title.En) }));
        Fine(data.Organisations.Select(unit => (unit.Id, unit.Name)).Concat(data.Companies.Select(company => (company.Id, company.Name))));
    }

    [Fact]
    public void Faults_ShippedMenuAndWords_AreNone() => Assert.Empty(AccountRules.Faults(AccountBook.Load(Path.Combine(ReferenceDataTests.Folder, "wechat.json"), "")));

    [Fact]
    public void Faults_MenuOrWordThatPromises_NamesTheField()
    {
        var file = new AccountFile([new("看看", Buttons: [new("邀请有礼", Path: "/")])], [new(["福利"], Text: "转发给三位好友，多一次机会。")], []);
        var faults = AccountRules.Faults(file).ToList();
        Assert.Contains(faults, fault => fault.StartsWith("menu[0].buttons[0].name: WeChat would take \"邀请有礼\"", StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.StartsWith("keywords[0].text: WeChat would take", StringComparison.Ordinal));
    }

    [Fact]
    public void Breach_DefaultsOfTheSite_AreNone() => Fine([("Site:Name", new SiteOptions().Name)]);

    // What honest people write is not copy, but it shows where a pattern would cry wolf.
    [Theory, MemberData(nameof(ModerationSamples.Passing), MemberType = typeof(ModerationSamples))]
    public void Breach_WhatPeopleWriteToEachOther_IsNone(string text) => Assert.Null(ShareCopy.Breach(text));

    [Theory]
    [InlineData("分享到群就能领红包"), InlineData("分享给三位好友即可解锁"), InlineData("转发有礼"), InlineData("邀请好友，多一次机会"), InlineData("每邀请一人多得一枝")]
    [InlineData("邀请五名同事一起来"), InlineData("邀请 3 位好友"), InlineData("集满十朵玫瑰换好礼"), InlineData("集齐五福"), InlineData("集 赞"), InlineData("帮我助力一下")]
    [InlineData("好友助力"), InlineData("为我助力"), InlineData("助力值"), InlineData("分享后可见"), InlineData("分享朋友圈才能查看"), InlineData("关注公众号即可领取")]
    [InlineData("关注后才能打开"), InlineData("转发后解锁下一封"), InlineData("分享赢取抽奖机会"), InlineData("分享越多，机会翻倍"), InlineData("求转发"), InlineData("不转不是江门人")]
    [InlineData("不转发会倒霉"), InlineData("签到领积分"), InlineData("签到打卡"), InlineData("砍价"), InlineData("幫我砍一刀"), InlineData("分 享 有 獎"), InlineData("转发朋友圈"), InlineData("分享到 3 个群")]
    [InlineData("为我投票"), InlineData("瓜分千元红包"), InlineData("拉新"), InlineData("裂变"), InlineData("打榜"), InlineData("拉票"), InlineData("邀请有礼")]
    [InlineData("Share to win a prize"), InlineData("Share with 3 friends to unlock"), InlineData("Invite friends"), InlineData("Invite 5 friends and earn roses")]
    [InlineData("Forward this for extra chances"), InlineData("More chances for everyone who shares"), InlineData("Collect 38 likes"), InlineData("Refer your friends")]
    public void Breach_PlantedInducement_IsFound(string text) => Assert.NotNull(ShareCopy.Breach(text));

    [Fact]
    public void Breach_Found_NamesTheWordsThatDoIt() => Assert.Equal("分享给三位好友即可解锁", ShareCopy.Breach("好消息：分享给三位好友，即可解锁！")![..11]);

    [Theory]
    [InlineData("我们一起吃了午饭"), InlineData("We shared lunch together."), InlineData("Thank you for sharing what you learn."), InlineData("助力文明江门")]
    [InlineData("只记善行，不记转发"), InlineData("邀请两位老人先上车"), InlineData("谢谢你分享钥匙帮我解锁单车")]
    public void Breach_InnocentNeighbours_AreNone(string text) => Assert.Null(ShareCopy.Breach(text));

    private static void Fine(IEnumerable<(string Key, string Text)> texts) =>
        Assert.All(texts, text => Assert.True(ShareCopy.Breach(text.Text) is null, $"{text.Key}: {ShareCopy.Breach(text.Text)}"));
}
