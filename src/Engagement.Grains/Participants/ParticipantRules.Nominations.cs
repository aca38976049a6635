using Engagement.Contracts;
using Engagement.Grains.Agenda;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Nominations;
using Engagement.Grains.Roses;
using Engagement.Grains.Storage;

namespace Engagement.Grains.Participants;

internal static partial class ParticipantRules
{
    /// <summary>Thanks a courier with ready-made words: counted on the person's day, and sent as a message. A courier who blocks the person gets none, silently.</summary>
    public static Outcome Nominate(
        ParticipantState person, CommandId command, ParticipantId courier, string reason, string preset, bool active, bool blocked, int perDay, Moment moment)
    {
        var content = Content.Of("nominate", courier.ToString(), reason, preset);
        if (Refusal(person, command, content, moment) is { } early)
        {
            return early.Outcome;
        }

        var day = ShanghaiDay.Of(moment.Now);
        var said = day > person.NominationDay ? 0 : person.Nominations; // a clock that went back begins no new day
        var refusal = person.Commands.MayHaveDropped(command) ? Outcome.TooOld
            : courier == person.Id ? Outcome.Forbidden
            : !active ? Outcome.NotFound
            : moment.Stops(ControlField.Sending) is var stopped and not Outcome.Done ? stopped
            : said >= perDay ? Outcome.DailyLimit
            : Outcome.Done;
        if (refusal != Outcome.Done)
        {
            return refusal;
        }

        (person.NominationDay, person.Nominations) = (Math.Max(day, person.NominationDay), said + 1);
        if (!blocked)
        {
            person.Follow(new Index(RoseEffects.Agenda, NominationEffects.Thank(courier, person.Id, reason, preset, moment.Milliseconds), AgendaEntry.AtOnce));
        }

        person.Commands.Keep(command, content, 0, moment.Real);
        person.Touch();
        return Outcome.Done;
    }
}
