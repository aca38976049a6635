using Microsoft.Extensions.Options;

namespace Engagement.Web;

/// <summary>
/// SIGTERM: readiness fails at once, requests are served for a while longer so that proxies can turn away, then the site
/// stops accepting, finishes what is under way, and the silo hands its grains on and leaves the cluster.
/// </summary>
internal sealed partial class Drain(IOptions<HostingOptions> options, ILogger<Drain> log) : IHostedLifecycleService
{
    /// <summary>Added to the drain, for requests under way and the silo's leave.</summary>
    public static readonly TimeSpan Rest = TimeSpan.FromSeconds(60);

    /// <summary>Answers of a stopping process end their connection, so that the next request finds another one.</summary>
    public static Task CloseConnections(HttpContext context, RequestDelegate next)
    {
        if (context.RequestServices.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping.IsCancellationRequested)
        {
            context.Response.Headers.Connection = "close";
        }

        return next(context);
    }

    /// <summary>Before anything is stopped.</summary>
    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        Draining(options.Value.DrainSeconds);
        await Task.Delay(TimeSpan.FromSeconds(options.Value.DrainSeconds), cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <inheritdoc/>
    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(LogLevel.Warning, "Stopping: not ready any more, serving for another {Seconds} s")]
    private partial void Draining(double seconds);
}
