using Engagement.Contracts;
using Engagement.Grains.Acts;
using Engagement.Grains.Bouquets;
using Engagement.Grains.Participants;
using Engagement.Grains.Protection;
using Engagement.Grains.Publications;
using Engagement.Grains.Records;
using Engagement.Grains.Roses;

namespace Engagement.Grains.Notices;

/// <summary>What records tell a person. Pure: the same records always tell the same, so nothing has to be stored, trimmed or erased.</summary>
internal static partial class NoticeRules
{
    /// <summary>What a rose tells one of its people.</summary>
    /// <param name="me">Whom.</param>
    /// <param name="rose">The rose.</param>
    /// <param name="older">Hops that left its record, by number from 1; perhaps not all of a long chain.</param>
    public static IEnumerable<Notice> Of(ParticipantId me, RoseState rose, IReadOnlyList<Hop> older)
    {
        if (rose.Status == RoseStatus.Voided)
        {
            yield break; // an operator's void promotes nobody, and tells nobody what isn't there any more
        }

        Hop[] hops = [.. older, .. rose.Latest is { } latest ? [latest] : Array.Empty<Hop>()];
        for (var i = 0; i < hops.Length; i++)
        {
            if (hops[i].From == me && (rose.Bouquet.IsNone || hops[i].Number > 1)) // a bouquet tells of itself as a whole
            {
                foreach (var notice in OfMine(rose, hops[i], i + 1 < hops.Length ? hops[i + 1] : null))
                {
                    yield return notice;
                }
            }
        }

        foreach (var notice in OfOffer(me, rose))
        {
            yield return notice;
        }

        if (rose.Sender == me && rose.Status == RoseStatus.Returned)
        {
            yield return new(NoticeKind.CameBack, At(rose.SettledAt), rose.Id);
        }
        else if (rose.Holder == me && rose.BackAt > 0)
        {
            yield return new(NoticeKind.CameBack, At(rose.BackAt), rose.Id);
        }
    }

    /// <summary>What a bouquet tells its giver.</summary>
    public static IEnumerable<Notice> Of(BouquetState bouquet) =>
        bouquet.SharesLeft == 0 && bouquet.Taken.Count > 0 ? [new(NoticeKind.BouquetTaken, At(bouquet.Taken[^1].At), Bouquet: bouquet.Id, Number: bouquet.Roses)]
        : bouquet.SettledAt > 0 && bouquet.RosesLeft > 0 ? [new(NoticeKind.BouquetLeft, At(bouquet.SettledAt), Bouquet: bouquet.Id, Number: bouquet.RosesLeft)]
        : [];

    /// <summary>What a person's own record tells.</summary>
    public static IEnumerable<Notice> Of(ParticipantState person) =>
        (person.Matters ?? []).Select(matter => new Notice(matter.Kind, At(matter.At), Number: matter.Number));

    /// <summary>What an act tells its courier. Decisions that were taken back tell nothing.</summary>
    public static IEnumerable<Notice> Of(CivicActState act) => act.Steps.Where((_, i) => i + 1 >= act.Steps.Count || act.Steps[i + 1].Event != ActEvent.Undone)
        .Select(step => (step.At, Kind: step.Event switch
        {
            ActEvent.Confirmed or ActEvent.ConfirmedByRose => NoticeKind.ActConfirmed,
            ActEvent.Accepted or ActEvent.Proposed => NoticeKind.ActAccepted,
            ActEvent.Rejected => NoticeKind.ActRejected,
            ActEvent.Asked => NoticeKind.ActAsked,
            _ => (NoticeKind?)null,
        })).Where(told => told.Kind is not null).Select(told => new Notice(told.Kind!.Value, At(told.At)) { Act = act.Id });

    /// <summary>What a good-deed letter tells its courier: how the company answered, also when it thought again.</summary>
    public static IEnumerable<Notice> Of(ProtectionState letter) => letter.Status switch
    {
        ProtectionStatus.Honoured => [new(NoticeKind.DeedHonoured, At(letter.AnsweredAt)) { Act = letter.Act }],
        ProtectionStatus.Refused => [new(NoticeKind.DeedRefused, At(letter.AnsweredAt)) { Act = letter.Act }],
        _ => [],
    };

    /// <summary>What a civic record tells its person: requests that were answered.</summary>
    public static IEnumerable<Notice> Of(CivicRecordState record) => (record.Requests ?? []).Where(request => request.AnsweredAt > 0).Select(request =>
        new Notice(request.State == CorrectionState.Corrected ? NoticeKind.RecordCorrected : NoticeKind.RecordDeclined, At(request.AnsweredAt)) { Act = request.Act });

    /// <summary>What a publication tells whoever objected.</summary>
    public static IEnumerable<Notice> Of(ParticipantId me, PublicationState publication) =>
        (publication.Objections ?? []).Where(objection => objection.By == me && objection.DecidedAt > 0).Select(objection =>
            new Notice(objection.State == ObjectionState.Upheld ? NoticeKind.ObjectionUpheld : NoticeKind.ObjectionDismissed, At(objection.DecidedAt)) { Period = publication.Period });

    private static IEnumerable<Notice> OfMine(RoseState rose, Hop mine, Hop? next)
    {
        yield return new(NoticeKind.Opened, At(mine.At), rose.Id, Other: mine.To);
        if (mine.Thanks is not null)
        {
            yield return new(NoticeKind.Thanked, At(mine.ThankedAt == 0 ? mine.At : mine.ThankedAt), rose.Id, Other: mine.To);
        }

        if (next is { } step && step.Number == mine.Number + 1)
        {
            yield return new(NoticeKind.PassedOn, At(step.At), rose.Id, Other: mine.To);
        }

        if (rose.DecidedAt(mine) is var decided and > 0)
        {
            yield return Decided(rose, rose.ReviewOf(mine), decided);
        }
    }

    private static IEnumerable<Notice> OfOffer(ParticipantId me, RoseState rose)
    {
        if (rose.Offer is not { } offer)
        {
            yield break;
        }

        if (offer.To == me && !offer.Silenced)
        {
            yield return new(NoticeKind.Arrived, At(offer.At), rose.Id, Other: offer.Letter.Anonymous ? default : rose.Holder);
        }

        if (rose.Holder == me && offer.Letter.DecidedAt > 0)
        {
            yield return Decided(rose, offer.Letter.TextState, offer.Letter.DecidedAt);
        }
    }

    private static Notice Decided(RoseState rose, TextState state, long at) =>
        new(state == TextState.Refused ? NoticeKind.LetterRefused : NoticeKind.LetterShown, At(at), rose.Id);

    private static DateTimeOffset At(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
}
