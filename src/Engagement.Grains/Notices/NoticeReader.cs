using Engagement.Contracts;
using Engagement.Grains.Activities;
using Engagement.Grains.Bouquets;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Needs;
using Engagement.Grains.Participants;
using Engagement.Grains.Publications;
using Engagement.Grains.Roses;
using Engagement.Grains.Storage;
using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace Engagement.Grains.Notices;

/// <summary>A person's inbox, newest first.</summary>
/// <param name="Notices">At most <see cref="NoticeReader.Most"/>, of the latest days.</param>
/// <param name="ReadUpTo">What happened up to then is read.</param>
public sealed record Inbox(IReadOnlyList<Notice> Notices, DateTimeOffset ReadUpTo)
{
    /// <summary>How many are not read.</summary>
    public int Unread => Notices.Count(notice => notice.At > ReadUpTo);
}

/// <summary>
/// Computes inboxes from the records that they tell of, by plain reads of the newest entries of a person's boxes: no commit on
/// the way of a gift writes a notice (docs/decisions/0014).
/// </summary>
public sealed class NoticeReader(StoreConnection store, RecordFormat format, RoseReader roses, CourierMatters couriers, VolunteerMatters volunteers, ActivityReader activities, ActivitySettings signUps, NeedReader needs,
    PublicationReader publications, Cell cell, ICampaignClock clock,
    IOptions<NoticeOptions> options)
{
    /// <summary>Notices shown at most.</summary>
    public const int Most = 100;

    // A person gives a handful of roses a day: these are weeks.
    private const int Given = 100, InHand = 50, Waiting = 50, Bouquets = 20, Hops = 32, SignUps = 30, Needs = 10, Duties = 30;

    /// <summary>The inbox; null for an unknown or closed account.</summary>
    public async Task<Inbox?> Read(ParticipantId person)
    {
        var redis = store.Database;
        var record = redis.StringGetAsync(cell.Record(ParticipantState.Kind, person.ToString()));
        var given = Newest(RoseEffects.Sent(person), Given);
        var held = Newest(RoseEffects.Held(person), InHand);
        var waiting = Newest(RoseEffects.Inbox(person), Waiting);
        var bouquets = Newest(BouquetEffects.Given(person), Bouquets);
        var objected = publications.AnsweredTo(person);
        var duties = activities.Duties(person, Duties);
        if ((byte[]?)await record is not { } bytes || format.Read<ParticipantState>(bytes) is not { IsOpen: true } self)
        {
            return null;
        }

        RoseId[] ids = [.. (await given).Concat(await held).Concat(await waiting).Distinct().Select(id => new RoseId(id))];
        RedisKey[] bouquetKeys = [.. (await bouquets).Select(id => cell.Record(BouquetState.Kind, new BouquetId(id).ToString()))];
        var bunches = bouquetKeys.Length == 0 ? Task.FromResult<RedisValue[]>([]) : redis.StringGetAsync(bouquetKeys);
        var states = (await roses.Read(ids)).OfType<RoseState>().ToArray();
        var older = await Task.WhenAll(states.Select(rose => rose.Hops > 1 ? roses.OlderHops(rose.Id, 1, Hops) : Task.FromResult<IReadOnlyList<Hop>>([])));
        var riding = self.Affiliation > 0 ? await couriers.Of(person) : []; // only who was a courier ever logged an act
        var serving = volunteers.Of(person);
        var asked = await needs.Of(person, Needs);
        var signed = await activities.SignedUp(person, SignUps);
        var since = clock.UtcNow.AddDays(-options.Value.InboxDays);
        var all = states.Zip(older).SelectMany(pair => NoticeRules.Of(person, pair.First, pair.Second))
            .Concat((await bunches).Where(bunch => !bunch.IsNull).SelectMany(bunch => NoticeRules.Of(format.Read<BouquetState>((byte[])bunch!))))
            .Concat(riding)
            .Concat(await serving)
            .Concat(asked.SelectMany(NoticeRules.Of))
            .Concat(signed.SelectMany(entry => NoticeRules.Of(entry, signUps.At(clock.UtcNow))))
            .Concat((await duties).SelectMany(activity => NoticeRules.OfDuty(person, activity)))
            .Concat((await objected).SelectMany(publication => NoticeRules.Of(person, publication)))
            .Concat(NoticeRules.Of(self));
        return new([.. all.Where(notice => notice.At > since).OrderByDescending(notice => notice.At).ThenBy(notice => notice.Rose.Value).Take(Most)],
            DateTimeOffset.FromUnixTimeMilliseconds(self.NoticesReadAt));
    }

    private async Task<IEnumerable<Guid>> Newest(string box, int most) =>
        (await store.Database.SortedSetRangeByRankAsync(cell.Key(box), 0, most - 1, Order.Descending)).Select(member => OpaqueId.FromBytes((byte[])member!));
}
