using Microsoft.Extensions.Hosting;

namespace Engagement.WeChat.Emulator;

/// <summary>Leaves Ctrl-C and SIGTERM to the program that hosts the emulator, which may still be serving citizens who sign in.</summary>
internal sealed class CallerOwnedLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
