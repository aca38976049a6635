using System.Net;
using Engagement.Contracts;
using Engagement.Grains.Control;
using Engagement.Grains.Storage;
using Engagement.Tests.Site;
using Engagement.Tests.Storage;
using Engagement.Web.Problems;
using Microsoft.Extensions.DependencyInjection;

namespace Engagement.Tests.Control;

/// <summary>Switches stop commands in the grains, and nothing that only reads.</summary>
public sealed class SwitchesTests(SiteUnderTest site) : IClassFixture<SiteUnderTest>
{
    private static readonly ParticipantId Boss = new(OpaqueId.Random());

    private Calls Calls => site.Services.GetRequiredService<Calls>();

    private ISwitches Switches => site.Services.GetRequiredService<ISwitches>();

    [Fact]
    public async Task Sending_SwitchedOff_StopsGivingInTheGrainAndNothingElse()
    {
        var (giver, taker) = (await site.PersonAsync("停送赠"), await site.PersonAsync("停送收"));
        var (rose, secret) = await giver.Give();
        await Turn(ControlField.Sending, "off");
        try
        {
            Assert.True(ParticipantId.TryParse(giver.Id, out var id));
            var sent = await Calls.Participant(id, me => me.Send(Key(), new(new("give-way", "give-way-waited", null), default, false)));
            Assert.Equal(Outcome.SwitchedOff, sent.Outcome);
            Assert.Equal("SwitchedOff", ApiPerson.Outcome(await giver.Post("/roses", ApiPerson.Rose())));
            Assert.Equal("SwitchedOff", ApiPerson.Outcome(await giver.Post("/bouquets", new
            {
                commandId = SiteUnderTest.Command(), roses = 2, shares = 2, split = "equal", reason = "give-way", preset = "give-way-waited",
            })));
            Assert.Equal("Claimed", ApiPerson.Outcome(await taker.Claim(rose, secret)));
            Assert.Equal("SwitchedOff", ApiPerson.Outcome(await taker.Post($"/roses/{rose}/offer", ApiPerson.Rose())));
            Assert.Equal(HttpStatusCode.OK, (await taker.Get($"/roses/{rose}")).Status);
            var campaign = await SiteUnderTest.Json(await site.Http.GetAsync("/api/v1/campaign"));
            Assert.Equal("sending", Assert.Single(campaign.GetProperty("switchedOff").EnumerateArray()).GetString());
            Assert.Contains("送玫瑰暂时停一停", await site.Http.GetStringAsync("/"), StringComparison.Ordinal);
        }
        finally
        {
            await Turn(ControlField.Sending, "");
        }

        Assert.DoesNotContain("暂时停一停", await site.Http.GetStringAsync("/"), StringComparison.Ordinal);
        await giver.Give();
        await site.IsWhole();
    }

    [Fact]
    public async Task Claiming_SwitchedOff_StopsTakingAndTheLinkStaysGood()
    {
        var (giver, taker) = (await site.PersonAsync("停收赠"), await site.PersonAsync("停收收"));
        var (rose, secret) = await giver.Give();
        await Turn(ControlField.Claiming, "off");
        try
        {
            Assert.Equal("SwitchedOff", ApiPerson.Outcome(await taker.Claim(rose, secret)));
            using var read = await site.Http.GetAsync($"/r/{rose}/chain");
            Assert.Equal(HttpStatusCode.OK, read.StatusCode);
            await giver.Give();
        }
        finally
        {
            await Turn(ControlField.Claiming, "");
        }

        Assert.Equal("Claimed", ApiPerson.Outcome(await taker.Claim(rose, secret)));
    }

    [Fact]
    public async Task Boards_SwitchedOff_AreNotShownAndGoOnCounting()
    {
        await Turn(ControlField.Boards, "off");
        try
        {
            using var page = await site.Http.GetAsync("/boards");
            Assert.Contains("这一项暂停了", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            using var api = await site.Http.GetAsync("/api/v1/boards/district");
            Assert.Equal(HttpStatusCode.Conflict, api.StatusCode);
            Assert.Equal("SwitchedOff", (await SiteUnderTest.Json(api)).GetProperty("outcome").GetString());
            await (await site.PersonAsync("停榜赠")).Give();
            await site.IsWhole();
        }
        finally
        {
            await Turn(ControlField.Boards, "");
        }
    }

    [Fact]
    public async Task Campaign_Closed_AnswersAsAfterItsEnd()
    {
        var giver = await site.PersonAsync("提前结束");
        await Turn(ControlField.Campaign, "closed");
        try
        {
            Assert.Equal("CampaignClosed", ApiPerson.Outcome(await giver.Post("/roses", ApiPerson.Rose())));
        }
        finally
        {
            await Turn(ControlField.Campaign, "");
        }

        await giver.Give();
    }

    [Fact]
    public async Task Switch_TurnedByAnotherProcess_IsSeenByItself()
    {
        // Without a Refresh here, as in every process but the operator's.
        Assert.Equal(Outcome.Done, (await Calls.Campaign(campaign => campaign.Set(Key(), Boss, ControlField.Notice, "别处改的", "why"))).Outcome);
        await Eventually.HoldsAsync(() => Task.FromResult(Switches.Now.Notice(english: true) == "别处改的"), "the change is read");
        Assert.Contains("别处改的", await site.Http.GetStringAsync("/"), StringComparison.Ordinal);
        await Turn(ControlField.Notice, "");
    }

    private async Task Turn(ControlField field, string value)
    {
        Assert.Equal(Outcome.Done, (await Calls.Campaign(campaign => campaign.Set(Key(), Boss, field, value, "test"))).Outcome);
        await site.Services.GetRequiredService<Switches>().Refresh();
    }

    private static CommandId Key() => CommandId.New(DateTimeOffset.UtcNow);
}
