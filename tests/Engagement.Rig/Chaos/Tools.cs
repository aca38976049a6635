using System.Diagnostics;
using System.Globalization;

namespace Engagement.Rig.Chaos;

/// <summary>Small programs of the machine.</summary>
internal static class Tools
{
    /// <summary>Whether a program is on the PATH.</summary>
    public static bool IsInstalled(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Any(folder => File.Exists(Path.Combine(folder, program)));

    /// <summary>Runs a program to its end.</summary>
    /// <exception cref="RigException">It failed; the message has what it said.</exception>
    public static Task Run(string program, params string[] arguments) => Feed(null, program, arguments);

    /// <summary>The same, with something to read.</summary>
    public static async Task Feed(string? input, string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true, RedirectStandardError = true, RedirectStandardOutput = true,
        })!;
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new RigException($"{program} {string.Join(' ', arguments)}: {error.Trim()} {(await output).Trim()}");
        }
    }

    /// <summary>Sends a signal to a process that the Rig started.</summary>
    public static Task Signal(int pid, string signal) => Run("kill", "-" + signal, pid.ToString(CultureInfo.InvariantCulture));
}
