using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Engagement.Contracts;
using Engagement.Grains.Paper;
using Engagement.Grains.Storage;
using Engagement.Tests.Site;
using Engagement.Tests.Storage;
using Engagement.Web.Paper;
using Engagement.Web.Problems;
using Microsoft.Extensions.DependencyInjection;

namespace Engagement.Tests.Paper;

/// <summary>Paper roses over HTTP: what anybody with a code sees, that looking never writes, and how a phone sends what it kept.</summary>
public sealed class PaperSiteTests(SiteUnderTest site) : IClassFixture<SiteUnderTest>
{
    [Fact]
    public async Task Show_ByLongOrShortCode_IsSmallNeedsNoSignInAndWritesNothing()
    {
        var (code, typed) = await Issue(1);
        var (store, cell) = (site.Services.GetRequiredService<StoreConnection>(), site.Services.GetRequiredService<Cell>());
        using var guest = site.Browser(null);
        await guest.GetAsync("/p/" + code);
        for (var attempt = 1; ; attempt++)
        {
            var before = await store.Database.StringGetAsync(cell.Sequence);
            foreach (var way in new[] { code, code.ToLowerInvariant(), typed, PaperScene.Printed(typed) })
            {
                using var answer = await guest.GetAsync("/p/" + way);
                var page = await answer.Content.ReadAsByteArrayAsync();
                Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
                Assert.InRange(page.Length, 1, 100 * 1024);
                Assert.Contains("这枝花还没有主人", Encoding.UTF8.GetString(page), StringComparison.Ordinal);
            }

            if (await store.Database.StringGetAsync(cell.Sequence) == before)
            {
                break; // nothing at all was written meanwhile, by nobody
            }

            Assert.True(attempt < 20, "Looking at a code writes.");
        }

        Assert.Null((await site.Services.GetRequiredService<BatchReader>().Read(Number(code)))!.Bound);
    }

    [Fact]
    public async Task Show_UnknownMalformedAndForeignCodes_AreOnePage()
    {
        var (code, _) = await Issue(1);
        var codes = site.Services.GetRequiredService<PaperCodes>();
        using var guest = site.Browser(null);
        var pages = new HashSet<string>();
        foreach (var way in new[] { "nonsense", "2222-2222", code[..^1] + (code[^1] == '2' ? '3' : '2'), codes.Long(new(Number(code), 5_000)), codes.Short(new(Number(code), 5_000)) })
        {
            using var answer = await guest.GetAsync("/p/" + way);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            pages.Add(Regex.Replace(await answer.Content.ReadAsStringAsync(), "value=\"[^\"]*\"", ""));
        }

        Assert.Single(pages);
    }

    [Fact]
    public async Task Take_KeptOnThePhone_IsSentOnceWithBothTimes()
    {
        var (code, typed) = await Issue(3);
        var (finder, taker) = (await site.PersonAsync("纸甲"), await site.PersonAsync("纸乙"));
        var command = SiteUnderTest.Command();
        var scan = new { commandId = command, scannedAt = site.Clock.UtcNow.AddMinutes(-5), counter = 3 };
        foreach (var bad in new object[] { scan with { counter = 0 }, scan with { scannedAt = site.Clock.UtcNow.AddDays(1) } })
        {
            var (refused, problem) = await finder.Post($"/paper/{code}/take", bad);
            Assert.Equal((HttpStatusCode.BadRequest, true), (refused, problem.TryGetProperty("field", out _)));
        }

        var (status, first) = await finder.Post($"/paper/{typed}/take", scan);
        Assert.Equal(HttpStatusCode.OK, status);
        var (_, again) = await finder.Post($"/paper/{typed}/take", scan);
        var rose = first.GetProperty("rose").GetString();
        Assert.Equal((rose, 0), (again.GetProperty("rose").GetString(), again.GetProperty("hop").GetInt32()));

        Assert.Equal("AlreadyClaimed", ApiPerson.Outcome(await taker.Post($"/paper/{code}/take", new { commandId = SiteUnderTest.Command() })));
        Assert.Equal("NotHolder", ApiPerson.Outcome(await taker.Post($"/roses/{rose}/hand", new { commandId = SiteUnderTest.Command() })));
        Assert.Equal("OwnRose", ApiPerson.Outcome(await finder.Post($"/paper/{code}/take", new { commandId = SiteUnderTest.Command() })));
        Assert.Equal(HttpStatusCode.OK, (await finder.Post($"/roses/{rose}/hand", new { commandId = SiteUnderTest.Command() })).Status);
        var (_, seen) = await taker.Get($"/paper/{code}");
        Assert.Equal(("Open", 1), (seen.GetProperty("stage").GetString(), seen.GetProperty("people").GetInt32()));
        await site.IsWhole();
    }

    [Fact]
    public async Task Sheets_OfAHundredPages_GoOutPageByPage()
    {
        var sheets = site.Services.GetRequiredService<PaperSheets>();
        using var target = new Counted();
        await sheets.WriteAsync(target, new() { Number = 5, Root = 5, Size = BatchPage.PerPart, Name = "很多", At = 1 }, 0, BatchPage.PerPart - 1, default);
        var pdf = target.ToArray();
        Assert.Equal("%PDF", Encoding.ASCII.GetString(pdf, 0, 4));
        Assert.Equal(100, Regex.Count(Encoding.Latin1.GetString(pdf), @"/Type /Page\b"));
        Assert.EndsWith("%%EOF", Encoding.Latin1.GetString(pdf).TrimEnd(), StringComparison.Ordinal);
        Assert.InRange(target.Largest, 1, pdf.Length / 20); // nobody waits for all of it, and it never lies in memory
    }

    // A batch of one code's worth of seeds, issued by nobody in particular.
    private async Task<(string Code, string Typed)> Issue(int size)
    {
        var (codes, calls) = (site.Services.GetRequiredService<PaperCodes>(), site.Services.GetRequiredService<Calls>());
        var command = CommandId.New(DateTimeOffset.UtcNow);
        var number = codes.FirstNumber(command);
        Assert.Equal(Outcome.Done, (await calls.Batch(number, batch => batch.Issue(command, new(default, size, "test", IssueBatch.Pool)))).Outcome);
        return (codes.Long(new(number, 0)), codes.Short(new(number, 0)));
    }

    private sealed class Counted : MemoryStream
    {
        public int Largest { get; private set; }

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Largest = Math.Max(Largest, buffer.Length);
            return base.WriteAsync(buffer, cancellationToken);
        }
    }

    private int Number(string code) => site.Services.GetRequiredService<PaperCodes>().TryRead(code, out var read) ? read.Batch : 0;
}
