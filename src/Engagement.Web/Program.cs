using Engagement.Grains.Campaigns;
using Engagement.Web;
using Microsoft.Extensions.Options;

try
{
    return await Subcommands.TryRun(args) ?? await Serve(args);
}
catch (Exception e) when (e is OptionsValidationException or ConfigurationException or ReferenceDataException)
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
    await app.RunAsync();
    return 0;
}
