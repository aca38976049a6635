using Engagement.Grains.Campaigns;
using Engagement.Grains.Storage;
using Engagement.Web;
using Microsoft.Extensions.Options;

try
{
    return await Subcommands.TryRun(args) ?? await Serve(args);
}
catch (Exception e) when (e is OptionsValidationException or ConfigurationException or ReferenceDataException or UnsafeStoreException)
{
    Console.Error.WriteLine(e.Message);
    return 2;
}

static async Task<int> Serve(string[] args)
{
    var builder = WebApplication.CreateBuilder(args);
    builder.AddEngagementWeb(silo => Clustering.AddRedis(silo, builder.Configuration));
    var app = builder.Build();
    app.UseEngagementWeb();
    await StoreWatch.LookAsync(app.Services);
    var watch = app.Services.GetRequiredService<StoreWatch>();
    try
    {
        await app.RunAsync();
    }
    catch (OperationCanceledException) when (app.Lifetime.ApplicationStopping.IsCancellationRequested)
    {
        // Told to stop before it had started.
    }

    return watch.Refusal is { } refusal ? throw refusal : 0;
}
