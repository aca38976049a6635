using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Engagement.WeChat;

/// <summary>Source-generated JSON in WeChat's spelling. WeChat at times sends numbers as strings, and shows <c>\uXXXX</c> literally
/// in menus: what we send is not escaped beyond JSON's own rules.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(WeChatAnswer))]
[JsonSerializable(typeof(SignInAnswer))]
[JsonSerializable(typeof(FollowerAnswer))]
[JsonSerializable(typeof(TokenRequest))]
[JsonSerializable(typeof(TokenAnswer))]
[JsonSerializable(typeof(QrCodeBody))]
[JsonSerializable(typeof(QrCodeAnswer))]
[JsonSerializable(typeof(MiniCodeBody))]
[JsonSerializable(typeof(MenuBody))]
[JsonSerializable(typeof(MenuAnswer))]
[JsonSerializable(typeof(MessageBody))]
[JsonSerializable(typeof(SentAnswer))]
[JsonSerializable(typeof(TextCheckBody))]
[JsonSerializable(typeof(CheckAnswer))]
[JsonSerializable(typeof(MediaCheckBody))]
[JsonSerializable(typeof(RiskBody))]
[JsonSerializable(typeof(RiskAnswer))]
internal sealed partial class WeChatJson : JsonSerializerContext
{
    /// <summary>The one to use.</summary>
    public static WeChatJson Wire { get; } = new(new JsonSerializerOptions
    {
        NumberHandling = JsonNumberHandling.AllowReadingFromString,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
