using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Engagement.Contracts;
using Engagement.Grains;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Notices;
using Engagement.Grains.Publications;
using Engagement.Grains.Storage;
using Engagement.Tests.Site;
using Engagement.Tests.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Engagement.Tests.Publications;

/// <summary>A week on the real site: it ends, stands still, is objected to, published by two operators, checked by anyone, corrected (LB-09).</summary>
public sealed class PublicationSiteTests : IAsyncLifetime
{
    private readonly SiteUnderTest _site = new();

    private CellGrains Grains => _site.Services.GetRequiredService<CellGrains>();

    private PublicationReader Reader => _site.Services.GetRequiredService<PublicationReader>();

    public Task InitializeAsync() => _site.InitializeAsync();

    public Task DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task Week_FromItsEndToAnErratum_IsSignedAndNeverChangedQuietly()
    {
        var (an, bo) = (await _site.PersonAsync("安"), await _site.PersonAsync("波"));
        var (first, second) = (await _site.PersonAsync(Engagement.Local.City.Operator), await Operator("乙"));
        await Done(an.Post("/me/affiliations", new { commandId = SiteUnderTest.Command(), code = Organisation.JoinCode }));
        var rose = await an.Give();
        await Done(bo.Claim(rose.Rose, rose.Secret));
        var period = PublicationPeriod.WeekOf(ShanghaiDay.Of(_site.Clock.UtcNow));
        var way = "/console/boards/" + period;

        // The week ends: its boards stand still, the next week has begun.
        _site.Clock.Advance(period.Until(new()) - _site.Clock.UtcNow + TimeSpan.FromMinutes(3));
        await Frozen(period);
        Assert.Equal(PublicationStage.Running, (await Reader.Read(period.Next))!.Stage);
        var page = await Text("/boards/published/" + period);
        Assert.Contains(Organisation.Name, page);
        Assert.Equal(HttpStatusCode.NotFound, (await _site.Http.GetAsync($"/boards/published/{period}/0.sig")).StatusCode);

        // Somebody of the unit objects, nobody else can; nothing is published before there is an answer.
        Assert.Equal(Outcome.Forbidden, (await Grains.Publication(period).Object(Command(), Id(bo), new("organisation", ObjectionGround.Missing, null))).Outcome);
        Assert.Equal(Outcome.Done, (await Grains.Publication(period).Object(Command(), Id(an), new("organisation", ObjectionGround.Missing, "少了一枝"))).Outcome);
        Assert.Contains("少了一枝", await Console(first, way));
        Assert.Equal(Outcome.Forbidden, await Post(an, way + "/propose"));
        _site.Clock.Advance(TimeSpan.FromHours(25));
        Assert.Equal(Outcome.Frozen, await Post(first, way + "/propose"));
        Assert.Equal(Outcome.Done, await Post(first, way + "/objections", ("number", "1"), ("verdict", "dismiss"), ("reason", "核对过，没有少")));
        Assert.Contains((await _site.Services.GetRequiredService<NoticeReader>().Read(Id(an)))!.Notices, notice => notice.Kind == NoticeKind.ObjectionDismissed);

        // One operator lays it down, another one publishes exactly that.
        Assert.Equal(Outcome.Done, await Post(first, way + "/propose"));
        var hash = (await Reader.Read(period))!.Proposed!.Hash;
        Assert.Equal(Outcome.Forbidden, await Post(first, way + "/confirm", ("hash", hash)));
        Assert.Equal(Outcome.Done, await Post(second, way + "/confirm", ("hash", hash)));
        await Verify(period, 1, hash);

        // A rose is voided: the live board moves, the published one does not, until an erratum says so.
        await Done(first.Post($"/operator/roses/{rose.Rose}/void", new { commandId = SiteUnderTest.Command(), reason = "test" }));
        await _site.Swept();
        Assert.Equal(hash, SnapshotFormat.Hash(await _site.Http.GetByteArrayAsync($"/boards/published/{period}/1.json")));
        Assert.Equal(Outcome.Invalid, await Post(first, way + "/propose"));
        Assert.Equal(Outcome.Done, await Post(first, way + "/propose", ("reason", "一枝玫瑰作废")));
        Assert.Equal(Outcome.Done, await Post(second, way + "/confirm", ("hash", (await Reader.Read(period))!.Proposed!.Hash)));
        var state = (await Reader.Read(period))!;
        await Verify(period, 2, state.Latest!.Hash);
        Assert.Equal(hash, SnapshotFormat.Read(await Reader.Body(state.Period, state.Latest)).Replaces);
        Assert.Contains("一枝玫瑰作废", await Text("/boards/published/" + period));
        Assert.Equal(hash, SnapshotFormat.Hash(await _site.Http.GetByteArrayAsync($"/boards/published/{period}/1.json")));
        await _site.IsWhole();

        // The compare command sees nothing to correct; after a falsified count it gives no verdict.
        Assert.Equal(0, await BoardsCommand.CompareAsync(_site.Services, TextWriter.Null, ["boards", "compare", period.ToString()]));
        await _site.Database.SortedSetAddAsync(_site.Cell.Key("publications"), "w20200106", 1);
        Assert.Equal(2, await BoardsCommand.CompareAsync(_site.Services, TextWriter.Null, ["boards", "compare", period.ToString()]));
    }

    [Fact]
    public async Task Due_ManySweepsAtOnce_FreezesOnce()
    {
        var period = PublicationPeriod.WeekOf(ShanghaiDay.Of(_site.Clock.UtcNow));
        await Grains.Publication(period).Begin();
        _site.Clock.Advance(TimeSpan.FromDays(8));
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Grains.Publication(period).Due(PublicationState.Entry(period.ToString()))));
        await Frozen(period);
        Assert.Single((await Reader.Read(period))!.Editions);
        await _site.IsWhole();
    }

    // What docs/boards.md tells anyone to do, with the real openssl.
    private async Task Verify(PublicationPeriod period, int edition, string hash)
    {
        var folder = Directory.CreateTempSubdirectory("published-").FullName;
        foreach (var kind in new[] { "json", "sig", "pem" })
        {
            await File.WriteAllBytesAsync(Path.Combine(folder, "1." + kind), await _site.Http.GetByteArrayAsync($"/boards/published/{period}/{edition}.{kind}"));
        }

        Assert.Equal(hash, SnapshotFormat.Hash(await File.ReadAllBytesAsync(Path.Combine(folder, "1.json"))));
        string[] files = [Path.Combine(folder, "1.json"), Path.Combine(folder, "1.sig"), Path.Combine(folder, "1.pem")];
        Assert.Equal(0, await BoardsCommand.CheckAsync(["boards", "check", .. files], TextWriter.Null));
        Assert.Equal(0, await OpenSsl(files));
        await File.AppendAllTextAsync(files[0], " ");
        Assert.Equal(1, await BoardsCommand.CheckAsync(["boards", "check", .. files], TextWriter.Null));
        Assert.Equal(1, await OpenSsl(files));
    }

    private static async Task<int> OpenSsl(string[] files)
    {
        using var run = Process.Start(new ProcessStartInfo("openssl", ["dgst", "-sha256", "-verify", files[2], "-signature", files[1], files[0]]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        await run.WaitForExitAsync();
        return run.ExitCode;
    }

    private Organisation Organisation => _site.Services.GetRequiredService<SeededCatalogue>().Reference.Organisations[0];

    private Task Frozen(PublicationPeriod period) =>
        Eventually.HoldsAsync(async () => (await Reader.Read(period))?.Stage == PublicationStage.Closed, "the week is frozen");

    private async Task<ApiPerson> Operator(string persona)
    {
        var person = await _site.PersonAsync(persona);
        var first = Id(await _site.PersonAsync(Engagement.Local.City.Operator));
        Assert.Equal(Receipt.Done, await Grains.Participant(Id(person)).Appoint(Command(), first, new(Role.Operator), true, "test"));
        return person;
    }

    private async Task<string> Text(string path) => WebUtility.HtmlDecode(await _site.Http.GetStringAsync(path));

    private async Task<string> Console(ApiPerson person, string path)
    {
        using var browser = _site.Browser(person.Id);
        return WebUtility.HtmlDecode(await browser.GetStringAsync(path));
    }

    private async Task<Outcome> Post(ApiPerson person, string path, params (string Name, string Value)[] fields)
    {
        using var browser = _site.Browser(person.Id);
        var token = Regex.Match(await browser.GetStringAsync("/rules"), "name=\"__token\"[^>]*value=\"([^\"]+)\"").Groups[1].Value;
        var form = new FormUrlEncodedContent([new("__token", token), new("command", SiteUnderTest.Command()), .. fields.Select(field => KeyValuePair.Create(field.Name, field.Value))]);
        using var answer = await browser.PostAsync(path, form);
        return answer.StatusCode switch
        {
            HttpStatusCode.SeeOther => Outcome.Done,
            HttpStatusCode.Forbidden => Outcome.Forbidden,
            HttpStatusCode.BadRequest => Outcome.Invalid,
            HttpStatusCode.Conflict => Outcome.Frozen,
            var other => throw new InvalidOperationException($"{path} answered {other}."),
        };
    }

    private static async Task Done(Task<(HttpStatusCode Status, System.Text.Json.JsonElement Body)> call) => Assert.True((int)(await call).Status < 300);

    private static ParticipantId Id(ApiPerson person) => ParticipantId.TryParse(person.Id, out var id) ? id : default;

    private static CommandId Command() => CommandId.New(DateTimeOffset.UtcNow);
}
