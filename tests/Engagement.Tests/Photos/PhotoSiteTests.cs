using System.Net;
using System.Text.RegularExpressions;
using Engagement.Contracts;
using Engagement.Grains.Acts;
using Engagement.Grains.Photos;
using Engagement.Grains.Storage;
using Engagement.Tests.Pages;
using Engagement.Tests.Storage;
using Engagement.Web.Photos;
using Microsoft.Extensions.DependencyInjection;
using SkiaSharp;

namespace Engagement.Tests.Photos;

/// <summary>Who sees a photo that a person brought.</summary>
[Collection(PageTestCollection.Name)]
public sealed class PhotoSiteTests(PagesHost host)
{
    private PhotoIntake Intake => host.Services.GetRequiredService<PhotoIntake>();

    private IMediaChecks Checks => host.Services.GetRequiredService<IMediaChecks>();

    [RedisFact]
    public async Task Show_Photo_IsForItsOwnerAndReviewersOnly()
    {
        using var me = await host.Person();
        using var other = await host.Person();
        using var reviewer = await Reviewer();
        using var elsewhere = await Reviewer("440703");
        using var guest = host.Guest();
        var hash = await Take(me, 1);
        foreach (var way in new[] { PhotoAddress.Of(hash), PhotoAddress.SmallOf(hash) })
        {
            using var seen = await me.Answer(way);
            Assert.Equal((HttpStatusCode.OK, "image/jpeg"), (seen.StatusCode, seen.Content.Headers.ContentType!.MediaType));
            Assert.Equal("nosniff", seen.Headers.GetValues("X-Content-Type-Options").Single());
            Assert.True(seen.Headers.CacheControl!.Private);
            Assert.Equal(HttpStatusCode.OK, (await reviewer.Get(way)).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.Get(way)).Status); // no act of that district shows it
            Assert.Equal(HttpStatusCode.NotFound, (await other.Get(way)).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await guest.Get(way)).Status);
        }
    }

    [RedisTheory]
    [InlineData("/photos/..%2f..%2fmaster.key"), InlineData("/photos/AAAA"), InlineData("/photos/....................../small")]
    public async Task Show_AnythingElse_IsNotFound(string way)
    {
        using var me = await host.Person();
        Assert.Equal(HttpStatusCode.NotFound, (await me.Get(way)).Status);
    }

    [RedisFact]
    public async Task Show_HeldPhoto_IsForItsOwnerOnlyUntilItPassed()
    {
        using var me = await host.Person();
        using var reviewer = await Reviewer();
        var hash = await Take(me, 2);
        await Checks.Submit(new(hash, "https://roses.example/p", MediaKind.Picture, me.Id));
        if (await Checks.Find(hash) == MediaState.Held) // the sweeper gives up at once where nobody was in the mini program
        {
            Assert.Equal(HttpStatusCode.NotFound, (await reviewer.Get(PhotoAddress.Of(hash))).Status);
        }

        Assert.Equal(HttpStatusCode.OK, (await me.Get(PhotoAddress.Of(hash))).Status);
        await Eventually.HoldsAsync(async () => await Checks.Find(hash) == MediaState.Review, "nobody was in the mini program: a moderator looks");
        Assert.Equal(HttpStatusCode.OK, (await reviewer.Get(PhotoAddress.Of(hash))).Status);
        Assert.Equal(Outcome.Done, (await Checks.Review(hash, reviewer.Id, pass: false)).Outcome);
        Assert.Equal(HttpStatusCode.NotFound, (await reviewer.Get(PhotoAddress.Of(hash))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await me.Get(PhotoAddress.Of(hash))).Status);
        Assert.Equal(PhotoRefusal.Refused, (await Try(me, Picture(2))).Refusal); // and it does not come back
    }

    [RedisFact]
    public async Task Check_Address_OpensForWeChatUntilItsHourIsOver()
    {
        using var me = await host.Person();
        using var guest = host.Guest();
        var hash = await Take(me, 3);
        var keys = host.Services.GetRequiredService<CellKeys>();
        var until = host.Clock.UtcNow.AddHours(1).ToUnixTimeSeconds();
        Assert.Equal(HttpStatusCode.OK, (await guest.Get($"/photos/{hash}/check?until={until}&key={keys.PhotoTag(hash, until)}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await guest.Get($"/photos/{hash}/check?until={until + 1}&key={keys.PhotoTag(hash, until)}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await guest.Get($"/photos/{hash}/check?until={until}&key=")).Status);
        var over = host.Clock.UtcNow.AddHours(-1).ToUnixTimeSeconds();
        Assert.Equal(HttpStatusCode.NotFound, (await guest.Get($"/photos/{hash}/check?until={over}&key={keys.PhotoTag(hash, over)}")).Status);
    }

    [RedisFact]
    public async Task Take_HostileFile_StoresNothing()
    {
        using var me = await host.Person();
        foreach (var (file, refusal) in Corpus.Hostile.Values)
        {
            Assert.Equal(new PhotoTaken(null, refusal), await Try(me, file));
        }

        Assert.Empty(await host.Services.GetRequiredService<PhotoReader>().Of(me.Id));
    }

    [RedisFact]
    public async Task Log_ActWithAHostileFile_NamesThePhotoAndLogsNothing()
    {
        using var rider = await host.Person();
        Assert.Equal(Outcome.Done, (await host.Calls.Courier(rider.Id, courier => courier.EnterPool(host.Command()))).Outcome);
        var page = await rider.Get("/courier");
        var token = WebUtility.HtmlDecode(Regex.Match(page.Html, "name=\"__token\"[^>]*value=\"([^\"]+)\"").Groups[1].Value);
        foreach (var (name, (file, _)) in Corpus.Hostile.Where(hostile => hostile.Key != "empty")) // an empty field is no photo
        {
            var (status, body) = await rider.Draft(token, host.Command().ToString(), "help-person", file);
            Assert.True((status, body.GetProperty("field").GetString()) is (HttpStatusCode.BadRequest, "photo"), $"{name}: {status} {body}");
        }

        Assert.Equal(0, await host.Services.GetRequiredService<ActReader>().Count(rider.Id));
    }

    [RedisFact]
    public async Task Take_MoreThanADayAllows_IsRefused()
    {
        using var me = await host.Person();
        for (var i = 0; i < 30; i++)
        {
            await Take(me, 100 + i);
        }

        Assert.Equal(PhotoRefusal.TooMany, (await Try(me, Picture(200))).Refusal);
    }

    private async Task<Visitor> Reviewer(string district = "")
    {
        var (reviewer, chief) = (await host.Person(), await host.Operator());
        var appointed = await host.Calls.Participant(reviewer.Id, person => person.Appoint(host.Command(), chief.Id, new(Role.Reviewer, district), true, "test"));
        chief.Dispose();
        Assert.Equal(Outcome.Done, appointed.Outcome);
        return reviewer;
    }

    private async Task<string> Take(Visitor by, int shade)
    {
        var taken = await Try(by, Picture(shade));
        Assert.Equal(PhotoRefusal.None, taken.Refusal);
        return taken.Hash!;
    }

    private async Task<PhotoTaken> Try(Visitor by, byte[] file)
    {
        using var stream = new MemoryStream(file);
        return await Intake.Take(stream, by.Id);
    }

    // Each its own.
    private static byte[] Picture(int shade)
    {
        using var bitmap = new SKBitmap(64, 64, SKColorType.Rgba8888, SKAlphaType.Opaque);
        bitmap.Erase(new SKColor((byte)shade, (byte)(shade * 3), (byte)(255 - shade)));
        using var data = bitmap.Encode(SKEncodedImageFormat.Png, 90);
        return data.ToArray();
    }
}
