using System.Text.RegularExpressions;
using Engagement.Grains.Archive;
using Microsoft.Extensions.Options;

namespace Engagement.Web.Archive;

/// <summary>The public archive as it lies on the disk. Only the files that belong to it can be read.</summary>
public sealed partial class ArchiveShelf(IOptions<ArchiveOptions> options, ILogger<ArchiveShelf> log)
{
    private readonly Lock _gate = new();
    private (DateTime Written, ArchiveIndex? Index) _last;

    /// <summary>The list of days; null where there is no archive, or none that can be read.</summary>
    public ArchiveIndex? Index()
    {
        if (options.Value.Folder.Length == 0)
        {
            return null;
        }

        var written = File.GetLastWriteTimeUtc(Path.Combine(options.Value.Folder, ArchiveIndex.FileName)); // year 1601 for none
        lock (_gate)
        {
            if (_last.Written != written)
            {
                _last = (written, Read());
            }

            return _last.Index;
        }
    }

    /// <summary>The path of one of the archive's files; null for any other name.</summary>
    public string? Find(string name) =>
        options.Value.Folder.Length > 0 && Names().IsMatch(name) && Path.GetFullPath(Path.Combine(options.Value.Folder, name)) is var path && File.Exists(path) ? path : null;

    private ArchiveIndex? Read()
    {
        try
        {
            return ArchiveIndex.Read(options.Value.Folder);
        }
        catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            Unreadable(log, e);
            return null;
        }
    }

    [GeneratedRegex(@"^(digests\.json|digests\.json\.sig|key\.pem|verify\.py|README\.md|days/[0-9]{8}\.jsonl)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Names();

    [LoggerMessage(Level = LogLevel.Error, Message = "The public archive can not be read.")]
    private static partial void Unreadable(ILogger log, Exception e);
}
