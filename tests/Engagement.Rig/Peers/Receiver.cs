using System.Net;

namespace Engagement.Rig.Peers;

/// <summary>Takes whatever a city tells of itself by OTLP over HTTP, and keeps nothing: what telling costs the city is measured, not the collector.</summary>
internal sealed class Receiver : IAsyncDisposable
{
    private readonly HttpListener _listener = new();
    private readonly Task _answering;

    public Receiver()
    {
        Address = $"http://127.0.0.1:{ServedBy.FreePort()}";
        _listener.Prefixes.Add(Address + "/");
        _listener.Start();
        _answering = Answer();
    }

    public string Address { get; }

    /// <summary>The settings that make a city send here; one trace of a hundred if <paramref name="sampled"/>, else all.</summary>
    public Dictionary<string, string> Settings(bool sampled) => new()
    {
        ["OTEL_EXPORTER_OTLP_ENDPOINT"] = Address, ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf", ["OTEL_METRIC_EXPORT_INTERVAL"] = "5000",
        ["OTEL_TRACES_SAMPLER"] = "parentbased_traceidratio", ["OTEL_TRACES_SAMPLER_ARG"] = sampled ? "0.01" : "1",
    };

    public async ValueTask DisposeAsync()
    {
        _listener.Close();
        await _answering;
    }

    private async Task Answer()
    {
        try
        {
            while (true)
            {
                var context = await _listener.GetContextAsync();
                await context.Request.InputStream.CopyToAsync(Stream.Null);
                context.Response.ContentType = "application/x-protobuf";
                context.Response.Close();
            }
        }
        catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
        {
        }
    }
}
