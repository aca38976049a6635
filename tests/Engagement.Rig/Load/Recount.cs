using System.Diagnostics;

namespace Engagement.Rig.Load;

/// <summary>Runs the product's own recount on the city's folder.</summary>
internal static class Recount
{
    private const int NotQuiet = 2;

    /// <summary>Null when it is clean, else what is wrong. A cell that is not quiet yet is asked again.</summary>
    public static async Task<string?> Run(string local, string data)
    {
        for (var wait = 0; ; wait++)
        {
            var (exit, output, error) = await Ask(local, data);
            if (exit == NotQuiet && wait < 10)
            {
                await Task.Delay(TimeSpan.FromSeconds(1));
                continue;
            }

            Console.WriteLine("recount: " + (output.Length > 1_000 ? output[..1_000] + " ..." : output));
            return exit == 0 && output.StartsWith('{') ? null : $"recount ended with exit code {exit} {error}";
        }
    }

    private static async Task<(int Exit, string Output, string Error)> Ask(string local, string data)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet")
        {
            ArgumentList = { local, "recount", "--data", data, "--json" },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output.Trim(), (await error).Trim());
    }
}
