using System.Text.RegularExpressions;
using Engagement.WeChat.Emulator.Accounts;
using Engagement.WeChat.Emulator.Answers;
using Engagement.WeChat.Emulator.Calls;
using Engagement.WeChat.Emulator.Messages;

namespace Engagement.WeChat.Emulator.QrCodes;

/// <summary><c>wxa/getwxacodeunlimit</c>: a picture, or JSON when something is wrong. A QR code with page and scene stands for WeChat's round one.
/// https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/qrcode-link/qr-code/getUnlimitedQRCode.html</summary>
internal sealed partial class WxaCodeApi(EmulatorOptions options) : IApi
{
    public IEnumerable<ApiRoute> Routes => [ApiRoute.Send("wxa/getwxacodeunlimit", Right.MiniProgram, Draw, perMinute: 5_000)];

    private ApiAnswer Draw(ApiCall call)
    {
        if (call.Body.Text("scene") is not { } scene || !Scene().IsMatch(scene))
        {
            return ApiError.InvalidScene;
        }

        var page = call.Body.Text("page") ?? "";
        var check = call.Body.Flag("check_path", whenAbsent: true);
        if (page.Length > 0 && (page.Contains('?') || !Target.IsPage(page) || (check is true && !IsPublished(page))))
        {
            return ApiError.InvalidPage;
        }

        var width = call.Body["width"] is null ? 430 : call.Body.Number("width") ?? 0;
        var isShaped = check is not null && width is >= 280 and <= 1280
            && call.Body.Text("env_version") is null or "release" or "trial" or "develop";
        return isShaped ? QrPng.Draw($"weapp://{options.MiniProgramAppId}/{page}?scene={Uri.EscapeDataString(scene)}", (int)width) : ApiError.InvalidArgs;
    }

    private bool IsPublished(string page) => options.MiniProgramPages.Count == 0 || options.MiniProgramPages.Contains(page);

    [GeneratedRegex(@"\A[0-9a-zA-Z!#$&'()*+,/:;=?@\-._~]{1,32}\z")]
    private static partial Regex Scene();
}
