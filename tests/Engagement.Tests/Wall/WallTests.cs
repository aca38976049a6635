using System.Net;
using System.Text.Json;
using Engagement.Tests.Site;
using Engagement.Tests.Storage;
using Engagement.Web;
using Microsoft.Extensions.DependencyInjection;

namespace Engagement.Tests.Wall;

/// <summary>The big screen's page and feed on the real site: the city's numbers, for anybody, and nobody's name (AN-01).</summary>
public sealed class WallTests(SiteUnderTest site) : IClassFixture<SiteUnderTest>
{
    [Fact]
    public async Task Feed_AfterARose_HasTheCitysNumbersAndNobody()
    {
        var (an, bo) = (await site.PersonAsync("大屏甲"), await site.PersonAsync("大屏乙"));
        var before = (await FirstAsync()).GetProperty("claimed").GetInt64();
        var (rose, secret) = await an.Give();
        Assert.Equal(HttpStatusCode.OK, (await bo.Claim(rose, secret)).Status);
        await Eventually.HoldsAsync(async () => await FirstAsync() is var seen && seen.GetProperty("claimed").GetInt64() == before + 1
            && seen.GetProperty("days").EnumerateArray().Sum(day => day.GetProperty("count").GetInt64()) == before + 1, "the rose is on the screen, and in its day");
        var now = await FirstAsync();
        Assert.Equal(7, now.GetProperty("districts").GetArrayLength());
        Assert.Equal(14, now.GetProperty("days").GetArrayLength());
        Assert.StartsWith("<svg class=\"rose\"", now.GetProperty("rose").GetString(), StringComparison.Ordinal);
        var newest = now.GetProperty("newest")[0];
        Assert.Equal(2, newest.GetProperty("hands").GetInt32());
        Assert.NotEqual("", newest.GetProperty("reason").GetString());
        var page = WebUtility.HtmlDecode(await site.Http.GetStringAsync("/wall"));
        foreach (var text in new[] { page, now.GetRawText() })
        {
            Assert.DoesNotContain(an.Id, text, StringComparison.Ordinal);
            Assert.DoesNotContain("大屏甲", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Page_IsAnybodys_AndCarriesItsFirstNumbers()
    {
        using var answer = await site.Http.GetAsync("/wall");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
        Assert.DoesNotContain("unsafe", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        Assert.Contains("data-moments=\"1000000,2000000,3000000\"", page, StringComparison.Ordinal);
        Assert.Contains("\"claimed\":", page, StringComparison.Ordinal);
        Assert.DoesNotContain("style=", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Listeners_HaveAnEnd_EachAddressToo_AndAPlaceComesBackOnce()
    {
        var door = new Listeners(Microsoft.Extensions.Options.Options.Create(new RateLimits { Listeners = 3, ListenersPerAddress = 2 }));
        var (first, second) = (door.Enter("a"), door.Enter("a"));
        Assert.NotNull(second);
        Assert.Null(door.Enter("a"));
        var other = door.Enter("b");
        Assert.NotNull(other);
        Assert.Null(door.Enter("c"));
        first!.Dispose();
        first.Dispose();
        Assert.NotNull(door.Enter("c"));
        Assert.Null(door.Enter("c"));
    }

    [Fact]
    public async Task Live_MoreThanMayListen_IsTurnedAwayWithAWord()
    {
        var door = site.Services.GetRequiredService<Listeners>();
        var limit = new RateLimits().ListenersPerAddress;
        var places = Enumerable.Range(0, limit).Select(_ => door.Enter("127.0.0.1")).OfType<IDisposable>().ToArray();
        using (var refused = await site.Http.GetAsync("/live", HttpCompletionOption.ResponseHeadersRead))
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
            Assert.NotNull(refused.Headers.RetryAfter);
        }

        Array.ForEach(places, place => place.Dispose());
        await FirstAsync();
    }

    private async Task<JsonElement> FirstAsync()
    {
        using var reader = new StreamReader(await site.Http.GetStreamAsync("/live?of=wall"));
        string? line;
        do
        {
            line = await reader.ReadLineAsync();
        }
        while (line is not null && !line.StartsWith("data: ", StringComparison.Ordinal));
        using var document = JsonDocument.Parse(line!["data: ".Length..]);
        return document.RootElement.Clone();
    }
}
