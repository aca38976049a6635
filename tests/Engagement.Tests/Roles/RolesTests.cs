using System.Net;
using System.Text.RegularExpressions;
using Engagement.Contracts;
using Engagement.Grains;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Participants;
using Engagement.Grains.Recounting;
using Engagement.Grains.Storage;
using Engagement.Grains.Teams;
using Engagement.Local;
using Engagement.Tests.Site;
using Engagement.Web.Needs;
using Engagement.Web.Problems;
using Microsoft.Extensions.DependencyInjection;

namespace Engagement.Tests.Roles;

/// <summary>The console's page of roles: given, agreed to by a second operator, taken back, all of it on the record.</summary>
public sealed class RolesTests(SiteUnderTest site) : IClassFixture<SiteUnderTest>
{
    private StaffReader Staff => site.Services.GetRequiredService<StaffReader>();

    [Fact]
    public async Task Roles_FromTheFirstOperatorToTwo_AreGivenByTheRules()
    {
        var boss = await site.PersonAsync(City.Operator);
        var (second, third, steward) = (await site.PersonAsync("角色二"), await site.PersonAsync("角色三"), await site.PersonAsync("角色管家"));
        using var desk = site.Browser(boss.Id);
        using var other = site.Browser(second.Id);
        using var next = site.Browser(third.Id);

        Assert.Contains("没有这个编号的人", (await Give(desk, "nobody", "Operator", "")).Html, StringComparison.Ordinal);
        Assert.Contains("这个角色的范围不对", (await Give(desk, steward.Id, "CompanySteward", "no-such-company")).Html, StringComparison.Ordinal);
        Assert.Contains("这个角色的范围不对", (await Give(desk, steward.Id, "CompanySteward", "")).Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, await Status(other, "/console/roles"));

        Assert.Equal("/console/roles", (await Give(desk, second.Id, "Operator", "")).Location); // the only one decides alone
        Assert.Equal(HttpStatusCode.OK, await Status(other, "/console/roles"));

        Assert.Equal("/console/roles?waits=1", (await Give(desk, third.Id, "Operator", "")).Location);
        Assert.Equal(HttpStatusCode.Forbidden, await Status(next, "/console/roles"));
        Assert.DoesNotContain(">同意<", await desk.GetStringAsync("/console/roles"), StringComparison.Ordinal);
        Assert.Contains(">同意<", await other.GetStringAsync("/console/roles"), StringComparison.Ordinal);
        Assert.Equal("/console/roles", (await Give(other, third.Id, "Operator", "")).Location);
        Assert.Equal(HttpStatusCode.OK, await Status(next, "/console/roles"));

        var log = WebUtility.HtmlDecode(await desk.GetStringAsync("/console/audit"));
        Assert.Contains("role.propose", log, StringComparison.Ordinal);
        Assert.Contains($"{third.Id}:Operator:", log, StringComparison.Ordinal);
        Assert.Superset(new[] { boss.Id, second.Id, third.Id }.ToHashSet(), (await Staff.Operators()).Select(one => one.ToString()).ToHashSet());
        await site.IsWhole();

        // An entry that no record stands for is found.
        var nobody = OpaqueId.Bytes(OpaqueId.Random());
        await site.Database.SortedSetAddAsync(site.Cell.Key("operators"), nobody, 0);
        Assert.NotEmpty((await Recount.RunAsync(site.Services)).Differences);
        await site.Database.SortedSetRemoveAsync(site.Cell.Key("operators"), nobody);
        await site.IsWhole();
    }

    [Fact]
    public async Task Organiser_OfATeam_IsAppointedByItsName_AndAskedForANeed()
    {
        var (boss, organiser) = (await site.PersonAsync(City.Operator), await site.PersonAsync("队长甲"));
        using var desk = site.Browser(boss.Id);
        using var phone = site.Browser(organiser.Id);
        var team = OpaqueId.Format(Guid.NewGuid());
        var organisation = site.Services.GetRequiredService<SeededCatalogue>().Reference.Organisations[0].Id;
        Assert.Equal(Receipt.Done, await site.Services.GetRequiredService<CellGrains>().Team(team).Found(
            CommandId.New(DateTimeOffset.UtcNow), default, new("护河一队", null, TeamLevel.Street, organisation)));
        await site.Services.GetRequiredService<TeamDirectory>().Refresh();
        Assert.Contains($"value=\"{team}\"", await desk.GetStringAsync("/console/roles"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, await Status(phone, "/console/activities"));
        Assert.Equal("/console/roles", (await Give(desk, organiser.Id, "Organiser", team)).Location);
        Assert.Equal(HttpStatusCode.OK, await Status(phone, "/console/activities"));
        var page = WebUtility.HtmlDecode(await desk.GetStringAsync("/console/roles"));
        Assert.Contains("护河一队", page, StringComparison.Ordinal);
        Assert.Contains(site.Services.GetRequiredService<NeedBook>().Units(), unit => unit.Value == team && unit.Text == "护河一队");
    }

    [Fact]
    public async Task Role_TakenBack_IsGoneWithTheNextRequest()
    {
        var boss = await site.PersonAsync(City.Operator);
        var reviewer = await site.PersonAsync("撤角色");
        using var desk = site.Browser(boss.Id);
        using var phone = site.Browser(reviewer.Id);
        await Give(desk, reviewer.Id, "Reviewer", "");
        Assert.NotEqual(HttpStatusCode.Forbidden, await Status(phone, "/console"));
        var taken = await Post(desk, "/console/roles", ("command", SiteUnderTest.Command()), ("person", reviewer.Id), ("role", "Reviewer"), ("holds", "false"), ("reason", "调岗"));
        Assert.Equal("/console/roles", taken.Location);
        Assert.Equal(HttpStatusCode.Forbidden, await Status(phone, "/console"));
    }

    [Fact]
    public async Task Account_ClosedWithRoles_LeavesNothingOfThem()
    {
        var boss = await site.PersonAsync(City.Operator);
        var keeper = await site.PersonAsync("注销站长");
        using var desk = site.Browser(boss.Id);
        Assert.Equal("/console/roles", (await Give(desk, keeper.Id, "StationKeeper", "st-1")).Location);
        Assert.True(ParticipantId.TryParse(keeper.Id, out var id));
        Assert.Contains(await Staff.All(), one => one.Id == id);
        await site.Services.GetRequiredService<Calls>().Participant(id, me => me.Close(CommandId.New(DateTimeOffset.UtcNow)));
        Assert.DoesNotContain(await Staff.All(), one => one.Id == id);
        await site.IsWhole();
    }

    private static Task<(HttpStatusCode Status, string? Location, string Html)> Give(HttpClient desk, string person, string role, string scope) =>
        Post(desk, "/console/roles", ("command", SiteUnderTest.Command()), ("person", person), ("role", role), ("scope", scope), ("holds", "true"), ("reason", "值班"));

    private static async Task<(HttpStatusCode Status, string? Location, string Html)> Post(HttpClient desk, string path, params (string Name, string Value)[] fields)
    {
        var token = WebUtility.HtmlDecode(Regex.Match(await desk.GetStringAsync("/rules"), "name=\"__token\"[^>]*value=\"([^\"]+)\"").Groups[1].Value);
        using var form = new FormUrlEncodedContent(fields.Append(("__token", token)).Select(field => KeyValuePair.Create(field.Item1, field.Item2)));
        using var answer = await desk.PostAsync(path, form);
        return (answer.StatusCode, answer.Headers.Location?.OriginalString, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
    }

    private static async Task<HttpStatusCode> Status(HttpClient http, string path)
    {
        using var answer = await http.GetAsync(path);
        return answer.StatusCode;
    }
}
