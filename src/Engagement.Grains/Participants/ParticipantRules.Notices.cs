using Engagement.Contracts;
using Engagement.Grains.Notices;
using Engagement.Grains.Roses;
using Engagement.Grains.Storage;

namespace Engagement.Grains.Participants;

internal static partial class ParticipantRules
{
    /// <summary>Languages of messages.</summary>
    public static readonly IReadOnlyList<string> Languages = ["zh-Hans", "en"];

    /// <summary>Up to where notices are read: never back, never ahead of now.</summary>
    public static Outcome ReadNotices(ParticipantState person, long upTo, Moment moment)
    {
        var read = Math.Min(upTo, moment.Milliseconds);
        if (person.IsOpen && read > person.NoticesReadAt)
        {
            person.NoticesReadAt = read;
            person.Touch();
        }

        return person.IsOpen ? Outcome.Done : Outcome.SignInRequired;
    }

    /// <summary>What goes out by WeChat.</summary>
    public static Outcome ChooseNotices(ParticipantState person, CommandId command, NoticeChoice choice, Moment moment)
    {
        var content = Content.Of("notices", choice.Off ? "1" : "0", choice.Muted.ToString(), choice.Language);
        if (Refusal(person, command, content, moment) is { } early)
        {
            return early.Outcome;
        }

        (person.NoMessages, person.Muted, person.Language) = (choice.Off, choice.Muted, choice.Language == Languages[0] ? null : choice.Language);
        person.Commands.Keep(command, content, 0, moment.Real);
        person.Touch();
        return Outcome.Done;
    }

    // The latest few; the inbox reads them from here.
    private static void Tell(ParticipantState person, NoticeKind kind, Moment moment, long number = 0)
    {
        person.Matters ??= [];
        person.Matters.Add(new(kind, moment.Milliseconds, number));
        person.Matters.RemoveRange(0, Math.Max(0, person.Matters.Count - ParticipantState.MattersKept));
    }
}
