using Engagement.Contracts;
using Engagement.Grains;
using Engagement.Grains.Moderation;
using Engagement.Grains.Notices;
using Engagement.Grains.Storage;
using Engagement.WeChat;
using Engagement.Web.Admin;
using Engagement.Web.Boards;
using Engagement.Web.Bouquets;
using Engagement.Web.Certificates;
using Engagement.Web.Health;
using Engagement.Web.Activities;
using Engagement.Web.Acts;
using Engagement.Web.Attendance;
using Engagement.Web.Home;
using Engagement.Web.Hours;
using Engagement.Web.Imports;
using Engagement.Web.Mine;
using Engagement.Web.Needs;
using Engagement.Web.Moderation;
using Engagement.Web.Notices;
using Engagement.Web.Paper;
using Engagement.Web.Photos;
using Engagement.Web.Problems;
using Engagement.Web.Protection;
using Engagement.Web.Roses;
using Engagement.Web.Sessions;
using Engagement.Web.Sight;
using Engagement.Web.Settings;
using Engagement.Web.Shared;
using Engagement.Web.WeChat;

namespace Engagement.Web;

/// <summary>Composes the server: a silo and the site in one process. Engagement.Local composes the same.</summary>
public static class WebHosting
{
    /// <summary>Registers everything but Orleans' clustering and reminders, which depend on where it runs.</summary>
    public static WebApplicationBuilder AddEngagementWeb(this WebApplicationBuilder builder, Action<ISiloBuilder> clustering)
    {
        var services = builder.Services;
        // Request logs carry addresses, and a rose's address carries its secret; WeChat's carry codes and the app secret.
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning).AddFilter("System.Net.Http.HttpClient", LogLevel.Warning)
            .AddFilter("Orleans", LogLevel.Warning).AddFilter("StackExchange.Redis", LogLevel.Warning) // hundreds of lines a start
            .AddFilter("Polly", LogLevel.Warning) // two lines for each call of WeChat, one that went well too
            .AddFilter("Orleans.Runtime.Watchdog", LogLevel.Error) // its first check counts from the machine's start
            .AddFilter("Microsoft.Extensions.Diagnostics.HealthChecks", LogLevel.None); // a line a probe; who fails one says why
        builder.AddSight();
        services.AddProbes();
        services.AddSingleton<StoreWatch>().AddHostedService(static services => services.GetRequiredService<StoreWatch>());
        builder.Host.UseOrleans(silo =>
        {
            silo.AddEngagement();
            silo.AddSettings();
            clustering(silo);
            builder.AddAdmin(silo);
            silo.AddSight(builder.Configuration);
        });
        services.AddOptions<AdminOptions>().BindConfiguration("Admin").ValidateDataAnnotations().ValidateOnStart();
        services.AddWeChat(builder.Configuration);
#if SENPARC
        services.AddWeChatOverSenparc(builder.Configuration);
#endif
        services.AddSingleton<NoticeBook>().AddSingleton<NoticeWords>().AddSingleton<INoticeSender, WeChatNotices>();
        services.AddOptions<ModerationOptions>().BindConfiguration("Moderation");
        services.AddSingleton<ITextChecks, WeChatTextChecks>().AddSingleton<IMediaCheckPort, WeChatMediaChecks>();
        services.AddWeChatAnswers(builder.Configuration);
        services.AddSessions();
        services.AddHttpContextAccessor();
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<Calls>().AddSingleton<Identities>().AddSingleton<Wording>()
            .AddSingleton<Archive.ArchiveShelf>().AddSingleton<Names>().AddSingleton<PersonLabels>().AddSingleton<Volunteers.VolunteerBook>().AddSingleton<Volunteers.VolunteerExport>().AddSingleton<Teams.TeamBook>().AddSingleton<BoardBook>().AddSingleton<Records.RecordBook>().AddSingleton<Records.RecordExport>().AddSingleton<CityCache>().AddSingleton<Wall.WallBook>().AddSingleton<Listeners>()
            .AddSingleton<SignInState>().AddSingleton<Console.DoorTickets>().AddSingleton<RiskGate>().AddSingleton<UnionJoin>().AddSingleton<Shelf>().AddSingleton<Exporter>().AddSingleton<BouquetTable>().AddSingleton<BouquetGate>()
            .AddSingleton<LetterReader>().AddSingleton<Desk>().AddSingleton<Prompts.Prompt>().AddSingleton<RoseScene>().AddSingleton<Posters.PosterRenderer>().AddSingleton<Posters.PosterShop>().AddSingleton<Drawing.DrawingRoom>();
        services.AddSingleton<Console.ControlWords>().AddSingleton<Console.ControlPreviews>().AddSingleton<Shared.FrozenUnits>();
        services.AddActs();
        services.AddHours();
        services.AddImports();
        services.AddAttendance();
        services.AddActivityPages();
        services.AddNeedPages();
        services.AddPhotos();
        services.AddDeeds();
        services.AddCertificatePages();
        services.AddSingleton<Companies.CompanyDesk>().AddSingleton<Companies.RosterUpload>();
        services.AddPaper();
        services.AddAntiforgery(o => (o.HeaderName, o.FormFieldName) = ("RequestVerificationToken", "__token"));
        services.AddProblemDetails();
        services.AddExceptionHandler<FaultHandler>();
        services.AddHostedService<Wake>();
        services.AddHostedService<PublicationStart>();
        var limits = builder.Configuration.GetSection("RateLimits").Get<RateLimits>() ?? new();
        services.AddOptions<RateLimits>().BindConfiguration("RateLimits").ValidateDataAnnotations().ValidateOnStart();
        services.AddRateLimiter(limiter => RateLimits.Configure(limiter, limits));
        services.AddOpenApi("v1", api => api.AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = "Engagement";
            document.Info.Description = "Roses that travel from hand to hand. Rules, outcomes and retries: docs/api.md.";
            return Task.CompletedTask;
        }));
        services.AddControllersWithViews(mvc =>
            {
                mvc.Filters.Add<PageAntiforgery>();
                mvc.Filters.Add<Patience>();
                mvc.Conventions.Add(new HeadToo());
            })
            .AddPages()
            .AddApplicationPart(typeof(WebHosting).Assembly)
            .ConfigureApiBehaviorOptions(api => api.InvalidModelStateResponseFactory = InvalidInput.Answer);
        return builder;
    }

    /// <summary>The order of a request through the site.</summary>
    public static WebApplication UseEngagementWeb(this WebApplication app)
    {
        app.Use(SecurityHeaders.Add);
        app.Use(Drain.CloseConnections);
        app.UseProbes();
        app.UseExceptionHandler();
        app.UseWhen(http => http.Request.Path.StartsWithSegments("/api"), api => api.UseStatusCodePages());
        app.UseWhen(http => !http.Request.Path.StartsWithSegments("/api"), pages => pages.UseStatusCodePagesWithReExecute("/state/{0}"));
        app.UseRequestLocalization();
        app.UseRouting();
        app.UseMiddleware<LoadShedding>();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAdmin();
        app.UseRateLimiter();
        app.MapStaticAssets().DisableRateLimiting();
        app.MapControllers().WithStaticAssets();
        app.MapOpenApi("/openapi/{documentName}.json");
        return app;
    }

    // The agenda's timer runs from the first moment, not from the first reminder on. Whatever is away, this is no reason to end.
    private sealed class Wake(IGrainFactory grains, Cell cell) : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                try
                {
                    await grains.GetGrain<ISweeperGrain>(cell.Campaign).Wake();
                    return;
                }
                catch (Exception) when (!stoppingToken.IsCancellationRequested)
                {
                    await Task.Delay(TimeSpan.FromSeconds(2), stoppingToken);
                }
            }
        }
    }
}
