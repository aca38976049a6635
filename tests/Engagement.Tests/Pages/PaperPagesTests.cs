using System.Net;
using System.Text.RegularExpressions;
using Engagement.Contracts;
using Engagement.Tests.Storage;

namespace Engagement.Tests.Pages;

/// <summary>Printed roses from the console to a courier's hands and a lamp post.</summary>
[Collection(PageTestCollection.Name)]
public sealed class PaperPagesTests(PagesHost host)
{
    [RedisFact]
    public async Task Batch_GivenToOneCourier_IsOnTheirFirstPage()
    {
        using var staff = await host.Operator();
        var batch = await IssuedAsync(staff, "餐箱", 48);
        using var rider = await host.Person("骑士长");
        foreach (var nobody in new[] { "13800138000", rider.Id.ToString(), "谁" })
        {
            var refused = await staff.Send(batch, batch + "/hand-to", [("courier", nobody)]);
            Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
            Assert.Contains("没有找到这位骑手", refused.Text, StringComparison.Ordinal);
        }

        await host.Calls.Courier(rider.Id, me => me.EnterPool(host.Command()));
        Assert.DoesNotContain("id=\"carried\"", (await rider.Get("/courier")).Html, StringComparison.Ordinal);
        Assert.Equal(batch, (await staff.Send(batch, batch + "/hand-to", [("courier", rider.Id.ToString())])).Location);
        Assert.Contains("骑士长（城市骑手）", (await staff.Get(batch)).Text, StringComparison.Ordinal);
        Assert.Matches(@"你带的\s+48\s+枝纸玫瑰", (await rider.Get("/courier")).Text);
    }

    [RedisFact]
    public async Task Sheets_OfCodesBeyondThePartsOrTheBatch_AreRefusedAndTheRestGoesOut()
    {
        using var staff = await host.Operator();
        var batch = await IssuedAsync(staff, "大批", 10_000);
        var page = await staff.Get(batch);
        Assert.Contains("PDF 第 1–10000 枚", page.Text, StringComparison.Ordinal);
        Assert.Contains("PDF 第 9601–10000 枚", page.Text, StringComparison.Ordinal);
        Assert.StartsWith("%PDF", (await staff.Send(batch, batch + "/pdf", [("from", "9990"), ("to", "10000")])).Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await staff.Send(batch, batch + "/pdf", [("from", "9990"), ("to", "10001")])).Status);
        Assert.Equal(10_002, Regex.Count((await staff.Send(batch, batch + "/csv", [])).Html, "\r\n"));
    }

    [RedisFact]
    public async Task Stickers_ScannedByStrangers_PassWithoutAHandOver()
    {
        using var staff = await host.Operator();
        var batch = await IssuedAsync(staff, "灯柱", 3, ("free", "true"));
        Assert.DoesNotContain(batch + "/hand\"", (await staff.Get(batch)).Html, StringComparison.Ordinal);
        var code = Regex.Match((await staff.Send(batch, batch + "/csv", [])).Html, "/p/([0-9A-Z]{24})").Groups[1].Value;
        using var an = await host.Person();
        using var bai = await host.Person();
        var taken = await an.Send("/p/" + code, $"/p/{code}/take", []);
        Assert.Contains("谁扫到花上的码", (await an.Get(taken.Location!)).Text, StringComparison.Ordinal);
        Assert.Contains("谁都可以接着传", (await bai.Get("/p/" + code)).Text, StringComparison.Ordinal);
        Assert.Contains("等二十秒再传", (await bai.Send("/p/" + code, $"/p/{code}/take", [])).Text, StringComparison.Ordinal);
    }

    private static async Task<string> IssuedAsync(Visitor staff, string name, int size, params (string, string)[] more)
    {
        var issued = await staff.Send("/console/paper", "/console/paper", [("name", name), ("size", $"{size}"), .. more]);
        Assert.StartsWith("/console/paper/", issued.Location, StringComparison.Ordinal);
        return issued.Location!;
    }
}
