using Engagement.Contracts;
using Engagement.Grains.Nominations;
using Engagement.Web.Boards;
using Engagement.Web.Problems;
using Engagement.Web.Roses;
using Engagement.Web.Stations;

namespace Engagement.Web.Nominations;

/// <summary>Makes what the pages of public thanks show.</summary>
public sealed class NominationBook(NominationReader nominations, StationBook words, Names names, Links links, Calls calls)
{
    private const int Shown = 5;

    /// <summary>The page of a code, and whose it is; null for a dead one, or when its owner is no courier any more.</summary>
    public async Task<(NominationPage Page, ParticipantId Courier)?> Find(string code)
    {
        if (await nominations.Find(code) is not { } state || await calls.Courier(state.Id, courier => courier.Card()) is not { Active: true } card)
        {
            return null;
        }

        var accepted = state.Thanks.FindAll(thanks => thanks.State == NominationState.Accepted);
        return (new(state.Code!, card.ShowCompany ? names.Company(card.Company) : null, accepted.Count,
            [.. accepted.OrderByDescending(thanks => thanks.At).Take(Shown).Select(thanks => words.Text(thanks.Preset))], words.Presets()), state.Id);
    }

    /// <summary>The courier's own page.</summary>
    public MyThanksPage Mine(NominationsView view)
    {
        ThanksRow Row(NominationView thanks) => new(thanks.Handle, words.Text(thanks.Preset), DateTimeOffset.FromUnixTimeMilliseconds(thanks.At), thanks.Times,
            thanks.State == NominationState.Accepted);
        return new(view.Code, [.. view.Thanks.Where(thanks => thanks.State == NominationState.Waiting).Select(Row)],
            [.. view.Thanks.Where(thanks => thanks.State != NominationState.Waiting).Select(Row)]);
    }

    /// <summary>The sticker of a code.</summary>
    public StickerPage Sticker(string code) => new($"{code[..5]} {code[5..]}", $"{links.Address}/n/{code}");
}
