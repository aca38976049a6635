using Engagement.Contracts;
using Engagement.Grains.Acts;
using Engagement.Grains.Participants;
using Engagement.Grains.Photos;
using Engagement.Grains.Storage;
using Engagement.Web.Problems;

namespace Engagement.Web.Acts;

/// <summary>What reviewers see, and which act comes next.</summary>
public sealed class ReviewDesk(Calls calls, ActQueue queue, ActReader acts, ActWords words, ActSettings settings, PersonReader persons, PeopleReader people, PhotoReader photos, CellKeys keys)
{
    private const int DoublesShown = 4, DoublesLookedAt = 40;

    /// <summary>Claims the next act for a reviewer; null when nothing is left for them. Of two who ask at once each gets another one.</summary>
    public async Task<CivicActId?> Next(ParticipantId me, Profile staff, IReadOnlyList<string>? districts, CivicActId after)
    {
        foreach (var act in await queue.For(me, staff.Units.Company, districts, after))
        {
            if ((await calls.Act(act.Id, grain => grain.Claim(me))).Outcome == Outcome.Done)
            {
                return act.Id;
            }
        }

        return null;
    }

    /// <summary>The queues.</summary>
    public async Task<QueuePage> Overview(IReadOnlyList<string>? districts, bool empty) =>
        new([.. (await queue.Lengths(districts)).Where(row => row.Waiting > 0).OrderBy(row => row.Oldest).Select(row => new QueueRow(words.District(row.District), row.Waiting, row.Oldest))],
            await queue.Overdue(), empty);

    /// <summary>An act with its history and what could be the same.</summary>
    /// <param name="act">It.</param>
    /// <param name="me">The reviewer.</param>
    /// <param name="may">They may decide about it.</param>
    /// <param name="sees">Whether they review acts of a district: else they see that there is one like it, and no photo.</param>
    public async Task<ReviewPage> Page(CivicActState act, ParticipantId me, bool may, Func<string?, bool> sees)
    {
        var salt = (await persons.Read(act.Courier))?.Salt ?? [];
        var now = settings.Clock.UtcNow.ToUnixTimeMilliseconds();
        var staff = await people.NamesFor(act.Steps.Select(step => step.By).Where(by => !by.IsNone && by != act.Courier));
        var locked = !act.Reviewer.IsNone && act.LockedUntil > now;
        var mine = act.IsWaiting && act.Reviewer == me;
        return new(Case(act, salt), ActShelf.History(act, salt, keys, by => staff.GetValueOrDefault(by)), await Doubles(act, salt, sees))
        {
            Review = act.Review,
            Level = act.Level,
            Overdue = act.Overdue,
            District = act.District,
            Districts = words.OnMap(),
            MineUntil = mine ? DateTimeOffset.FromUnixTimeMilliseconds(act.LockedUntil) : null,
            CanClaim = may && act.IsWaiting && !mine && !locked,
            CanUndo = may && act.Before is not null && act.DecidedBy == me && now < act.DecidedAt + TimeSpan.FromMinutes(settings.Options.UndoMinutes).TotalMilliseconds,
            Lower = may && act.Review == ActReview.Accepted
                ? [.. Enum.GetValues<EvidenceLevel>().Where(level => level < act.Level && (level != EvidenceLevel.E1 || act.Confirmed)).OrderDescending()] : [],
        };
    }

    private ReviewCase Case(CivicActState act, byte[] salt, ActDouble like = ActDouble.Kind, bool shows = true) => new(
        act.Id.ToString(), words.Mark(act.What), words.Title(act.What), DateTimeOffset.FromUnixTimeMilliseconds(act.At), words.Place(act), words.Company(act),
        ActShelf.Open(act.Note, salt, keys), shows ? act.Photo : null, act.Confirmed, act.Review, like);

    // The very same photo and those that look much like it, whoever sent them, and the same kind by the same courier within a day.
    private async Task<IReadOnlyList<ReviewCase>> Doubles(CivicActState act, byte[] salt, Func<string?, bool> sees)
    {
        var same = act.Photo is { } photo ? await acts.WithPhoto(photo, DoublesShown + 1) : [];
        var like = act.Photo is { } shown ? (await Task.WhenAll((await photos.Like(shown, DoublesShown)).Select(hash => acts.WithPhoto(hash, 1)))).SelectMany(page => page) : [];
        var kind = (await acts.Of(act.Courier, 0, DoublesLookedAt)).Where(other => other.What == act.What && Math.Abs(other.At - act.At) < TimeSpan.FromDays(1).TotalMilliseconds);
        return [.. same.Select(other => (Act: other, Why: ActDouble.SamePhoto)).Concat(like.Select(other => (Act: other, Why: ActDouble.LikePhoto)))
            .Concat(kind.Select(other => (Act: other, Why: ActDouble.Kind))).DistinctBy(pair => pair.Act.Id)
            .Where(pair => pair.Act.Id != act.Id && pair.Act.Review != ActReview.Withdrawn).Take(DoublesShown)
            .Select(pair => Case(pair.Act, pair.Act.Courier == act.Courier ? salt : [], pair.Why, sees(pair.Act.District)))];
    }
}
