using System.Globalization;
using Engagement.Contracts;
using Engagement.Grains.Hours;
using Engagement.Web.Hours;
using Engagement.Web.Resources;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace Engagement.Tests.Hours;

/// <summary>One sentence of arithmetic for each entry, in both languages.</summary>
public sealed class HourWordsTests
{
    [Theory]
    [InlineData("zh-Hans", "8:52 签到，9:00 开始前不计；11:36 签退，11:30 结束后不计；计 150 分钟（2.5 小时）")]
    [InlineData("en", "Checked in 8:52, before the start at 9:00 nothing counts; out 11:36, after the end at 11:30 nothing counts; counts 150 min (2.5 h)")]
    public void Explain_EarlyAndLate_SaysWhatDoesNotCount(string language, string sentence) =>
        Assert.Equal(sentence, Say(language, Recorded(540, 150, -8, -6)));

    [Fact]
    public void Explain_OverMidnight_SaysTheNextDay() => Assert.Equal(
        "22:00 签到；次日 2:00 签退；计 240 分钟（4 小时）", Say("zh-Hans", Recorded(1_320, 240, 0, 0)));

    [Fact]
    public void Explain_LongerThanTheCap_SaysSo() => Assert.Equal(
        "9:00 签到；19:00 签退；一次最多计 8 小时；计 480 分钟（8 小时）", Say("zh-Hans", Recorded(540, 600, 0, 0)));

    [Fact]
    public void Explain_WhatCameAfter_NamesTheEntry()
    {
        var ledger = new LedgerOfHours();
        var first = ledger.Record(EntryKind.Attended, HourClass.Credit, 540, 120, 0, 0);
        var second = ledger.Record(EntryKind.MakeUp, HourClass.Honour, 600, 120, 0, 0);
        ledger.Offset(first.Id, -20);
        ledger.Decide(second.Id, counts: true);
        Assert.Equal("更正第 1 条：时间不对，−20 分钟", Say("zh-Hans", ledger.Entries[2], 1));
        Assert.Equal("审核员核对第 2 条：没有和别的服务重叠的部分，计 60 分钟（1 小时）", Say("zh-Hans", ledger.Entries[3], 2));
        Assert.EndsWith("120 分钟等审核员核对，暂时不计", Say("zh-Hans", second));
    }

    // The minutes and seconds of presence are whole here.
    private static ServiceRecord Recorded(int start, int minutes, int late, int early)
    {
        var ledger = new LedgerOfHours();
        var draft = new HourDraft(
            new(new Guid(5, 0, 0, new byte[8])), EntryKind.Attended, HourClass.Credit, "team", default, 1, "help", "class", null,
            new(LedgerOfHours.At(start), LedgerOfHours.At(start + minutes), LedgerOfHours.At(start + late), LedgerOfHours.At(start + minutes - early)));
        return HourRules.Record(ledger.Me, draft, new([]), [], ledger.Moment);
    }

    private static readonly ServiceProvider Services = new ServiceCollection().AddLogging().AddLocalization().BuildServiceProvider();

    private static string Say(string language, ServiceRecord entry, int about = 0)
    {
        var before = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = new(language);
            return new HourWords(Services.GetRequiredService<IStringLocalizer<Texts>>(), null!, Options.Create(new HourOptions())).Explain(entry, about);
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }
}
