using Engagement.Contracts;
using Engagement.Grains.Agenda;
using Engagement.Grains.Moderation;
using Engagement.Grains.Notices;
using Engagement.Grains.Storage;

namespace Engagement.Grains.Roses;

internal static partial class RoseRules
{
    /// <summary>Hops whose counts one commit negates: a chain of 10,000 takes a hundred steps, none of which blocks the store.</summary>
    public const int NegatedPerStep = 100;

    /// <summary>Reporters kept; more reports of one rose change nothing.</summary>
    public const int MaxReporters = 20;

    /// <summary>How long a check that WeChat can't make now is asked for again, before it is left to a moderator.</summary>
    public static readonly TimeSpan CheckTries = TimeSpan.FromMinutes(10);

    /// <summary>The taker thanks the giver of the latest hop, once.</summary>
    public static Outcome Thank(RoseState rose, CommandId command, ParticipantId by, string phrase, Moment moment, long wake = 0)
    {
        var content = Content.Of("thank", by.ToString(), phrase);
        if (rose.Commands.Seen(command, content, moment.Real) is { } seen)
        {
            return seen.Outcome;
        }

        if (rose.Status == RoseStatus.Voided)
        {
            return Outcome.Voided;
        }

        if (rose.Latest is not { } hop || hop.To != by)
        {
            return Outcome.NotHolder;
        }

        if (hop.Thanks is not null)
        {
            return Outcome.Done; // one thank-back per hop: a second tap changes nothing
        }

        (hop.Thanks, hop.ThankedAt) = (phrase, moment.Milliseconds);
        rose.Follow([.. NoticeEffects.Wake(hop.From, wake)]);
        rose.Commands.Keep(command, content, 0, moment.Real);
        rose.Touch();
        return Outcome.Done;
    }

    /// <summary>A report goes to the moderators' queue; the reporter is remembered so that one person counts once.</summary>
    public static Outcome Report(RoseState rose, CommandId command, ParticipantId by, string reason, Moment moment)
    {
        var content = Content.Of("report", by.ToString(), reason);
        if (rose.Commands.Seen(command, content, moment.Real) is { } seen)
        {
            return seen.Outcome;
        }

        rose.Reporters ??= [];
        if (rose.Reporters.Contains(by) || rose.Reporters.Count >= MaxReporters)
        {
            return Outcome.Done;
        }

        if (!rose.IsReported && rose.Status != RoseStatus.Voided)
        {
            rose.ReportedAt = moment.Milliseconds;
            rose.Follow(new Index(RoseEffects.Reports, RoseEffects.Member(rose.Id), rose.ReportedAt));
        }

        rose.Reporters.Add(by);
        rose.Follow(new Append("audit", AuditEntry.Of(moment.Now, "rose.report", rose.Id.ToString(), by, reason)));
        rose.Commands.Keep(command, content, 0, moment.Real);
        return Outcome.Done;
    }

    /// <summary>A moderator read the reports and leaves the rose as it is; a later report of another person asks again.</summary>
    public static Outcome ClearReports(RoseState rose, CommandId command, ParticipantId by, string reason, Moment moment)
    {
        var content = Content.Of("clear", reason);
        if (rose.Commands.Seen(command, content, moment.Real) is { } seen)
        {
            return seen.Outcome;
        }

        if (rose.IsReported)
        {
            rose.ClearedReports = rose.Reporters!.Count;
            rose.Follow(
                new Unindex(RoseEffects.Reports, RoseEffects.Member(rose.Id)),
                new Append("audit", AuditEntry.Of(moment.Now, "rose.clear", rose.Id.ToString(), by, reason)));
            rose.Commands.Keep(command, content, 0, moment.Real);
        }

        return Outcome.Done;
    }

    /// <summary>A moderator passes or refuses a held text, wherever the letter is by now.</summary>
    public static Outcome Review(RoseState rose, CommandId command, ParticipantId by, int offer, bool pass, Moment moment, long wake = 0)
    {
        var content = Content.Of("review", offer.ToString(System.Globalization.CultureInfo.InvariantCulture), pass ? "1" : "0");
        if (rose.Commands.Seen(command, content, moment.Real) is { } seen)
        {
            return seen.Outcome;
        }

        if (offer < 1 || offer > rose.Offers)
        {
            return Outcome.NotFound;
        }

        var state = pass ? TextState.Shown : TextState.Refused;
        var letter = rose.LetterOf(offer);
        if (letter is { TextState: not TextState.Held } || rose.Reviews?.Exists(review => review.Offer == offer) == true)
        {
            return Outcome.Done; // decided before, or nothing to decide
        }

        Decide(rose, offer, letter, state, moment, wake);
        rose.Follow(new Append("audit", AuditEntry.Of(moment.Now, pass ? "letter.pass" : "letter.refuse", $"{rose.Id}:{offer}", by, "")));
        rose.Commands.Keep(command, content, 0, moment.Real);
        return Outcome.Done;
    }

    /// <summary>What WeChat's check says of words that wait for it: its pass releases them, risky refuses them, all else waits for a moderator.</summary>
    /// <returns>Whether the check is over; false asks again later.</returns>
    public static bool Checked(RoseState rose, int offer, Letter letter, TextFinding finding, Moment moment, long wake)
    {
        if (letter is not { TextState: TextState.Held, Checking: true } || rose.Reviews?.Exists(review => review.Offer == offer) == true)
        {
            return true; // a moderator was faster
        }

        if (finding.As == CheckedAs.Failed && moment.Milliseconds < letter.WrittenAt + CheckTries.TotalMilliseconds)
        {
            return false;
        }

        (letter.Label, letter.Checking) = (finding.Label, false);
        TextState? state = finding.As switch
        {
            CheckedAs.Passed or CheckedAs.Unreachable => TextState.Shown, // not reachable: what the local lists said stands
            CheckedAs.Risky => TextState.Refused,
            _ => null,
        };
        if (state is { } decided)
        {
            Decide(rose, offer, letter, decided, moment, decided == TextState.Refused ? wake : 0);
            letter.DecidedAt = decided == TextState.Refused ? moment.Milliseconds : 0; // words that show at once are no news
        }

        rose.Follow(new Append("audit", AuditEntry.Of(moment.Now, "letter.check", $"{rose.Id}:{offer}", default, $"{finding.As} {finding.Label} {finding.Trace}".TrimEnd())));
        return true;
    }

    private static void Decide(RoseState rose, int offer, Letter? letter, TextState state, Moment moment, long wake)
    {
        if (letter is not null)
        {
            (letter.TextState, letter.DecidedAt) = (state, moment.Milliseconds);
        }
        else
        {
            (rose.Reviews ??= []).Add(new(offer, state, moment.Milliseconds));
        }

        rose.Follow([new Unindex(RoseEffects.Letters, RoseEffects.Letter(rose.Id, offer)), .. NoticeEffects.Wake(rose.WriterOf(offer), wake)]);
    }

    /// <summary>Ends the rose and begins to negate its hops, newest first. Older ones follow in agenda steps.</summary>
    public static Outcome Void(RoseState rose, CommandId command, ParticipantId by, string reason, IReadOnlyDictionary<int, Hop> older, Counted latest, Moment moment)
    {
        var content = Content.Of("void", reason);
        if (rose.Commands.Seen(command, content, moment.Real) is { } seen)
        {
            return seen.Outcome;
        }

        if (rose.Status == RoseStatus.Voided)
        {
            return Outcome.Voided;
        }

        if (rose.Status is RoseStatus.Returned or RoseStatus.Withdrawn)
        {
            return rose.Status == RoseStatus.Returned ? Outcome.Returned : Outcome.Withdrawn;
        }

        CloseOffer(rose, due: false);
        rose.Unsent = null;
        if (rose.Latest is { } hop)
        {
            hop.Counted = latest;
            rose.Follow(new Unindex(RoseEffects.Place(hop), RoseEffects.Member(rose.Id)));
        }
        else if (rose.Paper is not null)
        {
            rose.Follow(new Unindex(RoseEffects.Held(rose.Sender), RoseEffects.Member(rose.Id)));
        }

        SettlePaper(rose);

        if (rose.IsReported)
        {
            rose.Follow(new Unindex(RoseEffects.Reports, RoseEffects.Member(rose.Id))); // the void is the answer
        }

        (rose.Status, rose.SettledAt) = (RoseStatus.Voided, moment.Milliseconds);
        rose.Follow(new Append("audit", AuditEntry.Of(moment.Now, "rose.void", rose.Id.ToString(), by, reason)));
        Negate(rose, older);
        rose.Commands.Keep(command, content, 0, moment.Real);
        return Outcome.Done;
    }

    /// <summary>The next step of a void. <paramref name="older"/> holds, by number, the first hop and those of this step.</summary>
    public static void ContinueVoid(RoseState rose, int hop, IReadOnlyDictionary<int, Hop> older)
    {
        if (rose.Status == RoseStatus.Voided && rose.Hops - rose.Negated == hop && hop > 0)
        {
            rose.Follow(new Take(RoseEffects.Agenda, RoseEffects.Negate(rose.Id, hop)));
            Negate(rose, older);
        }
    }

    // Negates up to a step's worth of hops from the newest that is not negated yet.
    private static void Negate(RoseState rose, IReadOnlyDictionary<int, Hop> older)
    {
        var firstTaker = older.TryGetValue(1, out var first) ? first.To : rose.Latest?.To ?? default;
        for (var step = 0; step < NegatedPerStep && rose.Negated < rose.Hops; step++, rose.Negated++)
        {
            var number = rose.Hops - rose.Negated;
            var hop = number == rose.Hops ? rose.Latest! : older[number];
            rose.Follow([.. RoseEffects.NegateHop(rose, hop), .. RoseEffects.Left(rose, hop, firstTaker)]);
        }

        if (rose.Negated < rose.Hops)
        {
            rose.Follow(new Index(RoseEffects.Agenda, RoseEffects.Negate(rose.Id, rose.Hops - rose.Negated), AgendaEntry.AtOnce));
        }
    }
}
