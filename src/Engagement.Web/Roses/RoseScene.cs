using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Participants;
using Engagement.Grains.Roses;
using Engagement.Grains.Storage;
using Engagement.Web.Home;
using Engagement.Web.Problems;
using Engagement.Web.Shared;
using Stage = Engagement.Grains.Roses.RoseStage;

namespace Engagement.Web.Roses;

/// <summary>What a rose's page shows to whoever comes: the giver, the taker, the bearer of its link, or anybody.</summary>
public sealed class RoseScene(
    RoseReader roses, HopFinder hops, RoseStages stages, LetterReader letters, PeopleReader people, SeededCatalogue catalogue, Wording wording, CellKeys keys, CampaignSettings settings, Calls calls, Links links)
{
    /// <summary>The page; null for somebody who has nothing to do with it and sees its way instead.</summary>
    public async Task<RosePage?> For(RoseState rose, ParticipantId me, string? secret, bool opened, string here)
    {
        var with = (int)await roses.People(rose);
        var stage = stages.Of(rose);
        var offer = stage is Stage.Offered or Stage.OfferedOn ? rose.Offer : null;
        if (!me.IsNone && offer is not null && rose.Holder == me)
        {
            return new(rose.Id.ToString(), RoseStage.Offered, RoseViewer.Giver, null, with,
                Letter: await letters.Read(rose, offer, with), Until: At(offer.Due));
        }

        if (!me.IsNone && rose.Latest is { } mine && mine.To == me)
        {
            // Whoever reported a letter never has to see it again.
            return rose.Reporters?.Contains(me) == true ? new(rose.Id.ToString(), RoseStage.UnderReview, RoseViewer.Taker, null, with) : await Taken(rose, mine, stage, with, opened);
        }

        if (offer is not null && !me.IsNone && rose.Latest?.To != me && (await calls.Participant(rose.Holder, giver => giver.AsGiver(me))).Blocks)
        {
            return new(rose.Id.ToString(), RoseStage.Held, RoseViewer.Other, null, with); // exactly as for a rose already taken
        }

        var bears = offer is not null && keys.IsLinkSecret(rose.Id.Value, offer.Number, secret);
        if (offer is not null && (bears && offer.To.IsNone || !me.IsNone && offer.To == me && !offer.Silenced))
        {
            var giver = offer.Letter.Anonymous ? null : await people.NameFor(rose.Holder);
            return new(rose.Id.ToString(), RoseStage.Offered, RoseViewer.Other, giver, with, secret, Until: At(offer.Due),
                SignIn: me.IsNone ? "/signin?returnUrl=" + Uri.EscapeDataString(here) : null)
            {
                Claim = bears && offer.To.IsNone ? links.Rose(rose.Id, secret!) : null,
            };
        }

        var given = me.IsNone ? null : await hops.GivenBy(rose, me);
        var gave = given is not null || !me.IsNone && rose.Sender == me;
        var borne = gave ? 0 : Borne(rose, secret);
        return gave || borne > 0 ? await Elsewhere(rose, await Met(rose, stage, borne), with, gave, given) : null;
    }

    private async Task<RosePage> Taken(RoseState rose, Hop hop, Stage stage, int with, bool opened) => new(
        rose.Id.ToString(), Shown(stage), RoseViewer.Taker, hop.Letter.Anonymous ? null : await people.NameFor(hop.From), with,
        Letter: await letters.Read(rose, hop, with), Place: rose.LatestPlace, Until: At(hop.At).AddHours(settings.Roses.KeptHours),
        Thanks: Said(hop), CanPass: rose.Status == RoseStatus.Held, JustOpened: opened && hop.Thanks is null,
        Phrases: [.. catalogue.Reference.Thanks.Select(phrase => new Choice(phrase.Id, wording.Of(phrase)))])
    {
        Unsent = stages.Unsent(rose) is { } unsent ? await letters.Unsent(unsent, hop.To, with) : null,
    };

    private async Task<RosePage> Elsewhere(RoseState rose, RoseStage stage, int with, bool gave, Hop? mine)
    {
        var holder = rose.Status == RoseStatus.Held ? (await people.Read([rose.Holder]))[rose.Holder].Name : null;
        return new(rose.Id.ToString(), stage, gave ? RoseViewer.Giver : RoseViewer.Other, null, with,
            Letter: mine is null ? null : await letters.Read(rose, mine, with), Holder: holder, Thanks: mine is null ? null : Said(mine))
        {
            Lies = rose.Lies,
            Unsent = gave && rose.Hops == 0 && stages.Unsent(rose) is { } unsent ? await letters.Unsent(unsent, rose.Sender, with) : null,
        };
    }

    private string? Said(Hop hop) => catalogue.Reference.Thanks.FirstOrDefault(phrase => phrase.Id == hop.Thanks) is { } phrase ? wording.Of(phrase) : null;

    // What the bearer of an older link meets: that link's letter may have been taken back, or another sealed in its place.
    private async Task<RoseStage> Met(RoseState rose, Stage stage, int offer) =>
        offer == 0 || rose.Status != RoseStatus.Held || await hops.OfOffer(rose, offer) is not null ? Shown(stage)
        : offer < rose.Offers && stage == Stage.OfferedOn ? RoseStage.Replaced
        : RoseStage.Lapsed;

    // The offer whose link this is, among the latest sixteen; 0 for none of them.
    private int Borne(RoseState rose, string? secret)
    {
        for (var offer = rose.Offers; secret is not null && offer > 0 && offer > rose.Offers - 16; offer--)
        {
            if (keys.IsLinkSecret(rose.Id.Value, offer, secret))
            {
                return offer;
            }
        }

        return 0;
    }

    private static RoseStage Shown(Stage stage) => stage switch
    {
        Stage.Returned => RoseStage.Returned,
        Stage.Withdrawn => RoseStage.Withdrawn,
        Stage.Voided => RoseStage.Voided,
        Stage.Kept => RoseStage.Kept,
        Stage.Offered => RoseStage.Offered,
        _ => RoseStage.Held,
    };

    private static DateTimeOffset At(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
}
