using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Engagement.Rig.Serve;

/// <summary><c>serve</c>: one of the peers that the product is measured against.</summary>
internal static class ServeCommand
{
    public static readonly string[] Options = ["peer", "urls", "store", "key", "folder", "ahead", "pool"];

    public static async Task<int> Run(RigArguments args)
    {
        string Need(string name) => args.Text(name) is { Length: > 0 } given ? given : throw new ArgumentException($"--{name} is missing. See --help.");
        await using var app = PeerHost.Build(new(
            Need("peer"), args.Text("urls", "http://127.0.0.1:5090"), Need("store"), Need("key"), Need("folder"),
            TimeSpan.FromHours(args.Number("ahead", 0)), args.Number("pool", PeerSettings.DefaultPool)));
        await app.Services.GetRequiredService<IPeer>().Prepare();
        await app.StartAsync();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Ready: {app.Urls.First()}"));
        await app.WaitForShutdownAsync();
        return 0;
    }
}

/// <summary>How a peer is started.</summary>
/// <param name="Peer">One of <see cref="PeerHost.Names"/>.</param>
/// <param name="Urls">Address of the site.</param>
/// <param name="Store">Of a peer on Redis HOST:PORT, of one on PostgreSQL a connection string.</param>
/// <param name="Key">32 bytes as base64.</param>
/// <param name="Folder">Where the session ring lies, so that tickets outlive a killed program.</param>
/// <param name="Ahead">How far the clock was moved already.</param>
/// <param name="Pool">Connections to PostgreSQL.</param>
internal sealed record PeerSettings(string Peer, string Urls, string Store, string Key, string Folder, TimeSpan Ahead, int Pool)
{
    public const int DefaultPool = 16;
}
