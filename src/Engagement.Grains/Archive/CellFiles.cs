using System.IO.Compression;
using System.Security.Cryptography;
using Engagement.Grains.Recounting;

namespace Engagement.Grains.Archive;

/// <summary>The files of an export while they are written, one for each role of a key.</summary>
internal sealed class CellFiles(string folder) : IAsyncDisposable
{
    private readonly SortedDictionary<KeyRole, OpenFile> _open = [];

    /// <summary>Adds a key's line.</summary>
    public ValueTask AddAsync(KeyRole role, byte[] line)
    {
        if (!_open.TryGetValue(role, out var file))
        {
            file = _open[role] = new(folder, role.ToString().ToLowerInvariant() + ".jsonl.gz");
        }

        file.Lines++;
        return file.Zip.WriteAsync(line);
    }

    /// <summary>Ends all of them and says what each holds.</summary>
    public async Task<CellFile[]> CloseAsync()
    {
        var files = new List<CellFile>();
        foreach (var file in _open.Values)
        {
            files.Add(new(file.Name, file.Lines, await file.CloseAsync()));
        }

        return [.. files];
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var file in _open.Values)
        {
            await file.CloseAsync();
        }
    }

    private sealed class OpenFile
    {
        private readonly SHA256 _hash = SHA256.Create();
        private string? _told;

        public OpenFile(string folder, string name)
        {
            Name = name;
            Zip = new(new CryptoStream(File.Create(Path.Combine(folder, name)), _hash, CryptoStreamMode.Write), CompressionLevel.Fastest);
        }

        public string Name { get; }

        public GZipStream Zip { get; }

        public long Lines { get; set; }

        public async Task<string> CloseAsync()
        {
            if (_told is null)
            {
                await Zip.DisposeAsync();
                _told = Convert.ToHexStringLower(_hash.Hash!);
                _hash.Dispose();
            }

            return _told;
        }
    }
}
