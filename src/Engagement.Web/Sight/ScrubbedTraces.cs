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

    /// <inheritdoc/>
    public override void OnEnd(Activity data)
    {
        foreach (var tag in Tags)
        {
            if (data.GetTagItem(tag) is not null)
            {
                data.SetTag(tag, null);
            }
        }

        data.DisplayName = data.GetTagItem("http.route") is string route ? $"{data.GetTagItem("http.request.method")} {route}" : data.OperationName;
    }
}
