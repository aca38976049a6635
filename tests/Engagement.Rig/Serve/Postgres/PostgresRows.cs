using Engagement.Contracts;
using Engagement.Grains.Participants;
using Engagement.Grains.Roses;
using Engagement.Grains.Storage;
using Npgsql;

namespace Engagement.Rig.Serve.Postgres;

/// <summary>Rows as the product's states, so that the product's own rules decide what SQL only carries out.</summary>
internal static class PostgresRows
{
    public const string Person = "SELECT since, closed_at, salt, day, granted, restored, sent, bouquets, all_granted, all_restored, all_sent, all_bouquets, all_lapsed, "
        + "budget_in, budget_out FROM participants WHERE id = $1";

    public const string Given = "SELECT sender, content, born_at, remaining, text_state FROM roses WHERE id = $1";

    /// <summary>The rose with its giver, its taker and its latest hop.</summary>
    public const string Rose = "SELECT r.sender, r.born_at, r.born_day, r.anonymous, r.status, r.holder, r.came_from, r.hops, r.offers, r.offer_at, r.offer_due, r.offer_to, "
        + "r.reason, r.preset, giver.district, giver.community, giver.organisation, giver.company, $2 = ANY (giver.blocked), taker.closed_at, "
        + "h.command, h.counted, h.taker, giver.on_boards "
        + "FROM roses r JOIN participants giver ON giver.id = r.holder LEFT JOIN participants taker ON taker.id = $2 "
        + "LEFT JOIN hops h ON h.rose = r.id AND h.number = r.hops WHERE r.id = $1";

    /// <summary>The person of <see cref="Person"/>, as it stands.</summary>
    public static ParticipantState ReadPerson(NpgsqlDataReader row, ParticipantId id)
    {
        var person = new ParticipantState { Id = id, Since = row.GetInt64(0), ClosedAt = row.GetInt64(1), Salt = (byte[])row[2] };
        person.Purse = new()
        {
            Day = row.GetInt32(3), Granted = row.GetInt32(4), Restored = row.GetInt32(5), Sent = row.GetInt32(6), Bouquets = row.GetInt32(7),
            AllGranted = row.GetInt64(8), AllRestored = row.GetInt64(9), AllSent = row.GetInt64(10), AllBouquets = row.GetInt64(11),
            AllLapsed = row.GetInt64(12), BudgetIn = row.GetInt64(13), BudgetOut = row.GetInt64(14),
        };
        return person;
    }

    /// <summary>Puts the rose of <see cref="Given"/> into the person's log of commands.</summary>
    public static void Remember(NpgsqlDataReader row, ParticipantState person, CommandId command, DateTimeOffset real) => person.Commands.Keep(
        command, (ulong)row.GetInt64(1), new SendResult(row.GetInt64(2), row.GetInt16(3), (TextState)row.GetInt16(4) == TextState.Held).Pack(), real);

    /// <summary>The rose of <see cref="Rose"/>, and what a claim needs to know.</summary>
    public static RoseRow ReadRose(NpgsqlDataReader row, RoseId id, CommandId command, ClaimRose claim, PeerLinks links, DateTimeOffset real)
    {
        var rose = new RoseState
        {
            Id = id, Sender = new(row.GetGuid(0)), BornAt = row.GetInt64(1), BornDay = row.GetInt32(2), Anonymous = row.GetBoolean(3),
            Status = (RoseStatus)row.GetInt16(4), Hops = row.GetInt32(7), Offers = row.GetInt32(8),
        };
        var letter = new Letter { Reason = row.GetString(12), Preset = row.GetString(13), Anonymous = rose.Anonymous };
        if (rose.Status == RoseStatus.Offered)
        {
            rose.Offer = new() { Number = rose.Offers, At = row.GetInt64(9), Due = row.GetInt64(10), To = row.IsDBNull(11) ? default : new(row.GetGuid(11)), Letter = letter };
        }

        var counted = !row.IsDBNull(21) && row.GetBoolean(21);
        if (rose.Hops > 0)
        {
            rose.Latest = new()
            {
                Number = rose.Hops, From = new(row.GetGuid(6)), To = new(row.GetGuid(5)), Letter = letter, Counted = counted ? Counted.Yes : Counted.No,
            };
            rose.Commands.Keep(new(row.GetGuid(20)), Content.Of("claim", new ParticipantId(row.GetGuid(22)).ToString()), rose.Hops, real);
        }

        string? Text(int column) => row.IsDBNull(column) ? null : row.GetString(column);
        var facts = new ClaimFacts(!row.IsDBNull(19) && row.GetInt64(19) == 0, row.GetBoolean(18), new(Text(14), Text(15), Text(16), Text(17)),
            links.OfferOf(id, rose.Offers, claim.Secret), rose.Latest?.Counted ?? Counted.Unknown, rose.Hops);
        return new(rose, facts, counted, row.GetBoolean(23));
    }
}

/// <summary>A rose, what a claim needs to know, whether its latest hop counts, and whether its holder is on boards.</summary>
internal readonly record struct RoseRow(RoseState State, ClaimFacts Facts, bool Counted, bool OnBoards);
