using System.Net;
using Engagement.Tests.Storage;

namespace Engagement.Tests.Site;

[Collection(SiteTests.Name)]
public sealed class NoticesApiTests(SiteUnderTest site)
{
    [RedisFact]
    public async Task Notices_ReadTwice_AreReadOnce()
    {
        var (an, bai) = (await site.PersonAsync("消息安"), await site.PersonAsync("消息白"));
        var (rose, secret) = await an.Give();
        Assert.Equal(HttpStatusCode.OK, (await bai.Claim(rose, secret)).Status);
        var inbox = (await an.Get("/me/notices")).Body;
        Assert.Equal(1, inbox.GetProperty("unread").GetInt32());
        var notice = inbox.GetProperty("notices")[0];
        Assert.Equal(("Opened", rose, true), (notice.GetProperty("kind").GetString(), notice.GetProperty("roseId").GetString(), notice.GetProperty("unread").GetBoolean()));
        for (var i = 0; i < 2; i++)
        {
            Assert.Equal(HttpStatusCode.OK, (await an.Post("/me/notices/read", new { upTo = inbox.GetProperty("upTo").GetInt64() })).Status);
            Assert.Equal(0, (await an.Get("/me/notices")).Body.GetProperty("unread").GetInt32());
        }

        await site.IsWhole();
    }

    [RedisFact]
    public async Task Read_BadInstant_NamesTheField()
    {
        var an = await site.PersonAsync("消息安");
        foreach (var body in new object[] { new { }, new { upTo = -1 }, new { upTo = long.MaxValue }, new { upTo = "soon" } })
        {
            var (status, answer) = await an.Post("/me/notices/read", body);
            Assert.Equal(HttpStatusCode.BadRequest, status);
            Assert.Contains("upTo", answer.GetRawText(), StringComparison.OrdinalIgnoreCase);
        }
    }
}
