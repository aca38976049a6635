using System.Diagnostics;
using System.Globalization;

namespace Engagement.Rig.Results;

/// <summary>Where and beside what a run took place: without it a figure means nothing.</summary>
internal sealed record Machine(int Cores, string Cpu, int MemoryGib, string Kernel, double Load, SortedDictionary<string, string> Versions)
{
    /// <summary>This machine now. Versions are asked of the programs themselves; one that is not installed is left out.</summary>
    public static Machine Now(params (string Name, string Program)[] programs)
    {
        var versions = new SortedDictionary<string, string>(StringComparer.Ordinal) { [".NET"] = Environment.Version.ToString() };
        foreach (var (name, program) in programs)
        {
            if (VersionOf(program) is { } version)
            {
                versions[name] = version;
            }
        }

        var cpu = File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim() ?? "unknown";
        var memory = File.ReadLines("/proc/meminfo").First().Split(' ', StringSplitOptions.RemoveEmptyEntries)[1];
        return new(Environment.ProcessorCount, cpu, (int)Math.Round(long.Parse(memory, CultureInfo.InvariantCulture) / 1048576.0),
            "Linux " + File.ReadAllText("/proc/sys/kernel/osrelease").Trim(), LoadNow(), versions);
    }

    /// <summary>Load average of the last minute.</summary>
    public static double LoadNow() => double.Parse(File.ReadAllText("/proc/loadavg").Split(' ')[0], CultureInfo.InvariantCulture);

    /// <summary>One line for a document.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{Cores} cores of {Cpu}, {MemoryGib} GiB, {Kernel}, {string.Join(", ", Versions.Select(pair => $"{pair.Key} {pair.Value}"))}, load average at the start {Load:n1}");

    private static string? VersionOf(string program)
    {
        try
        {
            using var asked = Process.Start(new ProcessStartInfo(program, "--version") { RedirectStandardOutput = true })!;
            var text = asked.StandardOutput.ReadToEnd();
            asked.WaitForExit();
            return text.Split([' ', '='], StringSplitOptions.RemoveEmptyEntries).FirstOrDefault(word => char.IsAsciiDigit(word[0]))?.Trim();
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
