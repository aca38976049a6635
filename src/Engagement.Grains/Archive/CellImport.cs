using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Engagement.Grains.Recounting;
using Engagement.Grains.Storage;
using Microsoft.Extensions.DependencyInjection;
using StackExchange.Redis;

namespace Engagement.Grains.Archive;

/// <summary>
/// Brings an exported cell into an empty one. Every hash is checked before the first key is written; while it writes, a mark keeps silos from starting on half a cell, and lets
/// the same import go on after it was killed.
/// </summary>
public sealed class CellImport(IServiceProvider services)
{
    /// <summary>The mark: hash of the manifest that is being brought in.</summary>
    public const string Mark = "importing";

    private const int Page = 500;

    /// <summary>Writes it.</summary>
    /// <param name="folder">The export.</param>
    /// <param name="progress">Told how many keys were written.</param>
    /// <exception cref="InvalidDataException">The folder is no whole export of this campaign, or the cell is not empty. Nothing was written.</exception>
    public async Task<CellManifest> RunAsync(string folder, Action<long> progress)
    {
        var (store, cell) = (services.GetRequiredService<StoreConnection>(), services.GetRequiredService<Cell>());
        var (manifest, hash) = Read(folder, cell.Campaign, services.GetRequiredService<CellSigner>().KeyId);
        var redis = store.Database;
        var mark = cell.Key(Mark);
        var begun = await redis.StringGetAsync(mark);
        var there = begun.IsNull ? await new CellReader(store, cell).NamesAsync().ToArrayAsync() : [];
        if (begun.IsNull ? there.Length > 0 : begun != hash)
        {
            throw new InvalidDataException(begun.IsNull
                ? $"The cell of {cell.Campaign} is not empty ({there.Length} keys, {there[0]} among them): an import never overwrites. Name an empty store."
                : $"Another import of {cell.Campaign} was begun and not finished: go on with that one, or empty the store.");
        }

        await redis.StringSetAsync(mark, hash);
        var written = 0L;
        foreach (var file in manifest.Files)
        {
            await foreach (var page in Lines(Path.Combine(folder, file.Name)).Chunk(Page))
            {
                await Task.WhenAll(page.Select(line => CellLine.RestoreAsync(redis, name => cell.Key(name), line)));
                progress(written += page.Length);
            }
        }

        await redis.KeyDeleteAsync(mark);
        return manifest;
    }

    private static (CellManifest Manifest, string Hash) Read(string folder, string campaign, string keyId)
    {
        var path = Path.Combine(folder, CellManifest.FileName);
        if (!File.Exists(path))
        {
            throw new InvalidDataException($"{folder} holds no {CellManifest.FileName}.");
        }

        var bytes = File.ReadAllBytes(path);
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        if (!File.Exists(Path.Combine(folder, CellManifest.HashName)) || File.ReadAllText(Path.Combine(folder, CellManifest.HashName)).Split(' ')[0] != hash)
        {
            throw new InvalidDataException($"{CellManifest.FileName} is not the one that was written.");
        }

        var manifest = JsonSerializer.Deserialize<CellManifest>(bytes, CellManifest.Json);
        if (manifest is not { Schema: CellManifest.Current })
        {
            throw new InvalidDataException($"The export is of schema {manifest?.Schema}; this program reads {CellManifest.Current}.");
        }

        if (manifest.Campaign != campaign)
        {
            throw new InvalidDataException($"The export is of {manifest.Campaign}, the settings name {campaign}.");
        }

        if (manifest.KeyId != keyId)
        {
            throw new InvalidDataException("The export was made under another Keys:Master: names, words and links in it would stay sealed. Bring its secrets along.");
        }

        foreach (var file in manifest.Files)
        {
            if (file.Name != Path.GetFileName(file.Name) || !File.Exists(Path.Combine(folder, file.Name)))
            {
                throw new InvalidDataException($"{file.Name} is missing.");
            }

            using var content = File.OpenRead(Path.Combine(folder, file.Name));
            if (Convert.ToHexStringLower(SHA256.HashData(content)) != file.Sha256)
            {
                throw new InvalidDataException($"{file.Name} is not the file that was written.");
            }
        }

        return (manifest, hash);
    }

    private static async IAsyncEnumerable<string> Lines(string path)
    {
        await using var zip = new GZipStream(File.OpenRead(path), CompressionMode.Decompress);
        using var reader = new StreamReader(zip);
        while (await reader.ReadLineAsync() is { } line)
        {
            yield return line;
        }
    }
}
