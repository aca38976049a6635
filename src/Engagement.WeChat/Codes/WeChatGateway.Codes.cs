using System.Text.RegularExpressions;

namespace Engagement.WeChat;

internal sealed partial class WeChatGateway
{
    internal const string QrCodePath = "cgi-bin/qrcode/create";
    private const string MiniCodeApi = "wxa/getwxacodeunlimit";
    private static readonly TimeSpan LongestQrCode = TimeSpan.FromDays(30);

    public async Task<QrCodeResult> CreateQrCode(QrCodeRequest request, CancellationToken cancellationToken)
    {
        Check(request);
        var body = new QrCodeBody((long?)request.Lifetime?.TotalSeconds, request.Lifetime is null ? "QR_LIMIT_STR_SCENE" : "QR_STR_SCENE",
            new(new(request.Scene)));
        var (outcome, answer) = await caller.Call(WeChatAccount.ServiceAccount, QrCodePath, "", Body(body, WeChatJson.Wire.QrCodeBody),
            Json(WeChatJson.Wire.QrCodeAnswer), cancellationToken);
        return Result(outcome, answer);
    }

    /// <exception cref="ArgumentException">It is out of WeChat's bounds.</exception>
    internal static void Check(QrCodeRequest request)
    {
        if (request.Scene.Length is < 1 or > 64)
        {
            throw new ArgumentException("A scene has 1 to 64 characters.", nameof(request));
        }

        if (request.Lifetime is { } lifetime && (lifetime < TimeSpan.FromSeconds(1) || lifetime > LongestQrCode))
        {
            throw new ArgumentException("A temporary code lives from 1 s to 30 days.", nameof(request));
        }
    }

    internal QrCodeResult Result(WeChatOutcome outcome, QrCodeAnswer? answer)
    {
        if (answer is null)
        {
            return new(outcome);
        }

        return answer.Ticket is { Length: > 0 } ticket && Uri.TryCreate(answer.Url, UriKind.Absolute, out var url)
            ? new(outcome, url, ticket, answer.ExpireSeconds is > 0 and < 10_000_000 ? TimeSpan.FromSeconds(answer.ExpireSeconds.Value) : null)
            : new(Missing(QrCodePath, "ticket"));
    }

    public async Task<MiniCodeResult> CreateMiniCode(MiniCodeRequest request, CancellationToken cancellationToken)
    {
        if (!SceneForm().IsMatch(request.Scene) || request.Width is < 280 or > 1_280 || request.Page?.StartsWith('/') is true)
        {
            throw new ArgumentException("A scene has 1 to 32 characters of WeChat's set, a page no leading slash, a code 280 to 1,280 pixels.", nameof(request));
        }

        var body = new MiniCodeBody(request.Scene, request.Page, request.CheckPath, request.EnvVersion, request.Width);
        var (outcome, answer) = await caller.Call(WeChatAccount.MiniProgram, MiniCodeApi, "", Body(body, WeChatJson.Wire.MiniCodeBody),
            ImageAnswer.Read, cancellationToken);
        return answer switch
        {
            null => new(outcome),
            { Image: null } => new(Missing(MiniCodeApi, "image")),
            _ => new(outcome, answer.Image, answer.ContentType),
        };
    }

    [GeneratedRegex(@"\A[0-9a-zA-Z!#$&'()*+,/:;=?@\-._~]{1,32}\z", RegexOptions.CultureInvariant)]
    private static partial Regex SceneForm();
}
