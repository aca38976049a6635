using System.Diagnostics;
using OpenTelemetry;

namespace Engagement.Web.Sight;

/// <summary>Takes out of every trace what tells who or which: a rose's address carries its secret, a paper code is one, addresses are people's. What stays is the route.</summary>
internal sealed class ScrubbedTraces : BaseProcessor<Activity>
{
    /// <summary>Tags that never leave the process.</summary>
    public static readonly IReadOnlyList<string> Tags =
    [
        "url.path", "url.query", "url.full", "http.url", "http.target", "client.address", "client.port", "network.peer.address", "network.peer.port", "user_agent.original",
        "server.address", "http.user_agent", "net.peer.ip", "enduser.id", "exception.message",
    ];

    /// <summary>Of a grain call these stay; ids of grains are people's and roses'.</summary>
    private static readonly string[] OfGrains = ["rpc.system.name", "orleans.rpc.service", "rpc.method", "error.type"];

    /// <inheritdoc/>
    public override void OnEnd(Activity data)
    {
        var ofGrains = data.Source.Name.StartsWith(SightSetup.Grains, StringComparison.Ordinal);
        foreach (var (tag, _) in data.TagObjects.Where(tag => ofGrains ? !OfGrains.Contains(tag.Key) : Tags.Contains(tag.Key)).ToArray())
        {
            data.SetTag(tag, null);
        }

        data.DisplayName = data.GetTagItem("http.route") is string route ? $"{data.GetTagItem("http.request.method")} {route}" : data.OperationName;
    }
}
