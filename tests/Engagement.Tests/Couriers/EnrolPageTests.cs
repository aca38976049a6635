using System.Net;
using Engagement.Contracts;
using Engagement.Grains.Storage;
using Engagement.Tests.Pages;
using Engagement.Tests.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Engagement.Tests.Couriers;

/// <summary>A courier with a phone: enrol, see it, change the consent, leave.</summary>
[Collection(PageTestCollection.Name)]
public sealed class EnrolPageTests(PagesHost host)
{
    private const string Way = "/courier/enrol";

    [RedisFact]
    public async Task Enrol_FromTheLinkOfACode_ThroughLeaving()
    {
        using var me = await host.Person();
        var company = host.Reference.Companies[3];
        await List(company.Id, "13988880001");
        Assert.Contains($"value=\"{company.JoinCode}\"", (await me.Get($"{Way}?code={company.JoinCode}")).Html, StringComparison.Ordinal);
        var unknown = await me.Send(Way, Way, [("phone", "13988889999"), ("code", company.JoinCode)]);
        Assert.Equal(HttpStatusCode.NotFound, unknown.Status);
        Assert.Contains("名单上没有这个号码", unknown.Text, StringComparison.Ordinal);
        var typo = await me.Send(Way, Way, [("phone", "1398888"), ("code", company.JoinCode)]);
        Assert.Equal(HttpStatusCode.BadRequest, typo.Status);
        Assert.Contains("不像手机号", typo.Text, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.SeeOther, (await me.Send(Way, Way, [("phone", "139 8888 0001"), ("code", company.JoinCode)])).Status);
        var enrolled = await me.Get(Way);
        Assert.Contains($"你登记在 <b>{company.ShortName}</b>", WebUtility.HtmlDecode(enrolled.Html), StringComparison.Ordinal);
        Assert.Contains("别人看不到", enrolled.Text, StringComparison.Ordinal);
        await me.Send(Way, "/courier/company-shown", []);
        Assert.Contains("别人能看到", (await me.Get(Way)).Text, StringComparison.Ordinal);

        using var other = await host.Person();
        var taken = await other.Send(Way, Way, [("phone", "13988880001"), ("code", company.JoinCode)]);
        Assert.Equal(HttpStatusCode.Conflict, taken.Status);
        Assert.Contains("已经有人确认过", taken.Text, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.SeeOther, (await me.Send(Way, "/courier/leave", [], "name=\"stay\" value=\"true\"")).Status);
        var left = (await me.Get(Way)).Text;
        Assert.Contains("你是城市骑手", left, StringComparison.Ordinal);
        Assert.Contains($"今天已退出 {company.ShortName}", left, StringComparison.Ordinal);
        Assert.Contains("以前的公司", left, StringComparison.Ordinal);
    }

    [RedisFact]
    public async Task Pool_WithoutACompany_AndOutAgain()
    {
        using var me = await host.Person();
        Assert.Equal(HttpStatusCode.SeeOther, (await me.Send(Way, "/courier/pool", [])).Status);
        Assert.Equal((true, null), ((await host.Calls.Courier(me.Id, courier => courier.Card())) is { } card) ? (card.Active, card.Company) : default);
        Assert.Equal(HttpStatusCode.SeeOther, (await me.Send(Way, "/courier/leave", [])).Status);
        Assert.False((await host.Calls.Courier(me.Id, courier => courier.Card())).Active);
    }

    [RedisFact]
    public async Task Export_OfACourier_HasCompanyAndRosterRow()
    {
        using var me = await host.Person();
        await List(host.Reference.Companies[4].Id, "13988880002");
        await me.Send(Way, Way, [("phone", "13988880002"), ("code", host.Reference.Companies[4].JoinCode), ("showCompany", "true")]);
        var export = System.Text.Json.JsonDocument.Parse(await me.Bytes("/settings/export")).RootElement.GetProperty("courier");
        Assert.Equal((true, host.Reference.Companies[4].Id, true, "骑手甲", "北街站"), (export.GetProperty("active").GetBoolean(), export.GetProperty("company").GetString(),
            export.GetProperty("companyShown").GetBoolean(), export.GetProperty("rosterName").GetString(), export.GetProperty("rosterStation").GetString()));
    }

    private async Task List(string company, string number)
    {
        var keys = host.Services.GetRequiredService<CellKeys>();
        var (phone, salt) = (keys.Phone(number), new byte[16]);
        await host.Calls.Roster(phone, roster => roster.List(new(company, phone, keys.Seal("骑手甲", salt), salt, "北街站", "A1", false, host.Command())));
    }
}
