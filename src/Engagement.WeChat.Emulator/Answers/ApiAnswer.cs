using System.Text.Json.Nodes;

namespace Engagement.WeChat.Emulator.Answers;

/// <summary>What a call comes to: an error, an object, or a picture.</summary>
internal sealed record ApiAnswer(ApiError? Error = null, JsonObject? Body = null, byte[]? Png = null)
{
    public static implicit operator ApiAnswer(ApiError error) => new(Error: error);

    public static implicit operator ApiAnswer(JsonObject body) => new(Body: body);

    public static implicit operator ApiAnswer(byte[] png) => new(Png: png);

    /// <summary><c>{"errcode":0,"errmsg":"ok"}</c>, to which members can be added.</summary>
    public static JsonObject Ok() => new() { ["errcode"] = 0, ["errmsg"] = "ok" };
}
