using Engagement.Grains.Storage;
using Engagement.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Engagement.Tests.Recounting;

/// <summary>A recount of millions outlasts its own pauses: found by filling a city with three million roses, where two seconds were too few.</summary>
public sealed class ToolPatienceTests
{
    [Fact]
    public void Tools_WaitLongerForTheStoreThanRequests()
    {
        using var tools = Subcommands.BuildTools(Host.CreateApplicationBuilder());
        Assert.InRange(tools.Services.GetRequiredService<IOptions<StoreOptions>>().Value.TimeoutMilliseconds, 10 * new StoreOptions().TimeoutMilliseconds, int.MaxValue);
    }
}
