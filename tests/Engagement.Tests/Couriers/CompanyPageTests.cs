using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;
using Engagement.Contracts;
using Engagement.Tests.Pages;
using Engagement.Tests.Storage;

namespace Engagement.Tests.Couriers;

/// <summary>A company's steward at a desk.</summary>
[Collection(PageTestCollection.Name)]
public sealed class CompanyPageTests(PagesHost host)
{
    [RedisFact]
    public async Task Upload_BySteward_ShowsProgressFaultsAndTheRoster()
    {
        var company = host.Reference.Companies[5];
        using var steward = await Steward(company.Id);
        var way = "/console/companies/" + company.Id;
        Assert.Equal(way, (await steward.Get("/console/companies")).Location); // the only one that is theirs
        var csv = "手机号,姓名,站点\r\n13966660001,=张三,北街站\r\n1396666,李四,北街站\r\n13966660001,王五,北街站\r\n";
        var sent = await Upload(steward, way, Encoding.UTF8.GetBytes(csv), "名单.csv");
        Assert.Equal(HttpStatusCode.SeeOther, sent.Status);
        Seen import = await steward.Get(sent.Location!);
        await Eventually.HoldsAsync(async () => (import = await steward.Get(sent.Location!)).Text.Contains("完成", StringComparison.Ordinal), "the upload is done");
        Assert.Contains("名单.csv", import.Text, StringComparison.Ordinal);
        Assert.Contains("不是手机号", import.Text, StringComparison.Ordinal);
        Assert.Contains("前面已经有同一个号码", import.Text, StringComparison.Ordinal);
        var faults = Encoding.UTF8.GetString(await steward.Bytes(sent.Location + "/faults.csv"));
        Assert.Equal("\uFEFF第几行,哪一列,哪里不对\r\n3,手机号,不是手机号\r\n4,手机号,前面已经有同一个号码\r\n", faults);
        var roster = await steward.Get(way);
        Assert.Contains("=张三", roster.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("13966660001", roster.Html, StringComparison.Ordinal);
        Assert.Contains("'=张三,北街站", Encoding.UTF8.GetString(await steward.Bytes(way + "/roster.csv")), StringComparison.Ordinal);

        var found = await steward.Send(way, way + "/find", [("phone", "139 6666 0001")]);
        Assert.Contains("等本人确认", found.Text, StringComparison.Ordinal);
        Assert.Contains("没有这个号码", (await steward.Send(way, way + "/find", [("phone", "13966669999")])).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await steward.Send(way, way + "/remove", [])).Status);
        Assert.Contains("名单还是空的", (await steward.Get(way)).Text, StringComparison.Ordinal);
    }

    [RedisFact]
    public async Task Upload_OfWhatIsNoRoster_SaysWhyAndWritesNothing()
    {
        var company = host.Reference.Companies[6];
        using var steward = await Steward(company.Id);
        var way = "/console/companies/" + company.Id;
        var old = await Upload(steward, way, [0xD0, 0xCF, 0x11, 0xE0], "old.xls");
        Assert.Equal(HttpStatusCode.BadRequest, old.Status);
        Assert.Contains("另存为 .xlsx", old.Text, StringComparison.Ordinal);
        Assert.Contains("文件太大", (await Upload(steward, way, new byte[2_000_001], "big.csv")).Text, StringComparison.Ordinal);
        Assert.Contains("没有找到“手机号”", (await Upload(steward, way, "a,b\r\n1,2\r\n"u8.ToArray(), "a.csv")).Text, StringComparison.Ordinal);
        Assert.Contains("还没有上传过", (await steward.Get(way)).Text, StringComparison.Ordinal);
    }

    [RedisFact]
    public async Task Company_OfAnother_IsNotForThisSteward()
    {
        using var steward = await Steward(host.Reference.Companies[7].Id);
        var foreign = "/console/companies/" + host.Reference.Companies[8].Id;
        Assert.Equal(HttpStatusCode.Forbidden, (await steward.Get(foreign)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await steward.Get(foreign + "/roster.csv")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await steward.Get(foreign + "/keys")).Status);
        using var boss = await host.Operator();
        Assert.Equal(HttpStatusCode.NotFound, (await boss.Get("/console/companies/nobody")).Status);
        Assert.Contains(host.Reference.Companies[8].ShortName, (await boss.Get("/console/companies")).Text, StringComparison.Ordinal);
    }

    [RedisFact]
    public async Task Keys_SecretIsShownOnce_AndAnEndedKeyStaysInTheList()
    {
        var company = host.Reference.Companies[9];
        using var steward = await Steward(company.Id);
        var way = $"/console/companies/{company.Id}/keys";
        var made = await steward.Send(way, way, [("note", "人事系统")]);
        var codes = Regex.Matches(made.Html, "<code>([^<]+)</code>").Select(code => code.Groups[1].Value).ToArray();
        Assert.StartsWith(company.Id + ".", codes[0], StringComparison.Ordinal);
        Assert.Equal(43, codes[1].Length);
        var again = await steward.Get(way);
        Assert.Contains(codes[0], again.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(codes[1], again.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await steward.Send(way, way, [("note", " ")])).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await steward.Send(way, way + "/end", [])).Status);
        Assert.Contains("停用", (await steward.Get(way)).Text, StringComparison.Ordinal);
        Assert.False(await host.Calls.Company(company.Id, grain => grain.Accepts(codes[0])));
    }

    private async Task<Visitor> Steward(string company)
    {
        var steward = await host.Person();
        Assert.Equal(Outcome.Done, (await host.Calls.Participant(steward.Id, me => me.Appoint(host.Command(), steward.Id, new(Role.CompanySteward, company), true, "test"))).Outcome);
        return steward;
    }

    private static async Task<Seen> Upload(Visitor steward, string way, byte[] bytes, string name)
    {
        var page = await steward.Get(way);
        string Hidden(string field) => Regex.Match(page.Html, $"name=\"{field}\"[^>]*value=\"([^\"]+)\"").Groups[1].Value;
        using var content = new MultipartFormDataContent { { new StringContent(Hidden("__token")), "__token" }, { new StringContent(Hidden("command")), "command" } };
        var file = new ByteArrayContent(bytes);
        file.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        content.Add(file, "file", name);
        return await steward.Post(way + "/roster", content);
    }
}
