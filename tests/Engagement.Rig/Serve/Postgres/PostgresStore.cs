using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Engagement.Rig.Serve.Postgres;

/// <summary>The pool, and statements by their resource. All parameters are positional: nothing is parsed per call.</summary>
internal sealed class PostgresStore(NpgsqlDataSource source)
{
    public NpgsqlDataSource Source => source;

    /// <summary>A statement that lies beside this file.</summary>
    public static string Statement(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name + ".sql") ?? throw new InvalidOperationException($"{name}.sql is missing.");
        return new StreamReader(stream).ReadToEnd();
    }

    /// <summary>The first row of one statement in a transaction of its own, durable when it answers; null for none.</summary>
    public async Task<T?> First<T>(string statement, Func<NpgsqlDataReader, T> read, params IEnumerable<NpgsqlParameter> parameters) where T : struct
    {
        await using var command = source.CreateCommand(statement);
        foreach (var parameter in parameters)
        {
            command.Parameters.Add(parameter);
        }

        await using var reader = await command.ExecuteReaderAsync();
        return await reader.ReadAsync() ? read(reader) : null;
    }

    /// <summary>Runs one statement.</summary>
    public async Task Run(string statement, params IEnumerable<NpgsqlParameter> parameters)
    {
        await using var command = source.CreateCommand(statement);
        foreach (var parameter in parameters)
        {
            command.Parameters.Add(parameter);
        }

        await command.ExecuteNonQueryAsync();
    }
}

internal static class PostgresServices
{
    /// <summary>The pool, the rows and the rollup.</summary>
    public static IServiceCollection AddPostgres(this IServiceCollection services, PeerSettings settings)
    {
        // Auto-prepare: every statement is parsed and planned once a connection. No reset: nothing is left on a connection.
        var connection = new NpgsqlConnectionStringBuilder(settings.Store)
        {
            MaxPoolSize = settings.Pool, MinPoolSize = settings.Pool, MaxAutoPrepare = 30, AutoPrepareMinUsages = 2, NoResetOnClose = true, Enlist = false,
        };
        services.AddSingleton(_ => new NpgsqlSlimDataSourceBuilder(connection.ConnectionString).EnableArrays().Build());
        services.AddSingleton<PostgresStore>().AddHostedService<Rollup>();
        return services;
    }
}
