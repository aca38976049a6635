using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Engagement.Contracts;
using Engagement.Grains;
using Engagement.Grains.Hours;
using Engagement.Tests.Hours;
using Engagement.Tests.Site;
using Engagement.Tests.Storage;
using Microsoft.Extensions.DependencyInjection;
using City = Engagement.Local.City;

namespace Engagement.Tests.Filings;

/// <summary>Filing on the real site: a batch out, a look at the answers, the answers kept, the refused one in the next batch (IN-01).</summary>
public sealed class FilingSiteTests(SiteUnderTest site) : IClassFixture<SiteUnderTest>
{
    private const string Team = "qilou-volunteers", Way = "/console/filings";

    [Fact]
    public async Task Batch_SentAnsweredAndSentAgain()
    {
        using var organiser = site.Browser((await site.PersonAsync(City.Organiser)).Id);
        Assert.Contains("没有要报送的记录", await organiser.GetStringAsync(Way), StringComparison.Ordinal);
        var (an, bo) = (await ServedAsync("报送甲", 2), await ServedAsync("报送乙", 3));
        Assert.Contains("生成一批（2 条）", await organiser.GetStringAsync(Way), StringComparison.Ordinal);

        var command = SiteUnderTest.Command();
        Assert.Equal(HttpStatusCode.SeeOther, await PostAsync(organiser, $"{Way}/{Team}", ("command", command)));
        Assert.Equal(HttpStatusCode.SeeOther, await PostAsync(organiser, $"{Way}/{Team}", ("command", command)));
        var page = await organiser.GetStringAsync(Way);
        var batch = Assert.Single(Regex.Matches(page, "/([0-9]{14}-[^/\"?]+)\\.csv\\?format=national")).Groups[1].Value;
        var file = Encoding.UTF8.GetString(await organiser.GetByteArrayAsync($"{Way}/{Team}/{batch}.csv?format=national"));
        Assert.Contains("服务记录编号", file, StringComparison.Ordinal);
        Assert.Contains(an.ToString(), file, StringComparison.Ordinal);
        Assert.Contains($",3\r\n", file, StringComparison.Ordinal); // hours, as that system writes them
        Assert.Equal("PK"u8.ToArray(), (await organiser.GetByteArrayAsync($"{Way}/{Team}/{batch}.xlsx"))[..2]);

        var answers = $"服务记录编号,处理结果,原因\r\n{an},通过,\r\n{bo},驳回,证件号不符\r\nnothing,通过,\r\n{new ServiceRecordId(Guid.NewGuid())},通过,\r\n{an},通过,\r\n";
        var looked = await AnswerAsync(organiser, batch, answers, keep: false);
        Assert.Contains("什么都没有改：通过 1 条，退回 1 条，有问题 3 行", looked, StringComparison.Ordinal);
        Assert.Contains("本组织没有送过这条记录", looked, StringComparison.Ordinal);
        Assert.Contains("没有要报送的记录", await organiser.GetStringAsync(Way), StringComparison.Ordinal);
        for (var i = 0; i < 2; i++)
        {
            Assert.Contains("已记下：通过 1 条，退回 1 条；有问题没有记的 3 行", await AnswerAsync(organiser, batch, answers, keep: true), StringComparison.Ordinal);
        }

        using var unreadable = await FormAsync(organiser, batch, "甲,乙\r\n1,2\r\n", keep: true);
        Assert.Equal(HttpStatusCode.BadRequest, (await organiser.PostAsync($"{Way}/{Team}/answers", unreadable)).StatusCode);
        page = await organiser.GetStringAsync(Way);
        Assert.Contains("证件号不符", page, StringComparison.Ordinal);
        Assert.Contains("生成一批（1 条）", page, StringComparison.Ordinal);
        var list = Encoding.UTF8.GetString(await organiser.GetByteArrayAsync($"{Way}/{Team}/all/reconciliation.csv"));
        Assert.Contains($"{an},护河", list, StringComparison.Ordinal);
        Assert.Contains("对方已接收", list, StringComparison.Ordinal);
        Assert.Contains("被退回", list, StringComparison.Ordinal);
        await site.IsWhole();
    }

    [Fact]
    public async Task Filings_OfAForeignOrganisation_AreForbidden_AndUnknownBatchesAreNone()
    {
        using var organiser = site.Browser((await site.PersonAsync(City.Organiser)).Id);
        using var citizen = site.Browser((await site.PersonAsync("报送路人")).Id);
        Assert.Equal(HttpStatusCode.Forbidden, (await citizen.GetAsync(Way)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await organiser.GetAsync($"{Way}/another/all/reconciliation.csv")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, await PostAsync(organiser, $"{Way}/another", ("command", SiteUnderTest.Command())));
        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(organiser, $"{Way}/{Team}", ("command", "x")));
        using var form = await FormAsync(organiser, "20260101000000-abcdef", "甲,乙\r\n1,2\r\n", keep: true);
        Assert.Equal(HttpStatusCode.NotFound, (await organiser.PostAsync($"{Way}/{Team}/answers", form)).StatusCode); // no such batch
        using var foreign = await FormAsync(organiser, "20260101000000-abcdef", "x", keep: true);
        Assert.Equal(HttpStatusCode.Forbidden, (await organiser.PostAsync($"{Way}/another/answers", foreign)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await organiser.GetAsync($"{Way}/{Team}/20260101000000-abcdef.csv")).StatusCode);
    }

    private async Task<ServiceRecordId> ServedAsync(string persona, double length)
    {
        Assert.True(ParticipantId.TryParse((await site.PersonAsync(persona)).Id, out var id));
        Assert.Equal(Outcome.Done, (await site.Services.GetRequiredService<CellGrains>().Volunteer(id).Register(CommandId.New(DateTimeOffset.UtcNow), new(new(Guid.NewGuid()), 19900101, 1, new()))).Outcome);
        await site.SettledAsync(Team, id, length);
        var hours = site.Services.GetRequiredService<HourReader>();
        await Eventually.HoldsAsync(async () => (await hours.All(id)).Count == 1, "the hours are recorded");
        return (await hours.All(id))[0].Id;
    }

    private static async Task<string> AnswerAsync(HttpClient organiser, string batch, string file, bool keep)
    {
        using var form = await FormAsync(organiser, batch, file, keep);
        using var answer = await organiser.PostAsync($"{Way}/{Team}/answers", form);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }

    private static async Task<MultipartFormDataContent> FormAsync(HttpClient organiser, string batch, string file, bool keep)
    {
        var form = new MultipartFormDataContent
        {
            { new StringContent(await TokenAsync(organiser)), "__token" }, { new StringContent(SiteUnderTest.Command()), "command" },
            { new StringContent(batch), "batch" }, { new ByteArrayContent(Encoding.UTF8.GetBytes(file)), "file", "answers.csv" },
        };
        if (keep)
        {
            form.Add(new StringContent("on"), "keep");
        }

        return form;
    }

    private static async Task<HttpStatusCode> PostAsync(HttpClient who, string path, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("__token", await TokenAsync(who)), .. fields.Select(field => KeyValuePair.Create(field.Name, field.Value))]);
        using var answer = await who.PostAsync(path, form);
        return answer.StatusCode;
    }

    private static async Task<string> TokenAsync(HttpClient who) => Regex.Match(await who.GetStringAsync("/rules"), "name=\"__token\"[^>]*value=\"([^\"]+)\"").Groups[1].Value;
}
