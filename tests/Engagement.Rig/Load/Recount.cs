using System.Diagnostics;

namespace Engagement.Rig.Load;

/// <summary>Runs the product's own recount on the city's folder.</summary>
internal static class Recount
{
    /// <summary>Null when it is clean, else what is wrong.</summary>
    public static async Task<string?> Run(string local, string data)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet")
        {
            ArgumentList = { local, "recount", "--data", data, "--json" },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var error = process.StandardError.ReadToEndAsync();
        var output = (await process.StandardOutput.ReadToEndAsync()).Trim();
        await process.WaitForExitAsync();
        if (!output.StartsWith('{'))
        {
            if (process.ExitCode == 0)
            {
                Console.WriteLine("recount is not in this build of Engagement.Local: it was not asked.");
                return null;
            }

            return $"recount gave no JSON (exit code {process.ExitCode}): {output} {(await error).Trim()}";
        }

        Console.WriteLine("recount: " + (output.Length > 600 ? output[..600] + " ..." : output));
        return process.ExitCode == 0 ? null : $"recount found differences (exit code {process.ExitCode})";
    }
}
