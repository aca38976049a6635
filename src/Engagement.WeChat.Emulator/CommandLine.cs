using Engagement.WeChat.Emulator.Callbacks;
using Microsoft.Extensions.Configuration;

namespace Engagement.WeChat.Emulator;

/// <summary>How the emulator is started on its own.</summary>
internal static class CommandLine
{
    public const string Help = """
        Engagement.WeChat.Emulator: a stand-in for WeChat's servers on this machine. Control page: <urls>/emulator

          --urls URL            where it listens            (default http://127.0.0.1:5080; loopback only)
          --data FOLDER         where it remembers          (default: in memory only)
          --callback URL        where pushes go             (such as http://127.0.0.1:5000/wechat/callback)
          --token TEXT          the callback's Token        (3 to 32 letters and digits)
          --aes-key TEXT        its EncodingAESKey          (43 letters and digits)
          --mode plain|compatible|safe                      (default plain; with --aes-key: safe)
          --appid, --secret, --mini-appid, --mini-secret    the accounts (default: made-up ones, printed at the start)
          --clock test          a clock that can be moved forward, on the control page or by POST /emulator/clock {"advance":"24:00:00"}
        """;

    private static readonly string[] Known = ["urls", "data", "callback", "token", "aes-key", "mode", "appid", "secret", "mini-appid", "mini-secret", "clock"];

    /// <exception cref="ArgumentException">An option is unknown or can't be what it is.</exception>
    public static (EmulatorOptions Options, bool TestClock) Parse(string[] args)
    {
        var given = new ConfigurationBuilder().AddCommandLine(args).Build();
        if (given.GetChildren().FirstOrDefault(child => !Known.Contains(child.Key, StringComparer.OrdinalIgnoreCase)) is { } unknown)
        {
            throw new ArgumentException($"Unknown option --{unknown.Key}. See --help.");
        }

        if (given["clock"] is not (null or "test"))
        {
            throw new ArgumentException("--clock must be test.");
        }

        var defaults = new EmulatorOptions();
        return (new()
        {
            Urls = given["urls"] ?? defaults.Urls,
            DataFolder = given["data"] is { } data ? Path.GetFullPath(data) : null,
            Callback = Target(given),
            AppId = given["appid"] ?? defaults.AppId,
            AppSecret = given["secret"] ?? defaults.AppSecret,
            MiniProgramAppId = given["mini-appid"] ?? defaults.MiniProgramAppId,
            MiniProgramAppSecret = given["mini-secret"] ?? defaults.MiniProgramAppSecret,
        }, given["clock"] is not null);
    }

    private static PushTarget? Target(IConfiguration given)
    {
        if (given["callback"] is not { } address)
        {
            return given["token"] is null ? null : throw new ArgumentException("--token needs --callback.");
        }

        var key = given["aes-key"];
        var mode = PushMode.Plain;
        if ((given["mode"] is { } text && !Enum.TryParse(text, ignoreCase: true, out mode)) || !Uri.TryCreate(address, UriKind.Absolute, out var url))
        {
            throw new ArgumentException("--mode must be plain, compatible or safe, and --callback an absolute address.");
        }

        var target = new PushTarget(url, given["token"] ?? "", key, given["mode"] is null && key is not null ? PushMode.Safe : mode);
        return target.Problem() is { } problem ? throw new ArgumentException(problem) : target;
    }
}
