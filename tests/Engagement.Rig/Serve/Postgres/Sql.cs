using Engagement.Contracts;
using Npgsql;
using NpgsqlTypes;

namespace Engagement.Rig.Serve.Postgres;

/// <summary>Typed parameters; null is NULL.</summary>
internal static class Sql
{
    public static NpgsqlParameter P(Guid value) => new NpgsqlParameter<Guid> { TypedValue = value };

    public static NpgsqlParameter P(int value) => new NpgsqlParameter<int> { TypedValue = value };

    public static NpgsqlParameter P(long value) => new NpgsqlParameter<long> { TypedValue = value };

    public static NpgsqlParameter P(bool value) => new NpgsqlParameter<bool> { TypedValue = value };

    public static NpgsqlParameter P(string? value) => new() { Value = (object?)value ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text };

    public static NpgsqlParameter P(byte[]? value) => new() { Value = (object?)value ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Bytea };

    public static NpgsqlParameter P(Guid[] value) => new NpgsqlParameter<Guid[]> { TypedValue = value };

    public static NpgsqlParameter Small(int value) => new NpgsqlParameter<short> { TypedValue = checked((short)value) };

    public static NpgsqlParameter P(ParticipantId id) => id.IsNone ? new() { Value = DBNull.Value, NpgsqlDbType = NpgsqlDbType.Uuid } : P(id.Value);
}
