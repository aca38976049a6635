using System.Net;
using System.Text.RegularExpressions;
using Engagement.Tests.Storage;

namespace Engagement.Tests.Pages;

[Collection(PageTestCollection.Name)]
public sealed class BouquetPageTests(PagesHost host)
{
    [RedisFact]
    public async Task Bouquet_FromTheFormToTheLastShare_NamesTheLuckiestAndRevealsTheSeed()
    {
        using var an = await host.Person("木棉");
        using var bai = await host.Person("荷花");
        using var cai = await host.Person();
        await host.Calls.Participant(bai.Id, me => me.Choose(host.Command(), new(ShowName: true)));
        var tied = await an.Send("/bouquets/new", "/bouquets", [("roses", "5"), ("shares", "2"), ("lucky", "true"), ("preset", host.Reference.Reasons[1].Presets[0].Id)]);
        Assert.Equal(HttpStatusCode.SeeOther, tied.Status);
        var giver = await an.Get(tied.Location!);
        var link = new Uri(Regex.Match(giver.Html, "data-copy=\"([^\"]+)\"").Groups[1].Value).PathAndQuery;
        var page = link[..link.IndexOf('?', StringComparison.Ordinal)];
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], (await an.Bytes(page + "/qr.png"))[..4]);
        var proof = Regex.Match(giver.Html, "<code>([0-9a-f]{64})</code>").Groups[1].Value;
        Assert.Equal(64, proof.Length);

        Assert.Equal(HttpStatusCode.NotFound, (await bai.Get(page)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await bai.Get(page + "/sealed")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await bai.Get(page + "/qr.png")).Status);
        Assert.Contains("木棉送来一束玫瑰", (await bai.Get(link)).Text, StringComparison.Ordinal);
        var won = await bai.Send(link, page + "/claim", []);
        Assert.Equal((HttpStatusCode.SeeOther, page), (won.Status, won.Location));
        Assert.DoesNotContain("最多", (await bai.Get(page)).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await cai.Send(link, page + "/claim", [])).Status);

        var result = await cai.Get(page);
        Assert.Contains("最多", result.Text, StringComparison.Ordinal);
        Assert.Contains("荷花", result.Text, StringComparison.Ordinal);
        var codes = Regex.Matches(result.Html, "<code>([0-9a-f]{64})</code>").Select(match => match.Groups[1].Value).ToArray();
        Assert.Equal(proof, codes[0]);
        Assert.Equal(proof, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Convert.FromHexString(codes[1]))));
        Assert.Contains("都拿走了", (await an.Get(page + "/sealed")).Text, StringComparison.Ordinal);
        using var late = await host.Person();
        Assert.Contains("刚刚分完了", (await late.Get(link)).Text, StringComparison.Ordinal);
    }

    [RedisFact]
    public async Task Bouquet_Guest_SignsInAndComesBackToTheLink()
    {
        using var an = await host.Person();
        using var guest = host.Guest();
        var tied = await an.Send("/bouquets/new", "/bouquets", [("preset", host.Reference.Reasons[0].Presets[0].Id), ("roses", "1"), ("shares", "1"), ("lucky", "false")]);
        var link = new Uri(Regex.Match((await an.Get(tied.Location!)).Html, "data-copy=\"([^\"]+)\"").Groups[1].Value).PathAndQuery;
        Assert.Contains("/signin?returnUrl=" + Uri.EscapeDataString(link), (await guest.Get(link)).Html, StringComparison.Ordinal);
    }

    [RedisFact]
    public async Task Bouquet_WrongNumbers_ComeBackWithWhatWasFilledIn()
    {
        using var an = await host.Person();
        var preset = host.Reference.Reasons[2].Presets[1].Id;
        var more = await an.Send("/bouquets/new", "/bouquets", [("roses", "2"), ("shares", "3"), ("lucky", "false"), ("preset", preset)]);
        Assert.Equal(HttpStatusCode.BadRequest, more.Status);
        Assert.Contains("份数不能比枝数多", more.Text, StringComparison.Ordinal);
        Assert.Matches($"<option value=\"{preset}\" selected", more.Html);
        var many = await an.Send("/bouquets/new", "/bouquets", [("roses", "400"), ("shares", "3"), ("lucky", "true"), ("preset", preset)]);
        Assert.Equal(HttpStatusCode.Conflict, many.Status);
        Assert.Contains("额度也不够", many.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"400\"", many.Html, StringComparison.Ordinal);
    }

    [RedisFact]
    public async Task Bouquet_TooManyForToday_IsPaidFromTheBudget()
    {
        using var an = await host.Person();
        await host.Calls.Participant(an.Id, me => me.Grant(host.Command(), an.Id, 50, "test"));
        Assert.Contains("额度里还有 50 枝", (await an.Get("/bouquets/new")).Text, StringComparison.Ordinal);
        var tied = await an.Send("/bouquets/new", "/bouquets", [("roses", "40"), ("shares", "4"), ("lucky", "false"), ("preset", host.Reference.Reasons[0].Presets[0].Id)]);
        Assert.Equal(HttpStatusCode.SeeOther, tied.Status);
        Assert.Equal(10, (await host.Calls.Participant(an.Id, me => me.Self())).Budget);
    }
}
