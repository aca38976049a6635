using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Participants;
using Engagement.Grains.Roses;
using Engagement.Rig.Serve.Postgres;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Engagement.Rig.Serve.Ef;

/// <summary>
/// EF Core on the same PostgreSQL and the same tables, as most .NET teams write it: a transaction, rows locked and tracked, rules, SaveChanges, commit. What EF has no words for
/// (locks, the upsert of the guard, the line for the boards) is its raw SQL.
/// </summary>
internal sealed class EfPeer(IDbContextFactory<EfContext> contexts, PostgresStore store, CampaignSettings settings, PeerLinks links, LetterWriter letters)
    : PostgresPeer(store, settings, links, letters)
{
    protected override async Task<SendReceipt> Send(ParticipantId me, Gift gift, Moment moment)
    {
        await using var db = await contexts.CreateDbContextAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        var person = await db.People.FromSql($"SELECT * FROM participants WHERE id = {me.Value} FOR UPDATE").SingleOrDefaultAsync();
        if (person is null)
        {
            return new(Outcome.SignInRequired);
        }

        var id = gift.Rose.Value;
        var state = person.State(await db.Roses.AsNoTracking().FirstOrDefaultAsync(rose => rose.Id == id), gift.Command, moment.Real);
        var (outcome, result) = ParticipantRules.Send(state, gift.Command, gift.Content, gift.Rose, gift.Letter, gift.To, silenced: false, moment);
        if (!state.HasChanges)
        {
            return outcome == Outcome.Done ? Links.Receipt(gift.Rose, result) : new(outcome);
        }

        var (letter, day) = (gift.Letter, ShanghaiDay.Of(moment.Now));
        person.Take(state);
        db.Roses.Add(new()
        {
            Id = id, Sender = me.Value, BornAt = moment.Milliseconds, BornDay = day, Anonymous = letter.Anonymous, Content = (long)gift.Content, Remaining = (short)result.Remaining,
            Status = (short)RoseStatus.Offered, Holder = me.Value, Offers = 1, OfferAt = moment.Milliseconds, OfferDue = moment.OfferDue, OfferTo = gift.To.IsNone ? null : gift.To.Value,
            Reason = letter.Reason, Preset = letter.Preset, Letter = letter.Text, Addressee = letter.Addressee, TextState = (short)letter.TextState, WrittenAt = letter.WrittenAt,
        });
        await db.SaveChangesAsync();
        await db.Database.ExecuteSqlAsync($"INSERT INTO deltas (kind, day, week, second) VALUES (0, {day}, {Week(moment)}, 0)");
        await transaction.CommitAsync();
        return Links.Receipt(gift.Rose, result);
    }

    public override async Task<ClaimReceipt> Claim(RoseId rose, CommandId command, ClaimRose claim)
    {
        var moment = Now();
        await using var db = await contexts.CreateDbContextAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        var row = await db.Roses.FromSql($"SELECT * FROM roses WHERE id = {rose.Value} FOR UPDATE").SingleOrDefaultAsync();
        if (row is null)
        {
            return new(Outcome.NotFound);
        }

        var (holder, by, number) = (row.Holder, claim.By.Value, row.Hops);
        var people = await db.People.AsNoTracking().Where(person => person.Id == holder || person.Id == by).ToDictionaryAsync(person => person.Id);
        var latest = number == 0 ? null : await db.Hops.AsNoTracking().FirstOrDefaultAsync(hop => hop.Rose == row.Id && hop.Number == number);
        var (giver, state) = (people[holder], row.State(latest, moment.Real));
        var facts = new ClaimFacts(people.TryGetValue(by, out var taker) && taker.ClosedAt == 0, giver.Blocked.Contains(by),
            new(giver.District, giver.Community, giver.Organisation, giver.Company), Links.OfferOf(rose, row.Offers, claim.Secret), state.Latest?.Counted ?? Counted.Unknown, row.Hops);
        var receipt = RoseRules.Claim(state, command, claim, facts, moment);
        return state.HasChanges ? receipt with { Counted = await Write(db, transaction, row, state, command, giver, moment) }
            : receipt with { Counted = receipt.Outcome == Outcome.Done && latest?.Counted == true };
    }

    private static async Task<bool> Write(EfContext db, IDbContextTransaction transaction, EfRose row, RoseState state, CommandId command, EfPerson giver, Moment moment)
    {
        var hop = state.Latest!;
        Guid[] givers = [giver.Id];
        var counted = await db.Database.ExecuteSqlAsync($"""
            INSERT INTO receipts AS seen (day, taker, givers) VALUES ({hop.Day}, {hop.To.Value}, {givers}) ON CONFLICT (day, taker) DO UPDATE
            SET givers = seen.givers || excluded.givers WHERE cardinality(seen.givers) < {moment.Roses.ReceiptsPerDay} AND NOT seen.givers @> excluded.givers
            """) == 1;
        (row.Status, row.CameFrom, row.Holder, row.Hops) = ((short)RoseStatus.Held, giver.Id, hop.To.Value, hop.Number);
        db.Hops.Add(new()
        {
            Rose = row.Id, Number = hop.Number, Command = command.Value, Giver = giver.Id, Taker = hop.To.Value, At = hop.At, Day = hop.Day, Second = hop.Second, Offer = hop.Offer,
            Counted = counted, District = giver.District, Community = giver.Community, Organisation = giver.Organisation, Company = giver.Company,
        });
        await db.SaveChangesAsync();
        var (kind, person) = (counted ? 2 : 1, giver.OnBoards && !row.Anonymous ? new ParticipantId(giver.Id).ToString() : null);
        await db.Database.ExecuteSqlAsync($"""
            INSERT INTO deltas (kind, day, week, second, district, community, organisation, company, person)
            VALUES ({kind}, {hop.Day}, {Week(moment)}, {hop.Second}, {giver.District}, {giver.Community}, {giver.Organisation}, {giver.Company}, {person})
            """);
        await transaction.CommitAsync();
        return counted;
    }
}
