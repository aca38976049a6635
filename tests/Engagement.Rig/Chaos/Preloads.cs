namespace Engagement.Rig.Chaos;

/// <summary>The two small libraries that are put before a program: one remembers fsyncs, one moves the clock. Built with gcc; null without it.</summary>
internal sealed record Preloads(string? Synced, string? Clock)
{
    /// <summary>What is missing for them; null when nothing.</summary>
    public static string? Missing() => Tools.IsInstalled("gcc") ? null : "gcc";

    public static async Task<Preloads> Build(string folder)
    {
        return Missing() is null ? new(await Compile(folder, "synced"), await Compile(folder, "clock")) : new(null, null);
    }

    private static async Task<string> Compile(string folder, string name)
    {
        var library = Path.Combine(folder, name + ".so");
        await Tools.Run("gcc", "-shared", "-fPIC", "-O2", "-Wall", "-o", library, Path.Combine(Programs.Root(), "tests", "Engagement.Rig", "Chaos", name + ".c"), "-ldl");
        return library;
    }
}
