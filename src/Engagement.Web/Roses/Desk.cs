using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Participants;
using Engagement.Grains.Roses;
using Engagement.Web.Home;
using Engagement.Web.Shared;

namespace Engagement.Web.Roses;

/// <summary>Lays out the writing page: the catalogue's sentences, and people one may address directly.</summary>
public sealed class Desk(SeededCatalogue catalogue, Wording wording, BoxReader boxes, PeopleReader people, RoseStages stages, LetterReader letters)
{
    private const int Recent = 20;

    /// <summary>A new letter.</summary>
    public async Task<WritePage> Fresh(WriteForm form, ParticipantSelf self, ParticipantId me) =>
        new(form, Sentences(), Reasons(), self.Profile?.Name, self.Remaining, Known: await Known(me)) { NameHeld = self.Profile?.NameHeld == true };

    /// <summary>A letter to pass a rose on with; it costs none of today's.</summary>
    public async Task<WritePage> PassOn(WriteForm form, ParticipantSelf self, ParticipantId me, string rose, int with) =>
        new(form, Sentences(), Reasons(), self.Profile?.Name, null, rose, with, await Known(me)) { NameHeld = self.Profile?.NameHeld == true };

    /// <summary>The form that writes a letter again which came back; null when it is not this person's, or did not.</summary>
    public async Task<WriteForm?> Again(RoseState rose, ParticipantId me) =>
        rose.Holder == me && stages.Unsent(rose) is { } letter ? await letters.Again(letter, me) : null;

    /// <summary>The words of a form: own ones, neutral unless a reason was chosen, or the sentence with its reason. Null when neither is there.</summary>
    public LetterWords? Words(WriteForm form)
    {
        if (!string.IsNullOrWhiteSpace(form.Text))
        {
            return new(form.Reason is { Length: > 0 } chosen ? chosen : catalogue.Reference.Neutral?.Id ?? "", null, form.Text, form.To);
        }

        var reason = catalogue.Reference.Reasons.FirstOrDefault(known => known.Presets.Any(preset => preset.Id == form.Preset));
        return reason is null ? null : new(reason.Id, form.Preset, null, form.To);
    }

    private List<Sentence> Sentences() =>
        [.. catalogue.Reference.Reasons.SelectMany(reason => reason.Presets.Select(preset => new Sentence(preset.Id, wording.Of(preset))))];

    // The neutral one first: whoever chooses nothing has said nothing of a deed.
    private List<Choice> Reasons() => [.. catalogue.Reference.Reasons.OrderByDescending(reason => reason.Neutral)
        .Select(reason => new Choice(reason.Id, wording.Of(reason.Title)))];

    // Those who gave me a rose lately and show a name: the ones a person wants to answer.
    private async Task<IReadOnlyList<Choice>> Known(ParticipantId me)
    {
        var received = await boxes.Read(me, Box.Received, null, Recent);
        var givers = received!.Roses.Select(entry => entry.Rose.Latest).OfType<Hop>()
            .Where(hop => hop.To == me && !hop.Letter.Anonymous).Select(hop => hop.From).Distinct().ToArray();
        var seen = await people.Read(givers);
        return [.. givers.Where(giver => seen[giver].Name is not null).Select(giver => new Choice(giver.ToString(), seen[giver].Name!))];
    }
}
