namespace Engagement.WeChat.Emulator;

/// <summary>What the emulator pretends, and where it listens. The defaults need no setting up.</summary>
public sealed class EmulatorOptions
{
    /// <summary>Addresses to listen on, separated by <c>;</c>. Default <c>http://127.0.0.1:5080</c>;
    /// port 0 takes a free one, see <c>WebApplication.Urls</c> after the start.</summary>
    public string Urls { get; init; } = "http://127.0.0.1:5080";

    /// <summary>Whether <see cref="Urls"/> may be reachable from other machines.
    /// Default false: anyone who reaches the emulator can sign in as anyone.</summary>
    public bool AllowRemote { get; init; }

    /// <summary>AppID of the service account.</summary>
    public string AppId { get; init; } = "wx5080000000000001";

    /// <summary>AppSecret of the service account; a made-up value that protects nothing.</summary>
    public string AppSecret { get; init; } = "emulator-service-account-secret0";

    /// <summary>AppID of the mini program.</summary>
    public string MiniProgramAppId { get; init; } = "wx5080000000000002";

    /// <summary>AppSecret of the mini program; a made-up value that protects nothing.</summary>
    public string MiniProgramAppSecret { get; init; } = "emulator-mini-program-secret0000";

    /// <summary>Hosts (without port) a sign-in may return to, as WeChat's 网页授权域名. Default empty: every host.</summary>
    public IReadOnlyCollection<string> AllowedRedirectHosts { get; init; } = [];

    /// <summary>Personas the picker offers from the start, each 1 to 12 characters.</summary>
    public IReadOnlyList<string> Personas { get; init; } = ["小满", "王阿姨", "骑手阿强", "组织者", "管理员", "志愿者小林"];

    /// <summary>The time by which codes expire. Default: the machine's.</summary>
    public Func<DateTimeOffset> UtcNow { get; init; } = static () => DateTimeOffset.UtcNow;

    /// <summary>Moves the whole program's clock forward and returns the new time.
    /// Default null: time can not be moved and <c>POST /emulator/clock</c> is 404.</summary>
    public Func<TimeSpan, DateTimeOffset>? AdvanceClock { get; init; }
}
