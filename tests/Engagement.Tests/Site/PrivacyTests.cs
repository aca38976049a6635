using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Engagement.Contracts;
using Engagement.Web.Problems;
using Microsoft.Extensions.DependencyInjection;

namespace Engagement.Tests.Site;

/// <summary>Found by attack: each of these leaked, or answered 500, once.</summary>
[Collection(SiteTests.Name)]
public sealed class PrivacyTests(SiteUnderTest site)
{
    private Calls Calls => site.Services.GetRequiredService<Calls>();

    [Fact]
    public async Task Chain_AnonymousRoseWithdrawn_StillHidesItsGiver()
    {
        var giver = await Named("藏名者", "藏名花");
        var (_, sent) = await giver.Post("/roses", new
        {
            commandId = SiteUnderTest.Command(), reason = "give-way", preset = "give-way-waited", anonymous = true,
        });
        var rose = sent.GetProperty("roseId").GetString();
        await giver.Post($"/roses/{rose}/withdraw", new { commandId = SiteUnderTest.Command() });
        Assert.DoesNotContain("藏名花", await site.Http.GetStringAsync($"/r/{rose}/chain"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Chain_GiverShowsTheirName_IsNamed() // the control of the one above
    {
        var giver = await Named("露名者", "露名花");
        var (rose, _) = await giver.Give();
        Assert.Contains("露名花", await site.Http.GetStringAsync($"/r/{rose}/chain"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Envelope_OfferToSomebodyTheGiverBlocks_LooksTaken()
    {
        var (giver, taker) = (await site.PersonAsync("屏主"), await site.PersonAsync("被屏"));
        var (rose, secret) = await giver.Give();
        Assert.Contains("/claim", await Page(taker, $"/r/{rose}?k={secret}"), StringComparison.Ordinal);
        await Person(giver, person => person.Block(CommandId.New(DateTimeOffset.UtcNow), Id(taker), block: true));
        Assert.DoesNotContain("/claim", await Page(taker, $"/r/{rose}?k={secret}"), StringComparison.Ordinal);
        Assert.Equal("AlreadyClaimed", ApiPerson.Outcome(await taker.Claim(rose, secret)));
    }

    [Fact]
    public async Task Thanks_AfterTheRoseWentOn_StillReachTheFirstGiver()
    {
        var (a, b, c) = (await site.PersonAsync("谢甲"), await site.PersonAsync("谢乙"), await site.PersonAsync("谢丙"));
        var (rose, secret) = await a.Give();
        await b.Claim(rose, secret);
        var phrase = (await a.Get("/catalogue")).Body.GetProperty("thanks")[0];
        await b.Post($"/roses/{rose}/thanks", new { commandId = SiteUnderTest.Command(), phrase = phrase.GetProperty("id").GetString() });
        var (_, offer) = await b.Post($"/roses/{rose}/offer", ApiPerson.Rose());
        await c.Claim(rose, offer.GetProperty("secret").GetString());
        Assert.Contains(phrase.GetProperty("text").GetString()!, WebUtility.HtmlDecode(await Page(a, $"/r/{rose}")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ClosedAccount_OldTicket_IsWorthNothing()
    {
        var (giver, taker) = (await site.PersonAsync("将走赠"), await site.PersonAsync("将走"));
        var (rose, secret) = await giver.Give();
        var (waiting, waitingSecret) = await giver.Give();
        await taker.Claim(rose, secret);
        Assert.Contains($"/r/{rose}", await Page(taker, "/mine?box=received"), StringComparison.Ordinal);
        await Person(taker, person => person.Close(CommandId.New(DateTimeOffset.UtcNow)));
        Assert.Equal(HttpStatusCode.Unauthorized, (await taker.Get("/me/roses?box=received")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await taker.Post($"/roses/{rose}/thanks", new { commandId = SiteUnderTest.Command(), phrase = "x" })).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await taker.Post("/roses", ApiPerson.Rose())).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await taker.Claim(waiting, waitingSecret)).Status);
        Assert.DoesNotContain($"/r/{rose}", await Page(taker, "/mine?box=received"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ClosedAccount_SamePersonComesBack_IsSomebodyNew()
    {
        var before = await site.PersonAsync("回来者");
        await Person(before, person => person.Close(CommandId.New(DateTimeOffset.UtcNow)));
        var after = await site.PersonAsync("回来者");
        Assert.NotEqual(before.Id, after.Id);
        Assert.Equal(HttpStatusCode.OK, (await after.Get("/me")).Status);
    }

    [Fact]
    public async Task Form_ThatCannotBeRead_BadRequestWithHeaders()
    {
        using var body = new ByteArrayContent(Encoding.ASCII.GetBytes("no boundary"));
        body.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=x");
        using var answer = await site.Http.PostAsync("/settings/language", body);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("nosniff", answer.Headers.GetValues("X-Content-Type-Options"));
    }

    [Fact]
    public async Task Api_PrivateAnswer_IsNotStored()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/me");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", (await site.PersonAsync("不存")).Token);
        using var answer = await site.Http.SendAsync(request);
        Assert.True(answer.Headers.CacheControl?.NoStore);
    }

    private async Task<ApiPerson> Named(string persona, string name)
    {
        var person = await site.PersonAsync(persona);
        await Person(person, grain => grain.Choose(CommandId.New(DateTimeOffset.UtcNow), new(Name: name, ShowName: true)));
        return person;
    }

    private async Task Person(ApiPerson person, Func<IParticipantGrain, Task<Receipt>> act) =>
        Assert.Equal(Outcome.Done, (await Calls.Participant(Id(person), act)).Outcome);

    private static ParticipantId Id(ApiPerson person) => ParticipantId.TryParse(person.Id, out var id) ? id : default;

    private async Task<string> Page(ApiPerson person, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", person.Token);
        using var answer = await site.Http.SendAsync(request);
        return await answer.Content.ReadAsStringAsync();
    }
}
