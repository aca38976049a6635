using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Engagement.Contracts;
using Engagement.Grains;
using Engagement.Grains.Hours;
using Engagement.Grains.Storage;
using Engagement.Tests.Site;
using Engagement.Tests.Storage;
using Engagement.Tests.Volunteers;
using Microsoft.Extensions.DependencyInjection;

namespace Engagement.Tests.Hours;

/// <summary>Hours on the real site: one's own page, the ledger that verifies without it, and forms that nobody else can use.</summary>
[Collection(SiteTests.Name)]
public sealed class HourSiteTests(SiteUnderTest site)
{
    private CellGrains Grains => site.Services.GetRequiredService<CellGrains>();

    [Fact]
    public async Task Ledger_OfAVolunteer_VerifiesWithTheCitysKeyAndItsOwnChain()
    {
        var an = await VolunteerAsync("时长一", 120, 90);
        using var browser = site.Browser(an.Id);
        Assert.Contains("3.5 小时", await browser.GetStringAsync("/me/hours"));
        var file = await browser.GetByteArrayAsync("/me/hours/ledger.2.json");
        var signature = await browser.GetByteArrayAsync("/me/hours/ledger.2.sig");
        using var key = ECDsa.Create();
        key.ImportFromPem(await site.Http.GetStringAsync("/hours/key.pem")); // a stranger without a session
        Assert.True(key.VerifyData(file, signature, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence));
        file[^10] ^= 1;
        Assert.False(key.VerifyData(file, signature, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence));

        var ledger = JsonDocument.Parse(await browser.GetStringAsync("/me/hours/ledger.2.json")).RootElement;
        var (before, minutes) = ("", 0);
        foreach (var entry in ledger.GetProperty("entries").EnumerateArray()) // as the public page tells people to
        {
            var written = entry.GetProperty("written").GetString()!;
            before = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(before + "\n" + written)));
            minutes += JsonDocument.Parse(written).RootElement[6].GetInt32();
            Assert.Equal(before, entry.GetProperty("hash").GetString());
        }

        Assert.Equal((ledger.GetProperty("head").GetString(), 210), (before, minutes));
        Assert.Equal(210, ledger.GetProperty("importedMinutes").GetInt32());
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/me/hours/ledger.3.json")).StatusCode);
    }

    [Fact]
    public async Task Pages_WithoutHours_SayWhatToDo()
    {
        var bo = await site.PersonAsync("时长二");
        using var browser = site.Browser(bo.Id);
        Assert.Contains("还没有时长", await browser.GetStringAsync("/me/hours"));
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/me/hours/ledger.1.json")).StatusCode);
        Assert.Contains("补录", await site.Http.GetStringAsync("/hours"));
    }

    [Fact]
    public async Task Correction_OfAnothersEntryOrWithoutAReason_ChangesNothing()
    {
        var (an, bo) = (await VolunteerAsync("时长三", 60), await site.PersonAsync("时长四"));
        Assert.True(ParticipantId.TryParse(an.Id, out var who));
        var entry = (await site.Services.GetRequiredService<Grains.Hours.HourReader>().All(who))[0].Id.ToString();
        using var mine = site.Browser(an.Id);
        using var other = site.Browser(bo.Id);
        Assert.Equal(HttpStatusCode.BadRequest, (await Post(other, "/me/hours/corrections", ("entry", entry), ("fault", "TooFew"))).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await Post(mine, "/me/hours/corrections", ("entry", entry))).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await Post(mine, "/me/hours/corrections", ("entry", entry), ("fault", "TooFew"), ("note", new string('长', 61)))).StatusCode);
        Assert.DoesNotContain("组织方在核对", await mine.GetStringAsync("/me/hours"));
        Assert.Equal(HttpStatusCode.SeeOther, (await Post(mine, "/me/hours/corrections", ("entry", entry), ("fault", "TooFew"), ("note", "还有一个小时"))).StatusCode);
        Assert.Contains("组织方在核对", await mine.GetStringAsync("/me/hours"));
        Assert.DoesNotContain("组织方在核对", await other.GetStringAsync("/me/hours"));
    }

    [Fact]
    public async Task Export_HasTheLedger()
    {
        var an = await VolunteerAsync("时长五", 45);
        using var browser = site.Browser(an.Id);
        var export = JsonDocument.Parse(await browser.GetStringAsync("/settings/export")).RootElement;
        Assert.Equal(45, Assert.Single(export.GetProperty("hours").EnumerateArray()).GetProperty("minutes").GetInt32());
    }

    [Fact]
    public async Task Page_OfJoinedAccounts_HasTheEntriesOfEachOnce()
    {
        const int Birth = 19610307;
        var (before, now) = (await VolunteerAsync("时长六", 120), await VolunteerAsync("时长七", 90));
        IVolunteerGrain[] accounts = [.. new[] { before, now }.Select(person => Grains.Volunteer(ParticipantId.TryParse(person.Id, out var id) ? id : default))];
        RealName name = new("时长", People.Number(Birth), 1);
        foreach (var account in accounts)
        {
            Assert.Equal(Receipt.Done, await account.Register(Command(), new(new(new(6, 0, 0, new byte[8])), Birth, 1, new())));
        }

        Assert.Equal(Receipt.Done, await accounts[0].GiveRealName(Command(), name));
        Assert.Equal(Receipt.Done, await accounts[1].ClaimIdentity(Command(), name));
        Assert.Equal(Receipt.Done, await accounts[0].AnswerClaim(Command(), join: true));
        using var browser = site.Browser(now.Id);
        var page = "";
        await Eventually.HoldsAsync(async () => (page = await browser.GetStringAsync("/me/hours")).Contains("来自已并入的账户", StringComparison.Ordinal), "joined");
        Assert.Contains("3.5 小时", page);
        Assert.Equal(2, Regex.Count(page, "第 1 条"));
        Assert.Contains("ledger.1.json", page); // its own chain alone
    }

    // Hours of another system: the one way that needs no activity.
    private async Task<ApiPerson> VolunteerAsync(string persona, params int[] minutes)
    {
        var person = await site.PersonAsync(persona);
        Assert.True(ParticipantId.TryParse(person.Id, out var id));
        foreach (var (i, length) in minutes.Index())
        {
            var from = site.Clock.UtcNow.AddDays(-3 + i).ToUnixTimeMilliseconds();
            var row = site.Services.GetRequiredService<CellKeys>().HourRow("志愿汇", $"{persona}-{i}");
            await Grains.HourRow(row).Offer(new("import", "qilou-volunteers", null, new(Guid.NewGuid()),
                new(2, null, default, "志愿汇", $"{persona}-{i}", "北街社区", "护河", "environment", from, length) { Volunteer = id }));
            Assert.Equal(Receipt.Done, await Grains.HourRow(row).Answer(Command(), id, MakeUpAnswer.Confirm));
            await Grains.Volunteer(id).Due($"{HourEffects.Message}:{id}:{HourEffects.Row}:{row}"); // as the sweeper may have done by now
        }

        return person;
    }

    private static CommandId Command() => CommandId.TryParse(SiteUnderTest.Command(), out var command) ? command : default;

    private static async Task<HttpResponseMessage> Post(HttpClient browser, string path, params (string Name, string Value)[] fields)
    {
        var page = await browser.GetStringAsync("/me/hours");
        var token = Regex.Match(page, "name=\"__token\"[^>]*value=\"([^\"]+)\"").Groups[1].Value;
        return await browser.PostAsync(path, new FormUrlEncodedContent(
            [KeyValuePair.Create("__token", token), KeyValuePair.Create("command", SiteUnderTest.Command()), .. fields.Select(field => KeyValuePair.Create(field.Name, field.Value))]));
    }
}
