using Microsoft.Extensions.Hosting;

namespace Engagement.Rig.Floor;

/// <summary><c>floor</c>: the peer that the product is measured against.</summary>
internal static class FloorCommand
{
    public static readonly string[] Options = ["urls", "redis", "key", "batch"];

    public static async Task<int> Run(RigArguments args)
    {
        await using var app = FloorHost.Build(
            args.Text("urls", "http://127.0.0.1:5090"), args.Text("redis", "127.0.0.1:6379"),
            args.Text("key") ?? throw new ArgumentException("--key is missing: 32 bytes as base64."), args.Has("batch"));
        await FloorHost.Seed(app.Services);
        await app.StartAsync();
        Console.WriteLine($"Ready: {app.Urls.First()}");
        await app.WaitForShutdownAsync();
        return 0;
    }
}
