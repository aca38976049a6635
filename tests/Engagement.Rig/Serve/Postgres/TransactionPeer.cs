using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Participants;
using Engagement.Grains.Roses;
using Npgsql;
using static Engagement.Rig.Serve.Postgres.Sql;

namespace Engagement.Rig.Serve.Postgres;

/// <summary>
/// The form that most teams write: begin, read and lock, decide by the rules, write, commit. Statements that need no
/// answer from each other travel together, so that a command is two round trips.
/// </summary>
internal sealed class TransactionPeer(PostgresStore store, CampaignSettings settings, PeerLinks links, LetterWriter letters)
    : PostgresPeer(store, settings, links, letters)
{
    private const string Purse = "UPDATE participants SET day = $2, granted = $3, restored = $4, sent = $5, bouquets = $6, all_granted = $7, all_sent = $8, all_lapsed = $9 WHERE id = $1";

    private const string Birth = "INSERT INTO roses (id, sender, born_at, born_day, anonymous, content, remaining, status, holder, offers, offer_at, offer_due, offer_to, "
        + "reason, preset, letter, addressee, text_state, written_at) VALUES ($1, $2, $3, $4, $5, $6, $7, 1, $2, 1, $3, $8, $9, $10, $11, $12, $13, $14, $15)";

    private const string SentLine = "INSERT INTO deltas (kind, day, week, second) VALUES (0, $1, $2, 0)";

    // Locked by itself: a join that waits for a lock is joined with what it read before the wait.
    private const string Lock = "SELECT 1 FROM roses WHERE id = $1 FOR UPDATE";

    private const string Hold = "UPDATE roses SET status = 2, came_from = holder, holder = $2, hops = $3 WHERE id = $1";

    private const string Guard = "INSERT INTO receipts AS seen (day, taker, givers) VALUES ($1, $2, $3) ON CONFLICT (day, taker) DO UPDATE "
        + "SET givers = seen.givers || excluded.givers WHERE cardinality(seen.givers) < $4 AND NOT seen.givers @> excluded.givers RETURNING 1";

    // The guard's answer is needed by the hop: one statement instead of one more round trip.
    private const string HopLine = "WITH counted AS (" + Guard + ") INSERT INTO hops (rose, number, command, giver, taker, at, day, second, offer, counted, "
        + "district, community, organisation, company) SELECT $5, $6, $7, $8, $2, $9, $1, $10, $11, EXISTS (SELECT FROM counted), $12, $13, $14, $15 RETURNING counted";

    private const string ClaimLine = "INSERT INTO deltas (kind, day, week, second, district, community, organisation, company, person) "
        + "SELECT CASE WHEN counted THEN 2 ELSE 1 END, day, $3, second, district, community, organisation, company, $4 FROM hops WHERE rose = $1 AND number = $2";

    protected override async Task<SendReceipt> Send(ParticipantId me, Gift gift, Moment moment)
    {
        await using var connection = await Store.Source.OpenConnectionAsync();
        ParticipantState? person = null;
        await Read(connection, row => person = PostgresRows.ReadPerson(row, me), row => PostgresRows.Remember(row, person!, gift.Command, moment.Real),
            Statement(PostgresRows.Person + " FOR UPDATE", P(me)), Statement(PostgresRows.Given, P(gift.Rose.Value)));
        if (person is null)
        {
            await Roll(connection);
            return new(Outcome.SignInRequired);
        }

        var (outcome, result) = ParticipantRules.Send(person, gift.Command, gift.Content, gift.Rose, gift.Letter, gift.To, silenced: false, moment);
        if (!person.HasChanges)
        {
            await Roll(connection);
            return outcome == Outcome.Done ? Links.Receipt(gift.Rose, result) : new(outcome);
        }

        var (purse, letter, day) = (person.Purse, gift.Letter, ShanghaiDay.Of(moment.Now));
        await Write(connection,
            Statement(Purse, P(me), P(purse.Day), P(purse.Granted), P(purse.Restored), P(purse.Sent), P(purse.Bouquets), P(purse.AllGranted), P(purse.AllSent), P(purse.AllLapsed)),
            Statement(Birth, P(gift.Rose.Value), P(me), P(moment.Milliseconds), P(day), P(letter.Anonymous), P((long)gift.Content), Small(result.Remaining),
                P(moment.OfferDue), P(gift.To), P(letter.Reason), P(letter.Preset), P(letter.Text), P(letter.Addressee), Small((int)letter.TextState), P(letter.WrittenAt)),
            Statement(SentLine, P(day), P(Week(moment))));
        return Links.Receipt(gift.Rose, result);
    }

    public override async Task<ClaimReceipt> Claim(RoseId rose, CommandId command, ClaimRose claim)
    {
        var moment = Now();
        await using var connection = await Store.Source.OpenConnectionAsync();
        RoseRow? found = null;
        await Read(connection, _ => { }, row => found = PostgresRows.ReadRose(row, rose, command, claim, Links, moment.Real),
            Statement(Lock, P(rose.Value)), Statement(PostgresRows.Rose, P(rose.Value), P(claim.By)));
        if (found is not var (state, facts, counted, onBoards))
        {
            await Roll(connection);
            return new(Outcome.NotFound);
        }

        var giver = state.Holder;
        var receipt = RoseRules.Claim(state, command, claim, facts, moment);
        if (!state.HasChanges)
        {
            await Roll(connection);
            return receipt with { Counted = receipt.Outcome == Outcome.Done && counted };
        }

        var hop = state.Latest!;
        var counts = await Write(connection,
            Statement(Hold, P(rose.Value), P(claim.By), P(hop.Number)),
            Statement(HopLine, P(hop.Day), P(claim.By), P([giver.Value]), P(moment.Roses.ReceiptsPerDay), P(rose.Value), P(hop.Number), P(command.Value), P(giver),
                P(hop.At), P(hop.Second), P(hop.Offer), P(facts.Giver.District), P(facts.Giver.Community), P(facts.Giver.Organisation), P(facts.Giver.Company)),
            Statement(ClaimLine, P(rose.Value), P(hop.Number), P(Week(moment)), P(onBoards && !state.Anonymous ? giver.Value.ToString() : null)));
        return receipt with { Counted = counts };
    }

    private static NpgsqlBatchCommand Statement(string text, params ReadOnlySpan<NpgsqlParameter> parameters)
    {
        var statement = new NpgsqlBatchCommand(text);
        foreach (var parameter in parameters)
        {
            statement.Parameters.Add(parameter);
        }

        return statement;
    }

    // Begins, and reads the first row of one or two statements.
    private static async Task Read(NpgsqlConnection connection, Action<NpgsqlDataReader> first, Action<NpgsqlDataReader> second, params NpgsqlBatchCommand[] statements)
    {
        await using var batch = Batch(connection, [Statement("BEGIN"), .. statements]);
        await using var reader = await batch.ExecuteReaderAsync();
        if (!await reader.ReadAsync())
        {
            return; // nobody there: what follows is about nobody
        }

        first(reader);
        if (await reader.NextResultAsync() && await reader.ReadAsync())
        {
            second(reader);
        }
    }

    // Writes and commits; the answer of the first statement that has one.
    private static async Task<bool> Write(NpgsqlConnection connection, params NpgsqlBatchCommand[] statements)
    {
        try
        {
            await using var batch = Batch(connection, [.. statements, Statement("COMMIT")]);
            return await batch.ExecuteScalarAsync() is true;
        }
        catch (PostgresException)
        {
            await Roll(connection);
            throw;
        }
    }

    private static async Task Roll(NpgsqlConnection connection)
    {
        await using var back = new NpgsqlCommand("ROLLBACK", connection);
        await back.ExecuteNonQueryAsync();
    }

    private static NpgsqlBatch Batch(NpgsqlConnection connection, NpgsqlBatchCommand[] statements)
    {
        var batch = new NpgsqlBatch(connection);
        foreach (var statement in statements)
        {
            batch.BatchCommands.Add(statement);
        }

        return batch;
    }
}
