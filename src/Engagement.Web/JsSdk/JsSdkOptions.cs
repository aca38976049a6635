using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;

namespace Engagement.Web.JsSdk;

/// <summary>WeChat's script in our pages, and the files by which WeChat sees that a domain is ours. Section "JsSdk".</summary>
public sealed partial class JsSdkOptions : IValidatableObject
{
    /// <summary>WeChat's address of the script (https://developers.weixin.qq.com/doc/service/guide/h5/jssdk.html).</summary>
    public const string Official = "https://res.wx.qq.com/open/js/jweixin-1.6.0.js";

    /// <summary>
    /// Where WeChat's browser loads the JS-SDK from. Default: WeChat's own address, as WeChat asks (docs/decisions/0013). The
    /// content policy allows exactly this address. Empty: pages do without the JS-SDK.
    /// </summary>
    public string Script { get; set; } = Official;

    /// <summary>
    /// Codes of the files that the console gives out when a domain is entered: of <c>MP_verify_A4ywXSNmSLBdE4b6.txt</c> the 16
    /// characters. At most 20; every domain setting has its own.
    /// </summary>
    [MaxLength(20)] public List<string> Verification { get; set; } = [];

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Script.Length > 0 && !IsScript(Script))
        {
            yield return new("JsSdk:Script must be an https address of a script without query (http only on loopback), or empty.", [nameof(Script)]);
        }

        if (Verification.Find(code => !CodeForm().IsMatch(code)) is { } wrong)
        {
            yield return new($"JsSdk:Verification: '{wrong}' is not what stands between MP_verify_ and .txt: 16 letters or digits.", [nameof(Verification)]);
        }
    }

    private static bool IsScript(string text) => Uri.TryCreate(text, UriKind.Absolute, out var address) && text == address.AbsoluteUri
        && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp && address.IsLoopback)
        && address.AbsolutePath.EndsWith(".js", StringComparison.Ordinal) && text.AsSpan().IndexOfAny(" ;,'\"?#@") < 0; // it goes into a header

    [GeneratedRegex(@"\A[0-9A-Za-z_-]{16}\z")] private static partial Regex CodeForm();
}
