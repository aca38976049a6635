using Engagement.Web;

return await Subcommands.TryRun(args) ?? await Serve(args);

static async Task<int> Serve(string[] args)
{
    var builder = WebApplication.CreateBuilder(args);
    builder.AddEngagementWeb(silo => Clustering.AddRedis(silo, builder.Configuration));
    var app = builder.Build();
    app.UseEngagementWeb();
    await app.RunAsync();
    return 0;
}
