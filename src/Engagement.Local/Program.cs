using Engagement.Grains.Campaigns;
using Engagement.Grains.Publications;
using Engagement.Grains.Storage;
using Engagement.Local;
using Engagement.WeChat.Emulator;
using Engagement.Web;
using Microsoft.Extensions.Options;

try
{
    return args switch
    {
        ["--help" or "-h" or "help", ..] => Say(LocalOptions.Help),
        ["seed" or "recount" or "reseal" or "export" or "import", .. var rest] => await Tools.Run(args[0], rest),
        ["boards", "check", ..] => await BoardsCommand.CheckAsync(args, Console.Out),
        ["wechat" or "boards", .. var rest] => await Tools.Beside(args[0], rest),
        _ => await Serve(LocalOptions.Parse(args)),
    };
}
catch (Exception e) when (e is ArgumentException or FormatException or OptionsValidationException or ConfigurationException or ReferenceDataException or UnsafeStoreException)
{
    Console.Error.WriteLine(e.Message);
    return 2;
}

static int Say(string text)
{
    Console.WriteLine(text);
    return 0;
}

static async Task<int> Serve(LocalOptions options)
{
    using var folder = DataFolder.Lock(options.Data);
    if (!options.TestClock && folder.Read().ClockAhead > 0)
    {
        throw new ArgumentException($"The clock of the city in {folder.Root} was moved ahead: start it with --clock test, or choose another --data.");
    }

    await using var store = await LocalStore.Open(folder, options.Store);
    var kind = store is RedisStore ? "redis" : "garnet";
    folder.Write(folder.Read() with { Store = kind, StorePort = store.Port, StorePid = store.Pid, Pid = Environment.ProcessId, Urls = options.Urls });
    Console.WriteLine($"Store: {store.Promise} (port {store.Port}, {folder.Root})");

    var clock = options.TestClock ? new TestClock(folder) : null;
    await using var app = City.Build(City.Settings(options, folder, store.Port), clock ?? (ICampaignClock)new SystemClock());
    await using var wechat = EmulatorHost.Create(new()
    {
        Urls = options.WeChatUrls,
        DataFolder = Path.Combine(folder.Root, "wechat"),
        Callback = City.Callback(options),
        UtcNow = () => clock?.UtcNow ?? DateTimeOffset.UtcNow,
        AdvanceClock = clock is null ? null : clock.Advance,
    });
    await StoreWatch.LookAsync(app.Services);
    await app.Services.GetRequiredService<Seeder>().Seed(Subcommands.ShippedReference(app.Services));
    await wechat.StartAsync();
    await app.StartAsync();
    await Personas.Prepare(app.Services);
    Console.WriteLine($"WeChat's emulator: {wechat.Urls.First()} (personas: 小满, 王阿姨, 骑手阿强, {City.Organiser}, {City.Operator} ...)");
    Console.WriteLine($"Console: {app.Urls.First()}/console ({City.Operator} operator, {City.Reviewer} reviewer, {City.Steward} steward of a company, {City.Keeper} keeper of stations)");
    Console.WriteLine($"Phones, chats and faults: {wechat.Urls.First()}/emulator");
    if (clock is not null)
    {
        Console.WriteLine($"Test clock: {clock.UtcNow.ToOffset(ShanghaiDay.Offset):yyyy-MM-dd HH:mm} in Shanghai");
    }

    Console.WriteLine($"Ready: {app.Urls.First()}");
    await app.WaitForShutdownAsync();
    await wechat.StopAsync();
    Console.WriteLine("Stopped; everything is kept.");
    return 0;
}
