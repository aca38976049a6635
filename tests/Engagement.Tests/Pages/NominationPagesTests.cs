using System.Net;
using System.Text.RegularExpressions;
using Engagement.Contracts;
using Engagement.Grains.Storage;
using Engagement.Tests.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Engagement.Tests.Pages;

/// <summary>Public thanks from the sticker to the courier and back to the code's page.</summary>
[Collection(PageTestCollection.Name)]
public sealed class NominationPagesTests(PagesHost host)
{
    [RedisFact]
    public async Task Thanks_SaidByScan_AreShownOnlyWhenTheCourierAccepts()
    {
        using var rider = await host.Person("骑士长");
        Assert.Equal(HttpStatusCode.Conflict, (await rider.Get("/courier/thanks")).Status);
        await host.Calls.Courier(rider.Id, me => me.EnterPool(host.Command()));
        await rider.Send("/courier/thanks", "/courier/thanks/code", []);
        var code = Regex.Match((await rider.Get("/courier/thanks")).Html, "class=\"code\">([^<]+)<").Groups[1].Value.Replace(" ", "");
        Assert.Equal(10, code.Length);
        Assert.StartsWith("%PDF", (await rider.Get("/courier/stickers.pdf")).Html, StringComparison.Ordinal);

        using var guest = host.Guest();
        var page = await guest.Get("/n/" + code);
        Assert.DoesNotContain("骑士长", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(rider.Id.ToString(), page.Html, StringComparison.Ordinal);
        using var an = await host.Person("木棉");
        var reason = host.Reference.Reasons[2];
        var letter = $"{reason.Id}:{reason.Presets[0].Id}";
        Assert.Equal($"/n/{code}?sent=true", (await an.Send("/n/" + code, "/n/" + code, [("letter", letter)])).Location);
        await host.Services.GetRequiredService<IGrainFactory>().GetGrain<ISweeperGrain>(host.Services.GetRequiredService<Cell>().Campaign).Sweep();
        var mine = await rider.Get("/courier/thanks");
        Assert.Contains(reason.Presets[0].Zh, mine.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("木棉", mine.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("个人谢过", (await guest.Get("/n/" + code)).Text, StringComparison.Ordinal);

        await rider.Send("/courier/thanks", "/courier/thanks", [("verdict", "accept")]);
        Assert.Contains("1 个人谢过", (await guest.Get("/n/" + code)).Text, StringComparison.Ordinal);
        await rider.Send("/courier/thanks", "/courier/thanks", [("verdict", "decline")]);
        Assert.DoesNotContain("个人谢过", (await guest.Get("/n/" + code)).Text, StringComparison.Ordinal);
        Assert.Contains("ublicThanks", (await rider.Get("/settings/export")).Html, StringComparison.Ordinal);
    }

    [RedisFact]
    public async Task Thanks_OwnWordsOrDeadCode_AreRefused()
    {
        using var rider = await host.Person();
        await host.Calls.Courier(rider.Id, me => me.EnterPool(host.Command()));
        await host.Calls.Nominations(rider.Id, mine => mine.MakeCode(host.Command()));
        var code = (await host.Calls.Nominations(rider.Id, mine => mine.Show())).Code!;
        using var an = await host.Person();
        Assert.Equal(HttpStatusCode.BadRequest, (await an.Send("/n/" + code, "/n/" + code, [("letter", "你的电话是多少")])).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await rider.Send("/n/" + code, "/n/" + code, [("letter", $"{host.Reference.Reasons[0].Id}:{host.Reference.Reasons[0].Presets[0].Id}")])).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await an.Get("/n/2222222222")).Status);
        await host.Calls.Courier(rider.Id, me => me.Leave(host.Command(), false));
        Assert.Equal(HttpStatusCode.NotFound, (await an.Get("/n/" + code)).Status);
    }
}
