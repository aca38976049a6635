using Engagement.Contracts;
using Engagement.Grains.Rankings;
using Engagement.Grains.Roses;
using Engagement.Grains.Storage;

namespace Engagement.Grains.Acts;

public sealed partial class CivicActState
{
    /// <inheritdoc/>
    internal override IEnumerable<Effect> Derived()
    {
        if (Review == ActReview.None)
        {
            yield break;
        }

        yield return new Count(ActEffects.Totals, "logged", 1);
        yield return new Index(ActEffects.Of(Courier), ActEffects.Member(Id), At);
        if (Photo is not null)
        {
            yield return new Index(ActEffects.WithPhoto(Photo), ActEffects.Member(Id), LoggedAt);
        }

        if (IsWaiting)
        {
            yield return new Index(ActEffects.Queue(District), ActEffects.Member(Id), WaitsSince);
            yield return Overdue
                ? new Index(ActEffects.Overdue, ActEffects.Member(Id), WaitsSince)
                : new Index(RoseEffects.Agenda, ActEffects.Entry(Id), Due);
        }

        if (WaitedWeek > 0)
        {
            yield return new Count(ActEffects.Waits, ActEffects.Wait(WaitedWeek, WaitedHours), 1);
        }

        if (Scores)
        {
            yield return new Count(ActEffects.Totals, "scored", 1);
            foreach (var rank in Ranks())
            {
                yield return rank;
            }
        }
    }

    /// <inheritdoc/>
    internal override IEnumerable<Once> Former()
    {
        if (Scored && !Scores)
        {
            yield return new Once("act", ActEffects.Member(Id), ActEffects.Member(Id), [.. Ranks()]); // no such guard is stored: it only carries the boards
        }
    }

    private IEnumerable<Effect> Ranks() =>
    [
        .. Boards.Ranks(Boards.Acts, Company ?? ActEffects.Pool, 1, ScoredDay, ScoredSecond),
        .. Boards.Ranks(Boards.ActsByCourier, OpaqueId.Bytes(Courier.Value), 1, ScoredDay, ScoredSecond),
    ];
}
