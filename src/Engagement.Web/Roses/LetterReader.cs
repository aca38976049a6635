using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Participants;
using Engagement.Grains.Roses;
using Engagement.Grains.Storage;
using Engagement.Web.Home;
using GrainLetter = Engagement.Grains.Roses.Letter;
using Letter = Engagement.Web.Shared.Letter;

namespace Engagement.Web.Roses;

/// <summary>Reads letters for the two people whom they are between: own words only once they passed moderation, else the preset.</summary>
public sealed class LetterReader(SeededCatalogue catalogue, CellKeys keys, Wording wording, PeopleReader people, LetterOpener opener)
{
    /// <summary>The words of a letter, for giver and taker; the preset when the giver's own are gone with their account.</summary>
    public async Task<string> Words(GrainLetter letter, TextState state, ParticipantId giver) =>
        await Own(letter.Text, state, giver) ?? Preset(letter);

    /// <summary>A letter that came back, whole, for its writer alone: as it was written, passed or not.</summary>
    public async Task<Letter> Unsent(GrainLetter letter, ParticipantId writer, int with)
    {
        var said = opener.Open(letter, letter.TextState, await people.Salt(writer));
        return new(said.Addressee ?? "", said.Own ?? Preset(letter), letter.Anonymous ? null : await people.NameFor(writer), with);
    }

    /// <summary>The form that writes such a letter again.</summary>
    public async Task<WriteForm> Again(GrainLetter letter, ParticipantId writer)
    {
        var said = opener.Open(letter, letter.TextState, await people.Salt(writer));
        return new(said.Addressee, said.Preset, said.Own is null ? null : said.Reason, said.Own, letter.Anonymous);
    }

    private string Preset(GrainLetter letter) => catalogue.Preset(letter.Preset) is { } preset ? wording.Of(preset) : "";

    /// <summary>The whole letter as it is drawn. An anonymous giver signs as a citizen.</summary>
    public async Task<Letter> Read(GrainLetter letter, TextState state, ParticipantId giver, int with) => new(
        await Own(letter.Addressee, state, giver) ?? "", await Words(letter, state, giver), letter.Anonymous ? null : await people.NameFor(giver), with);

    private async Task<string?> Own(byte[]? box, TextState state, ParticipantId giver) =>
        box is not null && state == TextState.Shown && await people.Salt(giver) is { } salt ? keys.Open(box, salt) : null;

    /// <summary>The letter of a hop.</summary>
    public Task<Letter> Read(RoseState rose, Hop hop, int with) => Read(hop.Letter, rose.ReviewOf(hop), hop.From, with);

    /// <summary>The letter of an open offer.</summary>
    public Task<Letter> Read(RoseState rose, Offer offer, int with) => Read(offer.Letter, offer.Letter.TextState, rose.Holder, with);
}
