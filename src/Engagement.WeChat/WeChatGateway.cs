using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Engagement.WeChat;

/// <summary>Speaks to WeChat, one file per feature; <see cref="WeChatCaller"/> and <see cref="WeChatHttp"/> carry the calls.</summary>
internal sealed partial class WeChatGateway(WeChatHttp http, WeChatCaller caller, IOptions<WeChatOptions> options, ILogger<WeChatGateway> log) : IWeChatGateway
{
    private const int LongestId = 128;

    private readonly WeChatOptions wechat = options.Value;

    private static Func<byte[], T?> Json<T>(System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type) where T : WeChatAnswer =>
        body => body.Length <= WeChatServices.LargestJson ? WeChatAnswerReader.Read(body, type) : null;

    private static byte[] Body<T>(T body, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type) =>
        System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(body, type);

    private static string? NotEmpty(string? text) => text is "" ? null : text;

    // The errcode said Ok, or nothing, but what the call is made for is missing.
    private WeChatOutcome Missing(string api, string what)
    {
        log.NoAnswer(api, "no usable " + what);
        return WeChatOutcome.Unavailable;
    }
}
