using Microsoft.Playwright;

namespace Engagement.BrowserTests;

/// <summary>From a company's file to a letter that anybody can check: roster, enrolment, an act with a photo, its review, the letter.</summary>
public sealed class CouriersWalkTests(LocalCity city, Phone phone) : IClassFixture<LocalCity>, IClassFixture<Phone>
{
    [Fact]
    public async Task Courier_OfAnUploadedRoster_GetsALetterThatIsChecked()
    {
        var steward = await phone.Of(width: 1280);
        await steward.EnterStaffAsync(city, "公司管家");
        var code = await UploadAsync(steward, "手机号,姓名\n13900000001,阿勇\n12,写错的\n");

        var rider = await phone.Of(width: 390);
        await rider.EnterAsync(city, "骑手阿勇");
        await rider.GotoAsync(city.Site + "/courier/enrol");
        await rider.FillAsync("#phone", "139 0000 0001");
        await rider.FillAsync("#code", code);
        await rider.Locator("form[action='/courier/enrol'] button").ClickAsync();
        await rider.Locator("form[action='/courier/company-shown']").WaitForAsync();

        var other = await phone.Of();
        await other.EnterAsync(city, "骑手阿强");
        await other.GotoAsync(city.Site + "/courier/enrol");
        await other.Locator("form[action='/courier/pool'] button").ClickAsync();
        await LogAsync(other, "clear-hazard", "image/jpeg"); // the same picture, worse
        await LogAsync(rider, "rescue", "image/png");
        await rider.ShotAsync("walk-act-photo");

        var reviewer = await phone.Of(width: 1280);
        await reviewer.EnterStaffAsync(city, "审核员");
        await reviewer.GotoAsync(city.Site + "/console/acts/" + rider.Url.Split('/', '?')[5]);
        await Assertions.Expect(reviewer.Locator(".pair img")).ToHaveCountAsync(2); // much like the other rider's, side by side
        await Assertions.Expect(reviewer.Locator("svg.journey .d.on")).ToHaveCountAsync(1);
        await reviewer.ShotAsync("walk-review-like");
        await reviewer.Locator("form[action$='/claim'] button").ClickAsync();
        await reviewer.Locator("form:has(input[value='Accept']) button[data-key='a']").ClickAsync();
        await reviewer.Locator("form[action$='/undo']").First.WaitForAsync();

        await LetterAsync(rider);
        await rider.ShotAsync("walk-letter");
        var pdf = await rider.Context.APIRequest.GetAsync(city.Site + await rider.Locator("a[href*='letter.pdf']").GetAttributeAsync("href"));
        var guest = await phone.Of(width: 390);
        await guest.GotoAsync(city.Site + "/letters/verify");
        await guest.SetInputFilesAsync("#file", new FilePayload { Name = "letter.pdf", MimeType = "application/pdf", Buffer = await pdf.BodyAsync() });
        await guest.Locator("form[action='/letters/verify'] button").ClickAsync();
        await Assertions.Expect(guest.Locator(".note b")).ToHaveTextAsync("文件是原件，一个字节都没有改");
        await guest.ShotAsync("walk-letter-checked");
    }

    // The company's code, once the file is carried out.
    private async Task<string> UploadAsync(IPage steward, string rows)
    {
        await steward.GotoAsync(city.Site + "/console/companies"); // a steward of one company goes straight to it
        var code = await steward.Locator("main p b").First.InnerTextAsync();
        await steward.SetInputFilesAsync("input[name='file']", new FilePayload { Name = "roster.csv", MimeType = "text/csv", Buffer = System.Text.Encoding.UTF8.GetBytes(rows) });
        await steward.Locator("form[action$='/roster'] button").ClickAsync();
        await Assertions.Expect(steward.Locator("p[role='status'] b")).ToHaveTextAsync("完成", new() { Timeout = 20_000 });
        await Assertions.Expect(steward.Locator("dd").First).ToHaveTextAsync("1");
        await Assertions.Expect(steward.Locator("main table tbody tr")).ToHaveCountAsync(1); // the row with a fault
        await steward.ShotAsync("walk-roster");
        return code;
    }

    private async Task LogAsync(IPage rider, string kind, string type)
    {
        await rider.GotoAsync(city.Site + "/courier");
        var drawn = await rider.EvaluateAsync<string>($$"""
            () => {
                const c = Object.assign(document.createElement('canvas'), { width: 800, height: 600 }), x = c.getContext('2d');
                for (let i = 0; i < 48; i++) { x.fillStyle = `hsl(${i * 77 % 360} 60% ${i * 53 % 90}%)`; x.fillRect(i % 8 * 100, (i / 8 | 0) * 100, 100, 100); }
                return c.toDataURL('{{type}}', .4);
            }
            """);
        var photo = Convert.FromBase64String(drawn[(drawn.IndexOf(',', StringComparison.Ordinal) + 1)..]);
        await rider.Locator("details.extra summary").ClickAsync();
        await rider.SelectOptionAsync("select[name='place']", new SelectOptionValue { Index = 1 });
        await rider.SetInputFilesAsync("#photo", new FilePayload { Name = "photo", MimeType = type, Buffer = photo });
        await rider.Locator($"button[value={kind}]").ClickAsync();
        await rider.WaitForURLAsync("**/courier/acts/*fresh=true");
    }

    // The agenda issues it within seconds.
    private async Task LetterAsync(IPage rider)
    {
        var letter = rider.Locator("ul.cells a[href^='/courier/letters/']");
        for (var look = 0; look < 200 && await letter.CountAsync() == 0; look++)
        {
            await rider.GotoAsync(city.Site + "/courier/letters");
        }

        await letter.First.ClickAsync();
    }
}
