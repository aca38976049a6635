using System.Net;
using Engagement.Contracts;
using Engagement.Grains;
using Engagement.Grains.Records;
using Engagement.Grains.Storage;
using Engagement.Tests.Site;
using Engagement.Tests.Storage;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Engagement.Tests.Records;

/// <summary>A courier's civic record on the real site: consent, hiding, showing it for a while, correction, forgetting.</summary>
[Collection(SiteTests.Name)]
public sealed class RecordSiteTests(SiteUnderTest site)
{
    private CellGrains Grains => site.Services.GetRequiredService<CellGrains>();

    [Fact]
    public async Task Record_ShowsConfirmedActs_OnlyWithConsent_AndOnlyWhatIsNotHidden()
    {
        var an = await site.PersonAsync("记录一");
        var (rescue, helmet, own) = (await Act(an, "rescue", EvidenceLevel.E2), await Act(an, "helmet", EvidenceLevel.E2), await Act(an, "charity", EvidenceLevel.E0));
        Assert.Equal(Outcome.Forbidden.ToString(), ApiPerson.Outcome(await an.Post("/me/record/shares", new { commandId = SiteUnderTest.Command(), hours = 1 })));
        await Done(an.Post("/me/record/consent", new { commandId = SiteUnderTest.Command(), agree = true }));
        Assert.Equal([rescue], await Entries(an)); // neither the helmet (no lawful kind) nor the courier's own word
        var link = await Share(an, 1);
        Assert.Contains("见义勇为", await Shown(link));

        await Done(an.Post($"/me/record/entries/{rescue}/hidden", new { commandId = SiteUnderTest.Command(), hidden = true }));
        Assert.DoesNotContain("见义勇为、救助", await Shown(link));
        await Done(an.Post($"/me/record/entries/{rescue}/hidden", new { commandId = SiteUnderTest.Command(), hidden = false }));
        Assert.Contains("见义勇为、救助", await Shown(link));

        var bo = await site.PersonAsync("记录二");
        Assert.Equal("NotFound", ApiPerson.Outcome(await bo.Post($"/me/record/entries/{rescue}/hidden", new { commandId = SiteUnderTest.Command(), hidden = true })));
        Assert.Equal("NotFound", ApiPerson.Outcome(await bo.Send(HttpMethod.Delete, $"/me/record/entries/{rescue}?commandId={SiteUnderTest.Command()}", null)));

        await Done(an.Send(HttpMethod.Delete, $"/me/record/entries/{rescue}?commandId={SiteUnderTest.Command()}", null));
        Assert.Empty(await Entries(an));
        Assert.DoesNotContain("见义勇为、救助", await Shown(link));
        Assert.False(own.IsNone || helmet.IsNone);
        await site.IsWhole();
    }

    [Fact]
    public async Task Link_WrongEndedOrOver_LooksLikeNoneAtAll()
    {
        var an = await site.PersonAsync("记录三");
        await Act(an, "volunteer", EvidenceLevel.E2);
        await Done(an.Post("/me/record/consent", new { commandId = SiteUnderTest.Command(), agree = true }));
        var command = SiteUnderTest.Command();
        var (first, again) = (await Share(an, 1, command), await Share(an, 1, command));
        Assert.Equal(first, again); // a retry shows the same code
        Assert.Contains("志愿服务", await Shown(first));
        Assert.Null(await Shown(first[..^1] + (first[^1] == 'A' ? 'Q' : 'A')));
        Assert.Null(await Shown(first.Split('?')[0]));
        site.Clock.Advance(TimeSpan.FromMinutes(61));
        Assert.Null(await Shown(first));

        var second = await Share(an, 24);
        Assert.NotNull(await Shown(second));
        await Done(an.Send(HttpMethod.Delete, $"/me/record/shares/2?commandId={SiteUnderTest.Command()}", null));
        Assert.Null(await Shown(second));

        var third = await Share(an, 24);
        await Done(an.Post("/me/record/consent", new { commandId = SiteUnderTest.Command(), agree = false }));
        Assert.Null(await Shown(third));
        await site.IsWhole();
    }

    [Fact]
    public async Task Correction_IsAnsweredByAnOperator_AndAClosedAccountIsForgotten()
    {
        var an = await site.PersonAsync("记录四");
        var act = await Act(an, "charity", EvidenceLevel.E2);
        await Done(an.Post("/me/record/consent", new { commandId = SiteUnderTest.Command(), agree = true }));
        Assert.Equal("Invalid", ApiPerson.Outcome(await an.Post($"/me/record/entries/{act}/corrections", new { commandId = SiteUnderTest.Command(), fault = "Shame" })));
        await Done(an.Post($"/me/record/entries/{act}/corrections", new { commandId = SiteUnderTest.Command(), fault = "Day", note = "是前一天" }));
        var reader = site.Services.GetRequiredService<RecordReader>();
        var waiting = Assert.Single(await reader.Waiting(50), item => item.Person == Id(an));
        Assert.Equal(("是前一天", act), (waiting.Note, waiting.Request.Act));
        Assert.Equal(Outcome.Done, (await Grains.Record(Id(an)).Answer(Command(), Id(an), 1, true, "改好了")).Outcome);
        Assert.DoesNotContain(await reader.Waiting(50), item => item.Person == Id(an));

        var link = await Share(an, 24);
        Assert.Equal(Outcome.Done, (await Grains.Participant(Id(an)).Close(Command())).Outcome);
        Assert.Null(await Shown(link)); // at once, before the agenda has forgotten the rest
        await Eventually.HoldsAsync(async () => (await reader.Read(Id(an))).Erased, "the record is forgotten");
        await site.IsWhole();
    }

    [Fact]
    public void Routes_ThatWriteRecords_CanOnlyTakeAwayOrShow()
    {
        var writing = site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<ControllerActionDescriptor>() is not null && endpoint.RoutePattern.RawText!.Contains("record", StringComparison.OrdinalIgnoreCase))
            .SelectMany(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Except(["GET", "HEAD"]).Select(method => method + " " + endpoint.RoutePattern.RawText!.TrimStart('/')));
        Assert.Equal([
            "DELETE api/v1/me/record/entries/{act}", "DELETE api/v1/me/record/shares/{number:int}",
            "POST api/v1/me/record/consent", "POST api/v1/me/record/entries/{act}/corrections", "POST api/v1/me/record/entries/{act}/hidden", "POST api/v1/me/record/shares",
            "POST console/records/{person}/{number:int}",
            "POST courier/record/consent", "POST courier/record/shares", "POST courier/record/shares/{number:int}/end",
            "POST courier/record/{act}/corrections", "POST courier/record/{act}/hide", "POST courier/record/{act}/remove",
        ], writing.Order(StringComparer.Ordinal));
    }

    private async Task<CivicActId> Act(ApiPerson courier, string kind, EvidenceLevel level)
    {
        var me = Id(courier);
        await Grains.Courier(me).EnterPool(Command());
        var receipt = await Grains.Courier(me).Log(Command(), new(kind, new()));
        Assert.Equal(Outcome.Done, receipt.Outcome);
        if (level >= EvidenceLevel.E2)
        {
            var reviewer = Id(await site.PersonAsync(Engagement.Local.City.Reviewer));
            Assert.Equal(Outcome.Done, (await Grains.Act(receipt.Act).Claim(reviewer)).Outcome);
            Assert.Equal(Outcome.Done, (await Grains.Act(receipt.Act).Decide(Command(), reviewer, new(ActVerdict.Accept))).Outcome);
        }

        return receipt.Act;
    }

    private static async Task<CivicActId[]> Entries(ApiPerson person) => [.. (await person.Get("/me/record")).Body.GetProperty("entries").EnumerateArray()
        .Select(entry => CivicActId.TryParse(entry.GetProperty("act").GetString(), out var id) ? id : default)];

    private static async Task<string> Share(ApiPerson person, int hours, string? command = null) =>
        new Uri((await person.Post("/me/record/shares", new { commandId = command ?? SiteUnderTest.Command(), hours })).Body.GetProperty("link").GetString()!).PathAndQuery;

    private async Task<string?> Shown(string link)
    {
        using var answer = await site.Http.GetAsync(link);
        if (answer.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }

        Assert.Equal((HttpStatusCode.OK, "noindex", true), (answer.StatusCode, answer.Headers.GetValues("X-Robots-Tag").Single(), answer.Headers.CacheControl!.NoStore));
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }

    private static async Task Done(Task<(HttpStatusCode Status, System.Text.Json.JsonElement Body)> call)
    {
        var (status, body) = await call;
        Assert.True((int)status < 300, $"{status} {body}");
    }

    private static ParticipantId Id(ApiPerson person) => ParticipantId.TryParse(person.Id, out var id) ? id : default;

    private static CommandId Command() => CommandId.New(DateTimeOffset.UtcNow);
}
