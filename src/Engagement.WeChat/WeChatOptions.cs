using System.ComponentModel.DataAnnotations;

namespace Engagement.WeChat;

/// <summary>Who this site is to WeChat, and where WeChat is. Configuration section <c>WeChat</c>, checked when the program starts.</summary>
public sealed class WeChatOptions : IValidatableObject
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "WeChat";

    private const string AppIdForm = "^wx[0-9a-z]{16}$";

    /// <summary>AppID of the service account (服务号) that signs citizens in: <c>wx</c> and 16 letters or digits.</summary>
    [Required, RegularExpression(AppIdForm)] public string AppId { get; set; } = "";

    /// <summary>AppSecret of the service account, 16 to 64 characters.
    /// From a secret store or the environment, never from a file in the repository.</summary>
    [Required, StringLength(64, MinimumLength = 16)] public string AppSecret { get; set; } = "";

    /// <summary>AppID of the mini program, or null when the city has none;
    /// then every <c>wx.login</c> code is <see cref="WeChatOutcome.Misconfigured"/>.</summary>
    [RegularExpression(AppIdForm)] public string? MiniProgramAppId { get; set; }

    /// <summary>AppSecret of the mini program, 16 to 64 characters; required together with <see cref="MiniProgramAppId"/>.</summary>
    [StringLength(64, MinimumLength = 16)] public string? MiniProgramAppSecret { get; set; }

    /// <summary>Server-to-server calls go here. Default <c>https://api.weixin.qq.com</c>; the emulator's address in development.</summary>
    [Required] public Uri ApiBase { get; set; } = new("https://api.weixin.qq.com");

    /// <summary>Citizens' browsers are sent here to sign in. Default <c>https://open.weixin.qq.com</c>; the emulator's address in development.</summary>
    [Required] public Uri OpenBase { get; set; } = new("https://open.weixin.qq.com");

    /// <summary>Rules over several members: paired mini-program settings, and no AppSecret in clear text across a network.</summary>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (string.IsNullOrEmpty(MiniProgramAppId) != string.IsNullOrEmpty(MiniProgramAppSecret))
        {
            yield return new("Set WeChat:MiniProgramAppId and WeChat:MiniProgramAppSecret together, or neither.", [nameof(MiniProgramAppSecret)]);
        }

        foreach (var (name, address) in new[] { (nameof(ApiBase), ApiBase), (nameof(OpenBase), OpenBase) })
        {
            if (!IsBaseAddress(address))
            {
                yield return new(
                    $"WeChat:{name} must be an https address without path (http is accepted for loopback only), e.g. https://api.weixin.qq.com.", [name]);
            }
        }
    }

    private static bool IsBaseAddress(Uri address) =>
        address.IsAbsoluteUri
        && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
        && address is { PathAndQuery: "/", Fragment: "", UserInfo: "" };
}
