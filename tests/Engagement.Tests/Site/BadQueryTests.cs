using System.Net;

namespace Engagement.Tests.Site;

/// <summary>Reads with ids, places and numbers that can't be: a clear answer, never a fault.</summary>
[Collection(SiteTests.Name)]
public sealed class BadQueryTests(SiteUnderTest site)
{
    private const string Nobody = "BAAAAAAAAAAAAAAAAAAAAA";

    [Theory]
    [InlineData("/me/roses?box=nope", "box"), InlineData("/me/roses?box=1", "box"), InlineData("/me/roses?box=%2B1", "box")]
    [InlineData("/me/roses?box=held,sent", "box"), InlineData("/me/roses?box=%20held", "box"), InlineData("/me/roses?box=%00", "box")]
    [InlineData("/me/roses?cursor=nonsense", "cursor"), InlineData("/me/roses?cursor=-5_" + Nobody, "cursor"), InlineData("/me/roses?cursor=5_xyz", "cursor")]
    [InlineData("/me/roses?cursor=99999999999999999999_" + Nobody, "cursor")]
    [InlineData("/boards/district?take=0", "take"), InlineData("/boards/district?take=-1", "take"), InlineData("/boards/district?take=101", "take")]
    [InlineData("/boards/district?take=99999999999", "take"), InlineData("/boards/district?take=many", "take")]
    [InlineData("/boards/district?period=year", "period"), InlineData("/boards/district?period=0", "period"), InlineData("/boards/district?period=-1", "period")]
    [InlineData("/boards/district?period=%2B7", "period"), InlineData("/boards/district?period=day,week", "period"), InlineData("/boards/district?around=you", "around")]
    public async Task Get_BadQuery_NamesTheField(string path, string field)
    {
        var answer = await (await site.PersonAsync("问错")).Get(path);
        Assert.Equal((HttpStatusCode.BadRequest, "Invalid"), (answer.Status, ApiPerson.Outcome(answer)));
        Assert.Equal(field, answer.Body.GetProperty("field").GetString());
        Assert.NotEmpty(answer.Body.GetProperty("reason").GetString()!);
    }

    [Theory]
    [InlineData("-1"), InlineData("-2147483648"), InlineData("99999999999"), InlineData("first")]
    public async Task Hops_BadPlace_NamesTheField(string after)
    {
        var an = await site.PersonAsync("问路");
        var (rose, _) = await an.Give();
        var answer = await an.Get($"/roses/{rose}/hops?after={after}");
        Assert.Equal((HttpStatusCode.BadRequest, "Invalid"), (answer.Status, ApiPerson.Outcome(answer)));
        Assert.Equal("after", answer.Body.GetProperty("field").GetString());
    }

    [Fact]
    public async Task Hops_BeyondTheEnd_AreNone()
    {
        var (giver, taker) = (await site.PersonAsync("尽头赠"), await site.PersonAsync("尽头收"));
        var (rose, secret) = await giver.Give();
        await taker.Claim(rose, secret);
        var (status, body) = await giver.Get($"/roses/{rose}/hops?after={int.MaxValue}");
        Assert.Equal((HttpStatusCode.OK, 0), (status, body.GetProperty("hops").GetArrayLength()));
        Assert.Equal(1, (await giver.Get($"/roses/{rose}/hops?after=0")).Body.GetProperty("hops").GetArrayLength());
    }

    [Theory]
    [InlineData("/roses/xyz"), InlineData("/roses/" + Nobody), InlineData("/roses/" + Nobody + "/hops")]
    [InlineData("/bouquets/xyz"), InlineData("/bouquets/" + Nobody), InlineData("/boards/nope"), InlineData("/boards/DISTRICT"), InlineData("/boards/district%3Aall")]
    public async Task Get_NothingThere_NotFound(string path)
    {
        var answer = await (await site.PersonAsync("问无")).Get(path);
        Assert.Equal((HttpStatusCode.NotFound, "NotFound"), (answer.Status, ApiPerson.Outcome(answer)));
    }

    [Theory]
    [InlineData("/r/xyz"), InlineData("/r/" + Nobody), InlineData("/r/" + Nobody + "/chain"), InlineData("/r/" + Nobody + "/poster.jpg?k=" + Nobody)]
    [InlineData("/b/xyz"), InlineData("/b/" + Nobody + "?k=" + Nobody), InlineData("/r/%FF%FE"), InlineData("/nothing")]
    public async Task Page_NothingThere_IsTheKindPanel(string path)
    {
        using var page = await site.Http.GetAsync(path);
        Assert.Equal(HttpStatusCode.NotFound, page.StatusCode);
        Assert.Contains("<main", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
