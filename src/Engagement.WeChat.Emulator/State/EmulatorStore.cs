using System.Text.Json;

namespace Engagement.WeChat.Emulator.State;

/// <summary>
/// One lock around everything remembered, and the file <c>wechat.json</c> in a folder, if one is given. Changes reach the
/// file within a second and at a regular end: a killed emulator may forget its last second, as nothing here is evidence.
/// </summary>
internal sealed class EmulatorStore
{
    private readonly Lock gate = new();
    private readonly EmulatorState state;
    private readonly string? file;
    private long changes;
    private long saved;

    /// <exception cref="ArgumentException">The folder holds a file that is not the emulator's.</exception>
    public EmulatorStore(string? folder = null)
    {
        if (folder is null)
        {
            state = new();
            return;
        }

        Directory.CreateDirectory(folder);
        file = Path.Combine(folder, "wechat.json");
        try
        {
            state = File.Exists(file) ? JsonSerializer.Deserialize(File.ReadAllBytes(file), StateJson.Default.EmulatorState) ?? new() : new();
        }
        catch (JsonException e)
        {
            throw new ArgumentException($"{file} can't be read; remove it and the emulator begins anew. {e.Message}", nameof(folder), e);
        }
    }

    public T Read<T>(Func<EmulatorState, T> read)
    {
        lock (gate)
        {
            return read(state);
        }
    }

    public T Change<T>(Func<EmulatorState, T> change)
    {
        lock (gate)
        {
            changes++;
            return change(state);
        }
    }

    public void Change(Action<EmulatorState> change) => Change(state =>
    {
        change(state);
        return true;
    });

    /// <summary>Writes the file if anything changed since the last time. One caller at a time.</summary>
    public void Save()
    {
        if (file is null || Unsaved() is not var (bytes, version))
        {
            return;
        }

        File.WriteAllBytes(file + ".new", bytes);
        File.Move(file + ".new", file, overwrite: true);
        saved = version;
    }

    private (byte[] Bytes, long Version)? Unsaved()
    {
        lock (gate)
        {
            return changes == saved ? null : (JsonSerializer.SerializeToUtf8Bytes(state, StateJson.Default.EmulatorState), changes);
        }
    }
}
