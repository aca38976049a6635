using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;
using Engagement.Contracts;
using Engagement.Grains;
using Engagement.Tests.Site;
using Engagement.Tests.Storage;
using Microsoft.Extensions.DependencyInjection;
using City = Engagement.Local.City;

namespace Engagement.Tests.Imports;

/// <summary>Hours on the real site: from an organiser's file to a volunteer's ledger, and out again.</summary>
[Collection(SiteTests.Name)]
public sealed class HourImportSiteTests(SiteUnderTest site)
{
    private const string Team = "qilou-volunteers";

    private CellGrains Grains => site.Services.GetRequiredService<CellGrains>();

    [Fact]
    public async Task File_CheckedAskedApprovedAndConfirmed_CountsAsImported()
    {
        var (id, number) = await VolunteerAsync("导入志愿者一");
        using var organiser = site.Browser((await site.PersonAsync(City.Organiser)).Id);
        using var reviewer = site.Browser((await site.PersonAsync(City.Reviewer)).Id);
        using var volunteer = site.Browser(id.ToString());
        var file = $"志愿者编号,来源系统,来源编号,原单位,服务内容,服务类别,开始时间,时长\r\n{number},志愿汇,{number}-1,=北街,护河清洁,生态环保,2026-01-07 09:00,90\r\nX,志愿汇,{number}-2,北街,护河,生态环保,2026-01-08 09:00,90\r\n";
        var way = await UploadAsync(organiser, file);
        var page = await UntilAsync(organiser, way, "试算完成");
        Assert.Contains("志愿者编号", page, StringComparison.Ordinal);
        Assert.Contains("这里没有这个人", page, StringComparison.Ordinal);
        Assert.Contains("\r\n3,志愿者编号,这里没有这个人", await organiser.GetStringAsync(way + "/faults.csv"), StringComparison.Ordinal);
        Assert.Contains("没有等你确认的时长", await volunteer.GetStringAsync("/me/hours/imports"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await Post(organiser, way, way + "/ask")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await Post(organiser, way, way + "/decide", ("verdict", "approve"))).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await Post(reviewer, way, way + "/decide", ("verdict", "approve"))).StatusCode);
        await UntilAsync(organiser, way, "完成，等本人确认");

        var waiting = await volunteer.GetStringAsync("/me/hours/imports");
        Assert.Contains("护河清洁", waiting, StringComparison.Ordinal);
        var row = Regex.Match(waiting, "name=\"row\" value=\"([^\"]+)\"").Groups[1].Value;
        Assert.Equal(HttpStatusCode.NotFound, (await Post(reviewer, "/me/hours/imports", "/me/hours/imports", ("row", row), ("answer", "Confirm"))).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await Post(volunteer, "/me/hours/imports", "/me/hours/imports", ("answer", "Confirm"))).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await Post(volunteer, "/me/hours/imports", "/me/hours/imports", ("row", row), ("answer", "Confirm"))).StatusCode);
        await site.Swept();
        Assert.Equal(90, (await Grains.Volunteer(id).Hours()).Imported);
        Assert.Contains("志愿汇", await volunteer.GetStringAsync("/me/hours"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task File_ThatCanNotBeRead_SaysWhyAndKeepsTheForm()
    {
        using var organiser = site.Browser((await site.PersonAsync(City.Organiser)).Id);
        using var answer = await SendAsync(organiser, "甲,乙\r\n1,2\r\n");
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("第一行缺少必需的列", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_OfAForeignOrganisation_IsForbidden()
    {
        using var citizen = site.Browser((await site.PersonAsync("导入路人")).Id);
        Assert.Equal(HttpStatusCode.Forbidden, (await citizen.GetAsync("/console/imports")).StatusCode);
        using var organiser = site.Browser((await site.PersonAsync(City.Organiser)).Id);
        using var answer = await SendAsync(organiser, "x", organisation: "another");
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await organiser.GetAsync("/console/exports/another/hours.csv")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await organiser.GetAsync("/console/imports/BBBBBBBBBBBBBBBBBBBBBA")).StatusCode);
    }

    [Fact]
    public async Task Exports_HaveTheirHeadings_AndNamesNeedAReason()
    {
        using var organiser = site.Browser((await site.PersonAsync(City.Organiser)).Id);
        Assert.StartsWith("\uFEFF活动编号,活动名称", await TextAsync(organiser, $"/console/exports/{Team}/activities.csv"), StringComparison.Ordinal);
        Assert.StartsWith("\uFEFF活动编号,活动名称,班次", await TextAsync(organiser, $"/console/exports/{Team}/attendance.csv"), StringComparison.Ordinal);
        Assert.StartsWith("\uFEFF志愿者编号,身份证号", await TextAsync(organiser, $"/console/exports/{Team}/hours.csv"), StringComparison.Ordinal);
        Assert.Contains("第十八条", await TextAsync(organiser, $"/console/exports/{Team}/statement.csv?year=2026"), StringComparison.Ordinal);
        Assert.Contains("不用于考核", await TextAsync(organiser, "/console/exports/boards/hours.csv"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await organiser.GetAsync("/console/exports/boards/person.csv")).StatusCode);
        var workbook = await organiser.GetByteArrayAsync($"/console/exports/{Team}/activities.xlsx");
        Assert.Equal("PK"u8.ToArray(), workbook[..2]);
        Assert.Equal(HttpStatusCode.BadRequest, (await Post(organiser, "/console/exports", $"/console/exports/{Team}/names", ("reason", ""))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await Post(organiser, "/console/exports", $"/console/exports/{Team}/names", ("reason", "年度核对"))).StatusCode);
    }

    private async Task<(ParticipantId Id, string Number)> VolunteerAsync(string persona)
    {
        Assert.True(ParticipantId.TryParse((await site.PersonAsync(persona)).Id, out var id));
        Assert.Equal(Outcome.Done, (await Grains.Volunteer(id).Register(CommandId.New(DateTimeOffset.UtcNow), new(new(Guid.NewGuid()), 19900101, 1, new()))).Outcome);
        return (id, (await Grains.Volunteer(id).Self()).Number!);
    }

    private static async Task<string> UploadAsync(HttpClient organiser, string file)
    {
        using var answer = await SendAsync(organiser, file);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        return answer.Headers.Location!.ToString();
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient organiser, string file, string organisation = Team)
    {
        using var content = new MultipartFormDataContent
        {
            { new StringContent(await TokenAsync(organiser, "/console/imports")), "__token" }, { new StringContent(SiteUnderTest.Command()), "command" },
            { new StringContent(organisation), "organisation" }, { new StringContent("plain"), "format" },
        };
        var bytes = new ByteArrayContent(Encoding.UTF8.GetBytes(file));
        bytes.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        content.Add(bytes, "file", "hours.csv");
        return await organiser.PostAsync("/console/imports", content);
    }

    private static async Task<string> UntilAsync(HttpClient who, string way, string text)
    {
        var page = "";
        await Eventually.HoldsAsync(async () => (page = await who.GetStringAsync(way)).Contains(text, StringComparison.Ordinal), text);
        return page;
    }

    private static async Task<HttpResponseMessage> Post(HttpClient who, string form, string path, params (string Name, string Value)[] fields) =>
        await who.PostAsync(path, new FormUrlEncodedContent(
            [KeyValuePair.Create("__token", await TokenAsync(who, form)), KeyValuePair.Create("command", SiteUnderTest.Command()), .. fields.Select(field => KeyValuePair.Create(field.Name, field.Value))]));

    private static async Task<string> TokenAsync(HttpClient who, string page) =>
        Regex.Match(await who.GetStringAsync(page), "name=\"__token\"[^>]*value=\"([^\"]+)\"").Groups[1].Value;

    // As it lies on the disk, byte order mark included.
    private static async Task<string> TextAsync(HttpClient http, string way) => Encoding.UTF8.GetString(await http.GetByteArrayAsync(way));
}
