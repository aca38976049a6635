using Engagement.WeChat.Emulator.Callbacks;
using Engagement.WeChat.Emulator.Templates;

namespace Engagement.WeChat.Emulator;

/// <summary>What the emulator pretends, and where it listens. The defaults need no setting up.</summary>
public sealed record EmulatorOptions
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

    /// <summary>The service account's <c>gh_</c> id, by which pushes are addressed.</summary>
    public string OriginalId { get; init; } = "gh_508000000001";

    /// <summary>What people call the service account.</summary>
    public string AccountName { get; init; } = "余香";

    /// <summary>AppID of the mini program.</summary>
    public string MiniProgramAppId { get; init; } = "wx5080000000000002";

    /// <summary>AppSecret of the mini program; a made-up value that protects nothing.</summary>
    public string MiniProgramAppSecret { get; init; } = "emulator-mini-program-secret0000";

    /// <summary>The mini program's <c>gh_</c> id.</summary>
    public string MiniProgramOriginalId { get; init; } = "gh_508000000002";

    /// <summary>Pages that the mini program has published. Default empty: every page.</summary>
    public IReadOnlyCollection<string> MiniProgramPages { get; init; } = [];

    /// <summary>Templates that the accounts have; more can be added over the control API.</summary>
    public IReadOnlyList<MessageTemplate> Templates { get; init; } = DefaultTemplates.All;

    /// <summary>Where messages and events are pushed to. Default null: nowhere, until a tester sets it.</summary>
    public PushTarget? Callback { get; init; }

    /// <summary>Another target for the mini program's events. Default null: the same.</summary>
    public PushTarget? MiniProgramCallback { get; init; }

    /// <summary>How long a push waits for an answer before it is delivered again. Default WeChat's 5 s; shorter in tests.</summary>
    public TimeSpan PushTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a media check takes that isn't answered by hand. Default 2 s.</summary>
    public TimeSpan MediaCheckTime { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Where followers, chats, menu, tokens and credits are kept over a restart. Default null: in memory only.</summary>
    public string? DataFolder { get; init; }

    /// <summary>Hosts (without port) a sign-in may return to, as WeChat's 网页授权域名. Default empty: every host.</summary>
    public IReadOnlyCollection<string> AllowedRedirectHosts { get; init; } = [];

    /// <summary>Hosts (without port) whose pages may use the JS-SDK, as WeChat's JS接口安全域名. Default empty: every host.</summary>
    public IReadOnlyCollection<string> AllowedScriptHosts { get; init; } = [];

    /// <summary>Personas the picker offers from the start, each 1 to 12 characters.</summary>
    public IReadOnlyList<string> Personas { get; init; } = ["小满", "王阿姨", "骑手阿强", "组织者", "管理员", "审核员", "公司管家", "站长", "志愿者小林"];

    /// <summary>The time by which codes expire. Default: the machine's.</summary>
    public Func<DateTimeOffset> UtcNow { get; init; } = static () => DateTimeOffset.UtcNow;

    /// <summary>Moves the whole program's clock forward and returns the new time.
    /// Default null: time can not be moved and <c>POST /emulator/clock</c> is 404.</summary>
    public Func<TimeSpan, DateTimeOffset>? AdvanceClock { get; init; }
}
