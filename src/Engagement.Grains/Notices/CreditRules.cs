using Engagement.Contracts;
using Engagement.Grains.Roses;
using Engagement.Grains.Storage;

namespace Engagement.Grains.Notices;

/// <summary>The ledger of what may be sent to one person (RR-15): pure and synchronous.</summary>
internal static class CreditRules
{
    /// <summary>Credits of one template counted at most.</summary>
    public const int MostCredits = 100;

    /// <summary>A long-term template that was accepted.</summary>
    public const int Unlimited = -1;

    private const int MostTries = 3;

    /// <summary>Takes in answers to prompts: pages speak of the service account's templates, the mini program of its own.</summary>
    public static void Answer(NoticeState state, ulong push, IReadOnlyList<SubscriptionAnswer> answers, NoticeOptions options, bool inMiniProgram = false)
    {
        if (!Remember(state, push))
        {
            return;
        }

        foreach (var answer in answers)
        {
            if (options.Templates.Find(template => template.Id == answer.TemplateId) is { Kind: not TemplateKind.Follower } template && template.IsOfMiniProgram == inMiniProgram)
            {
                Set(state, template.Id, !answer.Accepted ? 0 : template.IsLongTerm ? Unlimited : Math.Min(MostCredits, CreditsOf(state, template.Id) + 1));
            }
        }
    }

    /// <summary>The newest event wins.</summary>
    public static void Follow(NoticeState state, bool follows, long at)
    {
        var now = follows ? FollowState.Follows : FollowState.Away;
        if (!state.Erased && at >= state.FollowAt && state.Following != now)
        {
            (state.Following, state.FollowAt) = (now, at);
            state.Touch();
        }
    }

    /// <summary>What an event says of a message. Without a number it is the latest one of that template that has none.</summary>
    public static void Report(NoticeState state, ulong push, DeliveryReport report)
    {
        if (!Remember(state, push))
        {
            return;
        }

        var at = state.Sent.FindLastIndex(sent => sent.MessageId == report.MessageId);
        at = at >= 0 ? at : state.Sent.FindLastIndex(sent => sent.MessageId is null && sent.TemplateId == report.TemplateId && sent.State is SendState.Unknown or SendState.Accepted);
        if (at < 0)
        {
            return;
        }

        state.Sent[at] = state.Sent[at] with
        {
            MessageId = report.MessageId,
            State = report.Outcome switch { DeliveryOutcome.Delivered => SendState.Delivered, DeliveryOutcome.Refused => SendState.Refused, _ => SendState.Failed },
        };
        if (report.Outcome == DeliveryOutcome.Refused)
        {
            Set(state, state.Sent[at].TemplateId, 0);
        }
    }

    /// <summary>
    /// The first template that can be used now, the service account's before the mini program's; null when there is none, and then nothing is even tried.
    /// </summary>
    public static NoticeTemplate? Usable(NoticeState state, NoticeOptions options) => state.Erased ? null
        : options.Templates.Find(template => !template.IsOfMiniProgram && state.OpenId is not null
            && (template.Kind == TemplateKind.Follower ? state.Following != FollowState.Away : CreditsOf(state, template.Id) != 0))
        ?? options.Templates.Find(template => template.IsOfMiniProgram && CreditsOf(state, template.Id) != 0);

    /// <summary>Takes the credit and writes the message down, before it is handed over.</summary>
    public static void Begin(NoticeState state, NoticeTemplate template, int count, long newest, long turn, long now)
    {
        Spend(state, template, 1);
        state.Sent.Add(new(now, template.Id, count));
        state.Sent.RemoveRange(0, Math.Max(0, state.Sent.Count - NoticeState.SentKept));
        (state.ToldUpTo, state.Turn) = (Math.Max(state.ToldUpTo, newest), turn);
        state.Touch();
    }

    /// <summary>Writes down what became of it. A message that surely was not taken gives its credit back, and is worth another look.</summary>
    /// <param name="state">The record.</param>
    /// <param name="template">What it was sent with.</param>
    /// <param name="result">What the sender says.</param>
    /// <param name="before">What was told, and the turn, before it began.</param>
    /// <param name="retry">When to look again if it is worth it.</param>
    public static void Finish(NoticeState state, NoticeTemplate template, SendResult result, (long ToldUpTo, long Turn) before, long retry)
    {
        var sent = state.Sent[^1];
        state.Sent[^1] = sent with
        {
            MessageId = result.MessageId == 0 ? sent.MessageId : result.MessageId.ToString(System.Globalization.CultureInfo.InvariantCulture),
            State = result.Outcome switch
            {
                SendOutcome.Taken => SendState.Accepted,
                SendOutcome.Refused or SendOutcome.Away => SendState.Refused,
                SendOutcome.NotNow or SendOutcome.Never => SendState.Failed,
                _ => SendState.Unknown,
            },
        };
        state.Touch();
        switch (result.Outcome)
        {
            case SendOutcome.Refused when template.Kind != TemplateKind.Follower:
            case SendOutcome.Away when template.IsOfMiniProgram: // says nothing about the service account
                Set(state, template.Id, 0);
                break;
            case SendOutcome.Refused or SendOutcome.Away:
                state.Following = FollowState.Away;
                break;
            case SendOutcome.NotNow or SendOutcome.Never:
                Spend(state, template, -1);
                break;
        }

        var again = result.Outcome is SendOutcome.NotNow or SendOutcome.Refused or SendOutcome.Away && state.Failures < MostTries;
        state.Failures = again ? state.Failures + 1 : 0;
        if (again)
        {
            (state.ToldUpTo, state.Turn) = before; // nobody was told: another template, or another time
            Look(state, retry);
        }
    }

    /// <summary>Sets the person's own next look; an earlier one that is set already stays.</summary>
    public static void Look(NoticeState state, long due)
    {
        if (state.DigestDue == 0 || due < state.DigestDue)
        {
            state.DigestDue = due;
            state.Follow(new Index(RoseEffects.Agenda, NoticeEffects.Digest(state.Id), due));
        }
    }

    /// <summary>The entry that led here is done.</summary>
    public static void Done(NoticeState state, string entry)
    {
        if (entry == NoticeEffects.Digest(state.Id))
        {
            state.DigestDue = 0;
        }

        state.Follow(new Take(RoseEffects.Agenda, entry));
    }

    /// <summary>Empties everything, for good.</summary>
    public static void Erase(NoticeState state)
    {
        if (state.DigestDue > 0)
        {
            state.Follow(new Unindex(RoseEffects.Agenda, NoticeEffects.Digest(state.Id)));
        }

        (state.Erased, state.OpenId, state.Salt, state.Following, state.FollowAt, state.DigestDue) = (true, null, [], FollowState.Unknown, 0, 0);
        (state.Credits, state.Pushes, state.Sent, state.ToldUpTo, state.Turn, state.Failures) = ([], [], [], 0, 0, 0);
        state.Touch();
    }

    /// <summary>Credits of a template; <see cref="Unlimited"/> for an accepted long-term one.</summary>
    public static int CreditsOf(NoticeState state, string template) => state.Credits.Find(credit => credit.TemplateId == template).Credits;

    private static void Spend(NoticeState state, NoticeTemplate template, int n)
    {
        if (template.Kind is TemplateKind.OneTime or TemplateKind.MiniProgram)
        {
            Set(state, template.Id, Math.Clamp(CreditsOf(state, template.Id) - n, 0, MostCredits));
        }
    }

    private static void Set(NoticeState state, string template, int credits)
    {
        state.Credits.RemoveAll(credit => credit.TemplateId == template);
        if (credits != 0)
        {
            state.Credits.Add(new(template, credits));
        }

        state.Touch();
    }

    private static bool Remember(NoticeState state, ulong push)
    {
        if (state.Erased || state.Pushes.Contains(push))
        {
            return false;
        }

        state.Pushes.Add(push);
        state.Pushes.RemoveRange(0, Math.Max(0, state.Pushes.Count - NoticeState.PushesKept));
        state.Touch();
        return true;
    }
}
