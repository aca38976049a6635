using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Participants;
using Engagement.Grains.Roses;
using Engagement.Web.Roses;
using RoseStage = Engagement.Grains.Roses.RoseStage;

namespace Engagement.Web.Mine;

/// <summary>Makes rows of a person's roses: each shows the one passing in which that person was giver or taker.</summary>
public sealed class Shelf(RoseReader roses, HopFinder hops, RoseStages stages, LetterReader letters, PeopleReader people, CampaignSettings settings)
{
    /// <summary>Rows of a page, in its order.</summary>
    public async Task<IReadOnlyList<MineRow>> Rows(ParticipantId me, Box box, BoxPage page)
    {
        var drafts = await Task.WhenAll(page.Roses.Select(entry => Draft(me, box, entry.Rose, entry.At)));
        var known = drafts.Where(draft => !draft.Hidden && !draft.Other.IsNone).ToLookup(draft => draft.Met, draft => draft.Other);
        var names = await people.NamesFor(known[true]);
        var shown = await people.Read(known[false]); // nothing passed between the two yet: only a name that anybody may see
        return [.. drafts.Select(draft => draft.Row with
        {
            Name = draft.Hidden ? null : draft.Met ? names.GetValueOrDefault(draft.Other) : shown.GetValueOrDefault(draft.Other)?.Name,
        })];
    }

    // The row without its name, and whose name it is; hidden for the receiver of an anonymous rose.
    private async Task<(MineRow Row, ParticipantId Other, bool Hidden, bool Met)> Draft(ParticipantId me, Box box, RoseState rose, DateTimeOffset at)
    {
        var count = roses.People(rose);
        var offer = box == Box.Inbox || box == Box.Sent && rose.Hops == 0 ? rose.Offer : null;
        var hop = offer is null ? await Mine(me, box, rose, at.ToUnixTimeMilliseconds()) : null;
        var letter = hop?.Letter ?? offer?.Letter ?? (box == Box.Sent && rose.Hops == 0 ? rose.Unsent : null);
        var state = hop is not null ? rose.ReviewOf(hop) : letter?.TextState ?? TextState.Shown;
        var silent = box == Box.Inbox || rose.Status == RoseStatus.Voided || rose.Reporters?.Contains(me) == true;
        var other = box == Box.Sent ? hop?.To ?? offer?.To ?? default : hop?.From ?? (rose.Paper is null ? rose.Holder : default); // paper was found
        var stage = StageOf(me, box, rose, state);
        var text = letter is not null && !silent ? await letters.Words(letter, state, hop?.From ?? rose.Holder) : null;
        var row = new MineRow(rose.Id.ToString(), null, box == Box.Sent && other.IsNone, text, await count, stage, at, Until(rose, stage))
        {
            Found = box != Box.Sent && hop is null && rose.Paper is not null,
        };
        return (row, other, box != Box.Sent && letter?.Anonymous == true, box != Box.Sent || hop is not null);
    }

    // The passing that the shelf's entry is about. The first giver's entry is of the birth, all others of the passing itself.
    private async Task<Hop?> Mine(ParticipantId me, Box box, RoseState rose, long at)
    {
        var hop = box != Box.Sent || rose.Sender != me || at != rose.BornAt ? await hops.At(rose, at)
            : rose.Hops == 1 ? rose.Latest
            : (await roses.OlderHops(rose.Id, 1, 1)).SingleOrDefault();
        return hop is not null && me == (box == Box.Sent ? hop.From : hop.To) ? hop : null;
    }

    private MineStage StageOf(ParticipantId me, Box box, RoseState rose, TextState words) => stages.Of(rose) switch
    {
        RoseStage.Voided => MineStage.Voided,
        RoseStage.Returned => MineStage.Returned,
        RoseStage.Withdrawn => MineStage.Withdrawn,
        _ when box == Box.Inbox => MineStage.Waiting,
        _ when box == Box.Sent && words == TextState.Held => MineStage.UnderReview,
        _ when rose.Holder != me => box == Box.Sent ? MineStage.Taken : MineStage.Passed,
        RoseStage.Offered => MineStage.Offered,
        RoseStage.OfferedOn => MineStage.OfferedOn,
        RoseStage.Kept => MineStage.Kept,
        _ => MineStage.Held,
    };

    private DateTimeOffset? Until(RoseState rose, MineStage stage) => stage switch
    {
        MineStage.Offered or MineStage.OfferedOn or MineStage.Waiting => DateTimeOffset.FromUnixTimeMilliseconds(rose.Offer!.Due),
        MineStage.Held => DateTimeOffset.FromUnixTimeMilliseconds(rose.Since).AddHours(settings.Roses.KeptHours),
        _ => null,
    };
}
