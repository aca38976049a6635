using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.RegularExpressions;
using Engagement.Contracts;
using Engagement.Grains.Protection;
using Engagement.Grains.Storage;
using Engagement.Tests.Couriers;
using Engagement.Tests.Site;
using Engagement.Tests.Storage;
using Engagement.Web.Problems;
using Microsoft.Extensions.DependencyInjection;

namespace Engagement.Tests.Protection;

/// <summary>A letter from the deed to the company's answer, as each of them sees it.</summary>
[Collection(SiteTests.Name)]
public sealed class DeedSiteTests(SiteUnderTest site)
{
    private const string Letters = "/api/v1/company/letters";

    private Calls Calls => site.Services.GetRequiredService<Calls>();

    [Fact]
    public async Task Letter_FromAcceptedActToTheCompanysAnswer()
    {
        var (rider, act) = await AcceptedAct("证明骑手", "13977771001", "W71");
        await Eventually.HoldsAsync(async () => await Letter(act) is { Status: ProtectionStatus.Issued }, "the agenda issues the letter");

        using var courier = site.Browser(rider.Id);
        Assert.Contains("等公司答复", await courier.GetStringAsync("/courier/letters"), StringComparison.Ordinal);
        var page = await courier.GetStringAsync($"/courier/letters/{act}");
        var link = WebUtility.HtmlDecode(Regex.Match(page, "href=\"(/letters/[^\"/]+k=[^\"]+)\"").Groups[1].Value);
        using var stranger = site.Browser((await site.PersonAsync("路过的人")).Id);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"/courier/letters/{act}")).StatusCode);

        var company = await Caller("shunfeng");
        var (_, listed) = await company.Get(Letters);
        var row = listed.GetProperty("letters").EnumerateArray().Single(letter => letter.GetProperty("letterId").GetString() == act.ToString());
        Assert.Equal("W71", row.GetProperty("letter").GetProperty("staff_number").GetString());
        Assert.NotNull(site.Services.GetRequiredService<SignedLetter>().Verify(row.GetProperty("signed").GetString()));
        Assert.DoesNotContain(rider.Id, listed.ToString(), StringComparison.Ordinal);
        var (foreign, _) = await (await Caller("meituan")).Post($"{Letters}/{act}/answer", new { commandId = SiteUnderTest.Command(), honoured = true });
        Assert.Equal(HttpStatusCode.NotFound, foreign);
        var (without, fault) = await company.Post($"{Letters}/{act}/answer", new { commandId = SiteUnderTest.Command(), honoured = false });
        Assert.Equal((HttpStatusCode.BadRequest, "reason"), (without, fault.GetProperty("field").GetString()));
        Assert.Equal(HttpStatusCode.OK, (await company.Post($"{Letters}/{act}/answer", new { commandId = SiteUnderTest.Command(), honoured = false, reason = "NotLate" })).Status);
        Assert.Contains("那一单没有超时", await courier.GetStringAsync($"/courier/letters/{act}"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await company.Post($"{Letters}/{act}/answer", new { commandId = SiteUnderTest.Command(), honoured = true })).Status);
        Assert.Contains("公司认可", await courier.GetStringAsync($"/courier/letters/{act}"), StringComparison.Ordinal);

        using var guest = site.Browser(null);
        var seen = await guest.GetStringAsync(link);
        Assert.Contains("证明属实", seen, StringComparison.Ordinal);
        Assert.Contains("W71", seen, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await guest.GetAsync(link[..^1] + (link[^1] == 'A' ? 'B' : 'A'))).StatusCode);
        await site.IsWhole();
    }

    [Fact]
    public async Task Sheet_CheckedByAGuest_HoldsUntilAByteChanges()
    {
        var (rider, act) = await AcceptedAct("原件骑手", "13977771002", "W72");
        await Eventually.HoldsAsync(async () => await Letter(act) is { Status: ProtectionStatus.Issued }, "the agenda issues the letter");
        var secret = site.Services.GetRequiredService<CellKeys>().LetterSecret(act.Value);
        using var guest = site.Browser(null);
        using var answer = await guest.GetAsync($"/letters/{act}/letter.pdf?k={secret}");
        Assert.Equal("application/pdf", answer.Content.Headers.ContentType!.MediaType);
        var sheet = await answer.Content.ReadAsByteArrayAsync();
        if (Environment.GetEnvironmentVariable("LOOK_DIR") is { Length: > 0 } folder)
        {
            await File.WriteAllBytesAsync(Path.Combine(folder, "letter.pdf"), sheet);
        }

        Assert.Equal((HttpStatusCode.OK, true), await Check(guest, sheet));
        sheet[sheet.Length / 2] ^= 1;
        Assert.Equal((HttpStatusCode.UnprocessableEntity, false), await Check(guest, sheet));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, false), await Check(guest, "not a letter"u8.ToArray()));
        Assert.Contains("没有通过", await (await Post(guest, new StringContent("a.b.c"), "letter")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var token = await guest.GetStringAsync($"/letters/{act}/letter.jws?k={secret}");
        Assert.Contains("签名属实", await (await Post(guest, new StringContent(token), "letter")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.StartsWith("-----BEGIN PUBLIC KEY-----", await guest.GetStringAsync("/letters/key.pem"), StringComparison.Ordinal);

        using var courier = site.Browser(rider.Id);
        using var withdrawn = await Submit(courier, $"/courier/letters/{act}", $"/courier/letters/{act}/withdraw");
        Assert.Equal(HttpStatusCode.SeeOther, withdrawn.StatusCode);
        var after = await guest.GetStringAsync($"/letters/{act}?k={secret}");
        Assert.Contains("已收回", after, StringComparison.Ordinal);
        Assert.DoesNotContain("W72", after, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await guest.GetAsync($"/letters/{act}/letter.pdf?k={secret}")).StatusCode);
    }

    [Fact]
    public async Task Console_Steward_AnswersOnlyTheOwnCompanysLetters()
    {
        var (_, act) = await AcceptedAct("后台骑手", "13977771003", "W73");
        await Eventually.HoldsAsync(async () => await Letter(act) is { Status: ProtectionStatus.Issued }, "the agenda issues the letter");
        using var steward = site.Browser(await Steward("shunfeng", "顺丰管家"));
        using var other = site.Browser(await Steward("meituan", "美团管家"));
        Assert.Contains("W73", await steward.GetStringAsync("/console/deeds/shunfeng"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await other.GetAsync("/console/deeds/shunfeng")).StatusCode);
        var form = await steward.GetStringAsync("/console/deeds/shunfeng");
        using var honoured = await steward.PostAsync("/console/deeds/shunfeng", new FormUrlEncodedContent(Fields(form, ("id", act.ToString()), ("verdict", "honour"))));
        Assert.Equal(HttpStatusCode.SeeOther, honoured.StatusCode);
        Assert.Equal(ProtectionStatus.Honoured, (await Letter(act))!.Status);
    }

    private Task<ProtectionState?> Letter(CivicActId act) => site.Services.GetRequiredService<ProtectionReader>().Read(act);

    // Listed, enrolled, logged and accepted, without the pages that other tests try.
    private async Task<(ApiPerson Rider, CivicActId Act)> AcceptedAct(string persona, string phone, string number)
    {
        var company = await Caller("shunfeng");
        var (_, started) = await company.Post("/api/v1/company/roster", new { commandId = SiteUnderTest.Command(), allOrNothing = false, rows = new[] { new { phone, name = "张三", station = "北街站", number } } });
        var import = started.GetProperty("importId").GetString();
        await Eventually.HoldsAsync(async () => (await company.Get("/api/v1/company/imports/" + import)).Body.GetProperty("phase").GetString() == "Done", "the upload is done");
        var rider = await site.PersonAsync(persona);
        Assert.Equal(HttpStatusCode.OK, (await rider.Post("/me/courier", new { commandId = SiteUnderTest.Command(), phone, code = "sfrose26", showCompany = false })).Status);
        Assert.True(ParticipantId.TryParse(rider.Id, out var me));
        var logged = await Calls.Courier(me, courier => courier.Log(New(), new("help-person", new("440703"))));
        Assert.Equal(Outcome.Done, logged.Outcome);
        Assert.True(ParticipantId.TryParse((await site.PersonAsync(Engagement.Local.City.Reviewer)).Id, out var reviewer));
        Assert.Equal(Outcome.Done, (await Calls.Act(logged.Act, act => act.Claim(reviewer))).Outcome);
        Assert.Equal(Outcome.Done, (await Calls.Act(logged.Act, act => act.Decide(New(), reviewer, new(ActVerdict.Accept)))).Outcome);
        return (rider, logged.Act);
    }

    private async Task<string> Steward(string company, string persona)
    {
        var person = await site.PersonAsync(persona);
        Assert.True(ParticipantId.TryParse(person.Id, out var id));
        Assert.Equal(Outcome.Done, (await Calls.Participant(id, me => me.Appoint(New(), id, new(Role.CompanySteward, company), true, "test"))).Outcome);
        return person.Id;
    }

    private async Task<CompanyCaller> Caller(string company)
    {
        var issued = await Calls.Company(company, grain => grain.IssueKey(New(), default, "test"));
        Assert.Equal(Outcome.Done, issued.Outcome);
        return new(site, issued.Key!, site.Services.GetRequiredService<CellKeys>().CompanySecret(issued.Key!));
    }

    private static async Task<(HttpStatusCode Status, bool Genuine)> Check(HttpClient http, byte[] sheet)
    {
        var file = new ByteArrayContent(sheet) { Headers = { ContentType = new MediaTypeHeaderValue("application/pdf") } };
        using var answer = await Post(http, file, "file", "letter.pdf");
        return (answer.StatusCode, (await answer.Content.ReadAsStringAsync()).Contains("文件是原件", StringComparison.Ordinal));
    }

    private static async Task<HttpResponseMessage> Post(HttpClient http, HttpContent content, string name, string? fileName = null)
    {
        var page = await http.GetStringAsync("/letters/verify");
        using var form = new MultipartFormDataContent { { new StringContent(Field(page, "__token")), "__token" } };
        if (fileName is null)
        {
            form.Add(content, name);
        }
        else
        {
            form.Add(content, name, fileName);
        }

        return await http.PostAsync("/letters/verify", form);
    }

    private static async Task<HttpResponseMessage> Submit(HttpClient http, string page, string action) =>
        await http.PostAsync(action, new FormUrlEncodedContent(Fields(await http.GetStringAsync(page))));

    private static IEnumerable<KeyValuePair<string, string>> Fields(string page, params (string Name, string Value)[] more) =>
        [new("__token", Field(page, "__token")), new("command", New().ToString()), .. more.Select(field => KeyValuePair.Create(field.Name, field.Value))];

    private static string Field(string page, string name) => WebUtility.HtmlDecode(Regex.Match(page, $"name=\"{name}\"[^>]*value=\"([^\"]+)\"").Groups[1].Value);

    private static CommandId New() => CommandId.New(DateTimeOffset.UtcNow);
}
