using Microsoft.Extensions.Options;

namespace Engagement.Grains.Photos;

/// <summary>Pictures in a folder, spread over subfolders by the first two characters of their names.</summary>
public sealed class FolderPhotoStore(IOptions<PhotoOptions> options) : IPhotoStore
{
    private readonly string _root = Path.GetFullPath(options.Value.Folder);

    /// <inheritdoc/>
    public async Task<string> Put(ReadOnlyMemory<byte> full, ReadOnlyMemory<byte> small)
    {
        var hash = PhotoHash.Of(full.Span);
        await Write(PathOf(hash, PhotoSize.Small), small); // first: where the full one is, the small one is
        await Write(PathOf(hash, PhotoSize.Full), full);
        return hash;
    }

    /// <inheritdoc/>
    public async Task<byte[]?> Get(string hash, PhotoSize size)
    {
        try
        {
            return await File.ReadAllBytesAsync(PathOf(hash, size));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public Task Delete(string hash)
    {
        try
        {
            File.Delete(PathOf(hash, PhotoSize.Full));
            File.Delete(PathOf(hash, PhotoSize.Small));
        }
        catch (DirectoryNotFoundException)
        {
            // Nothing was ever stored beside it.
        }

        return Task.CompletedTask;
    }

    // A picture appears whole or not at all: written aside, flushed to the disk, then renamed.
    private static async Task Write(string path, ReadOnlyMemory<byte> picture)
    {
        if (File.Exists(path))
        {
            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var aside = $"{path}.{Guid.NewGuid():N}.new";
        try
        {
            await using (var file = new FileStream(aside, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                await file.WriteAsync(picture);
                file.Flush(flushToDisk: true);
            }

            File.Move(aside, path, overwrite: true);
        }
        finally
        {
            File.Delete(aside);
        }
    }

    private string PathOf(string hash, PhotoSize size) => PhotoHash.IsOne(hash)
        ? Path.Combine(_root, hash[..2], hash + (size == PhotoSize.Small ? ".small.jpg" : ".jpg"))
        : throw new ArgumentException("Not the name of a photo.", nameof(hash));
}
