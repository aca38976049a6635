using System.Security.Cryptography;
using System.Text.Json;

namespace Engagement.Local;

/// <summary>The folder of a local city: one city at a time works in it, and the same one carries on after any end.</summary>
internal sealed class DataFolder : IDisposable
{
    private readonly FileStream? _lock;

    private DataFolder(string path, FileStream? @lock) => (Root, _lock) = (path, @lock);

    /// <summary>The folder.</summary>
    public string Root { get; }

    /// <summary>Opens the folder for a city and locks it.</summary>
    /// <exception cref="ArgumentException">Another city works in it.</exception>
    public static DataFolder Lock(string path)
    {
        Directory.CreateDirectory(path);
        try
        {
            return new(path, new FileStream(Path.Combine(path, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException)
        {
            throw new ArgumentException($"A city is running in {path}. Stop it, or choose another folder with --data.");
        }
    }

    /// <summary>Opens the folder for a look beside a running city.</summary>
    public static DataFolder Look(string path) => Directory.Exists(path)
        ? new(path, null)
        : throw new ArgumentException($"There is no city in {path}.");

    /// <summary>The master key of this city, made at its first start and readable by its owner only.</summary>
    public string MasterKey()
    {
        var file = Path.Combine(Root, "master.key");
        if (!File.Exists(file))
        {
            var fresh = file + ".new";
            File.WriteAllText(fresh, Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(fresh, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            }

            File.Move(fresh, file);
        }

        return File.ReadAllText(file).Trim();
    }

    /// <summary>What the last start noted; empty before the first.</summary>
    public LocalNote Read() => File.Exists(Note) ? JsonSerializer.Deserialize<LocalNote>(File.ReadAllText(Note)) ?? new() : new();

    /// <summary>Notes how the city runs now.</summary>
    public void Write(LocalNote note)
    {
        File.WriteAllText(Note + ".new", JsonSerializer.Serialize(note));
        File.Move(Note + ".new", Note, overwrite: true);
    }

    /// <inheritdoc/>
    public void Dispose() => _lock?.Dispose();

    private string Note => Path.Combine(Root, "local.json");
}

/// <summary>What <c>local.json</c> holds.</summary>
/// <param name="Store">redis or garnet: a folder keeps its store.</param>
/// <param name="StorePort">Port of the store on the loopback.</param>
/// <param name="StorePid">Process of the store; the program's own for Garnet.</param>
/// <param name="Pid">The program.</param>
/// <param name="Urls">Address of the site.</param>
/// <param name="ClockAhead">Seconds by which a test clock is ahead of the real one; the clock of a city never goes back.</param>
internal sealed record LocalNote(string? Store = null, int StorePort = 0, int StorePid = 0, int Pid = 0, string? Urls = null, double ClockAhead = 0);
