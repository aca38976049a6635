using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Engagement.Web.JsSdk;

/// <summary>The file by which WeChat sees that a domain is ours: at the root, without sign-in or redirect, exactly its 16 characters.</summary>
/// <remarks>https://developers.weixin.qq.com/doc/service/guide/h5/auth.html; how to get one: docs/wechat.md.</remarks>
[ApiExplorerSettings(IgnoreApi = true)]
public sealed class VerificationController(IOptions<JsSdkOptions> options) : ControllerBase
{
    /// <summary>The code itself, when it is one of ours.</summary>
    [HttpGet("/MP_verify_{code:length(16)}.txt"), HttpHead("/MP_verify_{code:length(16)}.txt")]
    public IActionResult Show(string code) => options.Value.Verification.Contains(code, StringComparer.Ordinal) ? Content(code, "text/plain") : NotFound();
}
