using Engagement.Contracts;
using Engagement.Rig.Serve.Postgres;
using Npgsql;
using static Engagement.Rig.Serve.Postgres.Sql;

namespace Engagement.Rig.Peers;

/// <summary>The store of both forms of the PostgreSQL peer. Lines that still wait are moved first: what counts is their sum.</summary>
internal sealed class PostgresView(NpgsqlDataSource source) : IStoreView
{
    public async Task<(long Sent, long Claimed, long SentOnDays, long ClaimedOnDays)> Totals()
    {
        await new PostgresStore(source).Run(PostgresStore.Statement("rollup"));
        var counters = await Rows("SELECT CASE WHEN name = 'totals' THEN field ELSE name || ' by day' END, sum(n)::bigint FROM counters GROUP BY 1", row => (row.GetString(0), row.GetInt64(1)));
        long Of(string name) => counters.FirstOrDefault(counter => counter.Item1 == name).Item2;
        return (Of("sent"), Of("claimed"), Of("sent by day"), Of("claimed by day"));
    }

    public async Task<IReadOnlyDictionary<string, long>> Board(string board, string period) =>
        (await Rows("SELECT member, n FROM boards WHERE board = $1 AND period = $2", row => (row.GetString(0), row.GetInt64(1)), P(board), P(period)))
        .ToDictionary();

    public async Task<IReadOnlyList<(long Sent, long Received, long Held)>> Boxes(IReadOnlyList<string> people)
    {
        var boxes = new List<Dictionary<Guid, long>>();
        foreach (var box in new[] { "sender, count(*) FROM roses", "taker, count(*) FROM hops", "h.taker, count(*) FROM hops h JOIN roses r ON r.id = h.rose AND r.holder = h.taker AND r.hops = h.number" })
        {
            boxes.Add((await Rows($"SELECT {box} GROUP BY 1", row => (row.GetGuid(0), row.GetInt64(1)))).ToDictionary());
        }

        return [.. people.Select(Id).Select(id => (boxes[0].GetValueOrDefault(id), boxes[1].GetValueOrDefault(id), boxes[2].GetValueOrDefault(id)))];
    }

    public async Task<IReadOnlyList<(string From, string To, int Hops)?>> Roses(IReadOnlyList<string> roses)
    {
        Guid[] ids = [.. roses.Select(Id)];
        var found = (await Rows(
            "SELECT r.id, coalesce(h.giver, r.sender), CASE WHEN r.status = 2 AND h.taker = r.holder THEN h.taker END, r.hops, (SELECT count(*) FROM hops x WHERE x.rose = r.id) "
            + "FROM roses r LEFT JOIN hops h ON h.rose = r.id AND h.number = r.hops WHERE r.id = ANY ($1)",
            row => (row.GetGuid(0), (OpaqueId.Format(row.GetGuid(1)), row.IsDBNull(2) ? "" : OpaqueId.Format(row.GetGuid(2)),
                row.GetInt32(3) == row.GetInt64(4) ? row.GetInt32(3) : -1)), P(ids))).ToDictionary();
        return [.. ids.Select(id => found.TryGetValue(id, out var rose) ? rose : default((string, string, int)?))];
    }

    private async Task<List<T>> Rows<T>(string statement, Func<NpgsqlDataReader, T> read, params NpgsqlParameter[] parameters)
    {
        await using var command = source.CreateCommand(statement);
        command.Parameters.AddRange(parameters);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<T>();
        while (await reader.ReadAsync())
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    private static Guid Id(string text) => OpaqueId.TryParse(text, out var id) ? id : throw new RigException($"{text} is no id.");

    public ValueTask DisposeAsync() => source.DisposeAsync();
}
