using System.Collections.Concurrent;
using System.Security.Cryptography;
using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Roses;
using Engagement.Grains.Storage;
using Npgsql;
using static Engagement.Rig.Serve.Postgres.Sql;

namespace Engagement.Rig.Serve.Postgres;

/// <summary>
/// Bouquets. SKIP LOCKED lets as many people take shares at once as there are connections, each with its own row; once
/// every share is committed as taken, the program refuses from memory, as the product does.
/// </summary>
internal sealed partial class CtePeer
{
    private const int Hours = 24;

    private static readonly string ShareStatement = PostgresStore.Statement("share");

    private readonly ConcurrentDictionary<BouquetId, Bouquet> _bouquets = new();

    public async Task<BouquetSent> SendBouquet(ParticipantId me, CommandId command, SendBouquet send)
    {
        if (send.Roses is < 1 or > 500 || send.Shares < 1 || send.Shares > send.Roses)
        {
            return new(Outcome.Invalid, Field: "roses");
        }

        var (id, moment) = (new BouquetId(keys.Born(me.Value, command.Value, 0)), Now());
        var due = moment.Now.AddHours(Hours).ToUnixTimeMilliseconds();
        try
        {
            var paid = await Store.First("""
                WITH person AS (UPDATE participants SET budget_out = budget_out + $3 WHERE id = $1 AND closed_at = 0 AND budget_in - budget_out >= $3 RETURNING id),
                bouquet AS (INSERT INTO bouquets (id, sender, at, due, roses, shares, content, reason, preset) SELECT $2, id, $5, $6, $3, $4, 0, $7, $8 FROM person),
                laid AS (INSERT INTO shares (bouquet, number, roses)
                    SELECT $2, n, $3 / $4 + CASE WHEN n < $3 % $4 THEN 1 ELSE 0 END FROM person, generate_series(0, $4 - 1) AS n)
                SELECT 1 FROM person
                """, _ => true, P(me), P(id.Value), P(send.Roses), P(send.Shares), P(moment.Milliseconds), P(due), P(send.Words.Reason), P(send.Words.Preset));
            return paid is null ? new(Outcome.AllowanceUsed) : Sent(id, due);
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            return Sent(id, due);
        }
    }

    public async Task<ShareReceipt> ClaimShare(BouquetId id, CommandId command, ClaimRose claim)
    {
        if (!keys.IsLinkSecret(id.Value, 1, claim.Secret) || await Find(id) is not { } bouquet)
        {
            return ShareReceipt.Refused(Outcome.NotFound);
        }

        if (bouquet.Gone is { } winners && !winners.Contains(claim.By))
        {
            return ShareReceipt.Refused(Outcome.BouquetEmpty);
        }

        var moment = Now();
        if (bouquet.Sender == claim.By || moment.Milliseconds >= bouquet.Due || TooOld(command, moment))
        {
            return ShareReceipt.Refused(bouquet.Sender == claim.By ? Outcome.OwnRose : TooOld(command, moment) ? Outcome.TooOld : Outcome.Returned);
        }

        Guid[] ids = [.. Enumerable.Range(0, bouquet.Largest).Select(n => keys.Born(id.Value, claim.By.Value, n))];
        while (true)
        {
            if (await Take(id, command, claim.By, ids, moment) is not { } answer)
            {
                continue; // the same person at the same time: their share is there now
            }

            if (answer.Mine is { } mine)
            {
                return mine.Command == command.Value
                    ? new(Outcome.Done, [.. ids.Take(mine.Roses).Select(rose => new RoseId(rose))])
                    : ShareReceipt.Refused(Outcome.AlreadyInBouquet);
            }

            if (!answer.Open || !answer.Left)
            {
                await Remember(bouquet, answer.Left);
                return ShareReceipt.Refused(answer.Open ? Outcome.BouquetEmpty : Outcome.SignInRequired);
            }

            await Task.Delay(2); // every share is being taken, but not all are committed: one of them may come back
        }
    }

    private async Task<Answer?> Take(BouquetId id, CommandId command, ParticipantId by, Guid[] ids, Moment moment)
    {
        try
        {
            return await Store.First(ShareStatement,
                row => new Answer(
                    !row.IsDBNull(0) ? (command.Value, row.GetInt32(0)) : row.IsDBNull(1) ? null : (row.GetGuid(1), row.GetInt32(2)), row.GetBoolean(3), row.GetBoolean(4)),
                P(id.Value), P(by), P(moment.Milliseconds), P(ShanghaiDay.Of(moment.Now)),
                P(Week(moment)), P(moment.Campaign.SecondOf(moment.Now)), P(command.Value), P(ids), P(moment.Roses.ReceiptsPerDay));
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            return null;
        }
    }

    // Nothing comes back to a bouquet whose shares are all committed as taken: from here on only winners are asked about.
    private async Task Remember(Bouquet bouquet, bool left)
    {
        if (left || settings.Peer == "postgres-stateless")
        {
            return;
        }

        var winners = new HashSet<ParticipantId>();
        await using var who = Store.Source.CreateCommand("SELECT taker FROM shares WHERE bouquet = $1");
        who.Parameters.Add(P(bouquet.Id.Value));
        await using var reader = await who.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            winners.Add(new(reader.GetGuid(0)));
        }

        bouquet.Gone = winners;
    }

    private async ValueTask<Bouquet?> Find(BouquetId id)
    {
        if (_bouquets.TryGetValue(id, out var known))
        {
            return known;
        }

        Bouquet? found = null;
        await Store.First("SELECT sender, due, roses, shares FROM bouquets WHERE id = $1",
            row => (found = new(id, new(row.GetGuid(0)), row.GetInt64(1), row.GetInt32(2), row.GetInt32(3))).Shares, P(id.Value));
        return found is null ? null : _bouquets.GetOrAdd(id, found);
    }

    private BouquetSent Sent(BouquetId id, long due) => new(Outcome.Done, id, keys.LinkSecret(id.Value, 1),
        Convert.ToHexStringLower(SHA256.HashData(keys.Seed(id.Value))), DateTimeOffset.FromUnixTimeMilliseconds(due));

    private readonly record struct Answer((Guid Command, int Roses)? Mine, bool Left, bool Open);

    private sealed record Bouquet(BouquetId Id, ParticipantId Sender, long Due, int Roses, int Shares)
    {
        public int Largest => (Roses + Shares - 1) / Shares;

        /// <summary>Who won, once every share is committed as taken.</summary>
        public volatile HashSet<ParticipantId>? Gone;
    }
}
