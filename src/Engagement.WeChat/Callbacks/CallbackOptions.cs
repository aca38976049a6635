using System.ComponentModel.DataAnnotations;

namespace Engagement.WeChat;

/// <summary>
/// What WeChat's console calls 服务器配置: how pushes to <c>/wechat/callback</c> prove that they come from WeChat.
/// Configuration section <c>WeChat:Callback</c>, checked when the program starts.
/// </summary>
/// <remarks>https://developers.weixin.qq.com/doc/service/guide/dev/push/</remarks>
public sealed class CallbackOptions : IValidatableObject
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "WeChat:Callback";

    /// <summary>The shared secret of all signatures: 3 to 32 letters and digits. Empty, the default, takes no pushes.</summary>
    [RegularExpression("^[0-9A-Za-z]{3,32}$", ErrorMessage = "WeChat:Callback:Token must be 3 to 32 letters and digits, as on WeChat's console.")]
    public string Token { get; set; } = "";

    /// <summary>43 letters and digits: a 256-bit key as base64 without its last sign. Empty allows plain mode only.</summary>
    [RegularExpression("^[0-9A-Za-z]{43}$", ErrorMessage = "WeChat:Callback:EncodingAESKey must be 43 letters and digits, as on WeChat's console.")]
    public string EncodingAESKey { get; set; } = "";

    /// <summary>The modes that are accepted. Default, when empty: safe with a key, plain without one.</summary>
    public List<CallbackMode> Modes { get; set; } = [];

    /// <summary>Minutes by which a push's timestamp may differ from this machine's clock. Default 10: clocks differ, and pushes
    /// of the last <c>2 x 10</c> minutes are remembered, so that an old one can't be played again.</summary>
    [Range(1, 10)] public int WindowMinutes { get; set; } = 10;

    /// <summary>Whether pushes are taken.</summary>
    public bool IsOn => Token.Length > 0;

    /// <summary>Whether this mode is accepted.</summary>
    public bool Accepts(CallbackMode mode) =>
        Modes.Count > 0 ? Modes.Contains(mode) : mode == (EncodingAESKey.Length > 0 ? CallbackMode.Safe : CallbackMode.Plain);

    /// <summary>Rules over several members.</summary>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Token.Length == 0 && (EncodingAESKey.Length > 0 || Modes.Count > 0))
        {
            yield return new("WeChat:Callback:Token is missing: without it no push can be believed.", [nameof(Token)]);
        }

        if (EncodingAESKey.Length == 0 && Modes.Exists(mode => mode != CallbackMode.Plain))
        {
            yield return new("WeChat:Callback:EncodingAESKey is missing: safe and compatible mode need it.", [nameof(EncodingAESKey)]);
        }
    }
}
