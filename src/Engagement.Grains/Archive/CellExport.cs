using System.Security.Cryptography;
using System.Text.Json;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Recounting;
using Engagement.Grains.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Engagement.Grains.Archive;

/// <summary>
/// Writes a whole cell into a folder, every key of it, so that <see cref="CellImport"/> brings it back with the same ids. It holds personal data, sealed as in the
/// store; the master key is not in it. Only of a cell that nobody writes to meanwhile: a stopped city, or a restored backup.
/// </summary>
public sealed class CellExport(IServiceProvider services)
{
    private const int Page = 500;

    /// <summary>Writes it. The folder must not be there; it appears whole or not at all.</summary>
    /// <param name="folder">Where to.</param>
    /// <param name="progress">Told how many keys were written.</param>
    /// <exception cref="InvalidDataException">The folder is there already, a key is nothing that the product writes, or the cell was written to.</exception>
    public async Task<CellManifest> WriteAsync(string folder, Action<long> progress)
    {
        var (store, cell, clock) = (services.GetRequiredService<StoreConnection>(), services.GetRequiredService<Cell>(), services.GetRequiredService<CampaignSettings>().Clock);
        if (Directory.Exists(folder) || File.Exists(folder))
        {
            throw new InvalidDataException($"{folder} is there already.");
        }

        if (await store.Database.KeyExistsAsync(cell.Key(CellImport.Mark)))
        {
            throw new InvalidDataException("An import into this cell was not finished: half a city is no export.");
        }

        var partial = folder + ".partial";
        if (Directory.Exists(partial))
        {
            Directory.Delete(partial, recursive: true); // of a run that was killed
        }

        Directory.CreateDirectory(partial);
        var reader = new CellReader(store, cell);
        var sequence = await reader.SequenceAsync();
        CellFile[] files;
        await using (var shelf = new CellFiles(partial))
        {
            var written = 0L;
            await foreach (var page in reader.NamesAsync(static name => !IsPassing(name)).Chunk(Page))
            {
                if (page.FirstOrDefault(static name => CellMap.RoleOf(name) == KeyRole.Unknown) is { } unknown)
                {
                    throw new InvalidDataException($"{unknown} is no key that this product writes: recount first.");
                }

                foreach (var (name, line) in page.Zip(await Task.WhenAll(page.Select(name => CellLine.ReadAsync(store.Database, cell.Key(name), name)))))
                {
                    if (line is not null)
                    {
                        await shelf.AddAsync(CellMap.RoleOf(name), line);
                    }
                }

                progress(written += page.Length);
            }

            files = await shelf.CloseAsync();
        }

        if (await reader.SequenceAsync() != sequence)
        {
            throw new InvalidDataException("The cell was written to meanwhile. Stop the silos, or export a restored backup (docs/backup.md).");
        }

        var manifest = new CellManifest(CellManifest.Current, cell.Campaign, clock.UtcNow, sequence, services.GetRequiredService<CellSigner>().KeyId, CellManifest.ThisProgram, files);
        var bytes = JsonSerializer.SerializeToUtf8Bytes(manifest, CellManifest.Json);
        await File.WriteAllBytesAsync(Path.Combine(partial, CellManifest.FileName), bytes);
        await File.WriteAllTextAsync(Path.Combine(partial, CellManifest.HashName), $"{Convert.ToHexStringLower(SHA256.HashData(bytes))}  {CellManifest.FileName}\n");
        Directory.Move(partial, folder);
        return manifest;
    }

    // WeChat's token lives for two hours and is asked for again.
    private static bool IsPassing(string name) => name.StartsWith("wechat-token:", StringComparison.Ordinal);
}
