using System.Text.Json.Serialization;

namespace Engagement.WeChat;

/// <summary>The members this site reads of any <c>sns/*</c> answer; success bodies may lack <c>errcode</c>.</summary>
internal sealed record WeChatAnswer(
    [property: JsonPropertyName("errcode")] long Errcode,
    [property: JsonPropertyName("errmsg")] string? Errmsg,
    [property: JsonPropertyName("openid")] string? OpenId,
    [property: JsonPropertyName("unionid")] string? UnionId,
    [property: JsonPropertyName("is_snapshotuser")] int IsSnapshotUser);

/// <summary>Source-generated reading. WeChat at times sends numbers as strings.</summary>
[JsonSourceGenerationOptions(NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(WeChatAnswer))]
internal sealed partial class WeChatJson : JsonSerializerContext;
