using Engagement.Contracts;
using Engagement.Grains.Activities;
using Engagement.Grains.Acts;
using Engagement.Grains.Bouquets;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Certificates;
using Engagement.Grains.Couriers;
using Engagement.Grains.Control;
using Engagement.Grains.Hours;
using Engagement.Grains.Imports;
using Engagement.Grains.Hours.Corrections;
using Engagement.Grains.Journeys;
using Engagement.Grains.Moderation;
using Engagement.Grains.Nominations;
using Engagement.Grains.Notices;
using Engagement.Grains.Paper;
using Engagement.Grains.Participants;
using Engagement.Grains.Photos;
using Engagement.Grains.Protection;
using Engagement.Grains.Publications;
using Engagement.Grains.Rankings;
using Engagement.Grains.Records;
using Engagement.Grains.Roses;
using Engagement.Grains.Stations;
using Engagement.Grains.Storage;
using Engagement.Grains.Volunteers;
using Engagement.Grains.WeChat;
using Engagement.WeChat;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Orleans.Runtime.Hosting;

namespace Engagement.Grains;

/// <summary>Registers the campaign's grains and what they stand on.</summary>
public static class GrainsHosting
{
    /// <summary>The ledger's store, keys and readers: also for subcommands, which need no silo.</summary>
    public static IServiceCollection AddLedger(this IServiceCollection services)
    {
        services.AddOptions<CellOptions>().BindConfiguration("Campaign").ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<CampaignOptions>().BindConfiguration("Campaign").ValidateDataAnnotations()
            .Validate(options => options.End > options.Start && options.End < options.Start.AddYears(2).AddDays(1),
                "Campaign:End must be after Campaign:Start and within two years of it.").ValidateOnStart();
        services.AddOptions<StoreOptions>().BindConfiguration("Store").ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<CellKeyOptions>().BindConfiguration("Keys").ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<RoseOptions>().BindConfiguration("Roses").ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<OperatorOptions>().BindConfiguration("Operators").ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<NoticeOptions>().BindConfiguration("Notices").ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<BouquetOptions>().BindConfiguration("Bouquets").ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<CourierOptions>().BindConfiguration("Couriers").ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<PaperOptions>().BindConfiguration("Paper").ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton<ICampaignClock, SystemClock>();
        services.TryAddSingleton<ISwitches, NoSwitches>();
        services.TryAddSingleton<CampaignSettings>();
        services.TryAddSingleton<Cell>();
        services.TryAddSingleton<CellKeys>();
        services.TryAddSingleton<StoreConnection>();
        services.TryAddSingleton<StoreCheck>();
        services.TryAddSingleton<RecordFormat>();
        services.TryAddSingleton<LedgerCommitter>();
        services.TryAddSingleton<LedgerStorage>();
        services.TryAddSingleton<Seeder>();
        services.AddModeration();
        services.AddPhotos();
        services.AddProtection();
        services.AddCertificates();
        services.AddActivities();
        services.AddVolunteers();
        services.TryAddSingleton<RoseReader>();
        services.TryAddSingleton<PaperCodes>();
        services.TryAddSingleton<BatchReader>();
        services.TryAddSingleton<PaperQueues>();
        services.TryAddSingleton<RoseStages>();
        services.TryAddSingleton<HopFinder>();
        services.TryAddSingleton<LetterOpener>();
        services.TryAddSingleton<PersonReader>();
        services.TryAddSingleton<StaffReader>();
        services.TryAddSingleton<QueueReader>();
        services.TryAddSingleton<AuditReader>();
        services.TryAddSingleton<RosterReader>();
        services.TryAddSingleton<CompanyNonces>();
        services.TryAddSingleton<BouquetReader>();
        services.AddOptions<ActOptions>().BindConfiguration("Acts").ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<CalendarOptions>().BindConfiguration("Calendar");
        services.TryAddSingleton<WorkingCalendar>();
        services.TryAddSingleton<ActSettings>();
        services.TryAddSingleton<ActReader>();
        services.TryAddSingleton<ActWaits>();
        services.TryAddSingleton<BoxReader>();
        services.TryAddSingleton<NoticeTimes>();
        services.TryAddSingleton<CourierMatters>();
        services.TryAddSingleton<VolunteerMatters>();
        services.TryAddSingleton<NoticeReader>();
        services.TryAddSingleton<PeopleReader>();
        services.TryAddSingleton<BoardReader>();
        services.TryAddSingleton<OptedIn>();
        services.AddOptions<BoardOptions>().BindConfiguration("Boards").ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton<CellSigner>();
        services.TryAddSingleton<PublicationReader>();
        services.TryAddSingleton<CourierCounts>();
        services.TryAddSingleton<StandingReader>();
        services.TryAddSingleton<SeededCatalogue>();
        services.TryAddSingleton<SnapshotTaker>();
        services.TryAddSingleton<RecordReader>();
        services.AddOptions<RecordOptions>().BindConfiguration("Record").ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton<CityReader>();
        services.TryAddSingleton<LatestReader>();
        services.AddWeChatRecords();
        services.AddOptions<StationOptions>().BindConfiguration("Stations").ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<NominationOptions>().BindConfiguration("Nominations").ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton<NominationReader>();
        services.AddOptions<AttendanceOptions>().BindConfiguration("Attendance").ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton<AttendanceSettings>();
        services.TryAddSingleton<AttendanceCodes>();
        services.TryAddSingleton<AttendanceReader>();
        services.TryAddSingleton<StationReader>();
        services.TryAddSingleton<StationCodes>();
        services.TryAddSingleton<JourneyReader>();
        services.AddHours();
        services.AddImports();
        return services;
    }

    /// <summary>The silo's side: the storage provider and the services that grains take.</summary>
    public static ISiloBuilder AddEngagement(this ISiloBuilder silo)
    {
        silo.Services.TryAddSingleton<Switches>();
        silo.Services.TryAddSingleton<ISwitches>(static services => services.GetRequiredService<Switches>());
        silo.Services.AddHostedService(static services => services.GetRequiredService<Switches>());
        silo.Services.AddLedger();
        silo.Services.TryAddSingleton<ICatalogue>(static services => services.GetRequiredService<SeededCatalogue>());
        silo.Services.AddHostedService(static services => services.GetRequiredService<SeededCatalogue>());
        silo.Services.TryAddSingleton<ActQueue>();
        silo.Services.TryAddSingleton<LetterWriter>();
        silo.Services.TryAddSingleton<CellGrains>();
        silo.Services.TryAddSingleton<IMediaChecks, MediaChecks>();
        silo.Services.TryAddSingleton<ITextChecks, NoTextChecks>();
        silo.Services.TryAddSingleton<IMediaCheckPort, NoMediaChecks>();
        silo.Services.TryAddSingleton<INoticeSender, NoSender>();
        silo.Services.AddSingleton<IForgetting, ActForgetting>().AddSingleton<IForgetting, PhotoForgetting>().AddSingleton<IForgetting, RecordForgetting>()
            .AddSingleton<IForgetting, NominationForgetting>().AddSingleton<IForgetting, CorrectionForgetting>();
        silo.AddProtection();
        silo.AddCertificates();
        silo.AddActivities();
        silo.AddVolunteers();
        silo.AddImports();
        silo.Services.TryAddSingleton<TokenVault>();
        silo.Services.AddSingleton<IWeChatTokens, ClusterTokens>(); // instead of the process's own
        silo.Services.TryAddSingleton<PushAnswers>();
        silo.Services.TryAddSingleton<IPushEvents, NoticePushes>();
        silo.Services.TryAddSingleton<RoseTools>();
        silo.AddIncomingGrainCallFilter<StoreFaultFilter>();
        silo.Services.AddKeyedSingleton<TimeProvider>(TimeProviderNames.ActivationManagement, new SteadyTime(TimeProvider.System));
        silo.Services.AddGrainStorage(LedgerStorage.Name, static (services, _) => services.GetRequiredService<LedgerStorage>());
        return silo;
    }
}
