namespace Engagement.WeChat;

/// <summary>Answer of a call that gives a picture, or JSON when it fails. The bytes tell which: labels are not to be trusted.</summary>
internal sealed record ImageAnswer : WeChatAnswer
{
    private static readonly byte[] Jpeg = [0xFF, 0xD8, 0xFF];
    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    public byte[]? Image { get; init; }

    public string? ContentType { get; init; }

    public static ImageAnswer? Read(byte[] body)
    {
        var type = body.AsSpan().StartsWith(Jpeg) ? "image/jpeg" : body.AsSpan().StartsWith(Png) ? "image/png" : null;
        return type is not null ? new() { Image = body, ContentType = type }
            : body.Length <= WeChatServices.LargestJson && WeChatAnswerReader.Read(body, WeChatJson.Wire.WeChatAnswer) is { } failure
                ? new() { Errcode = failure.Errcode, Errmsg = failure.Errmsg }
                : null;
    }
}
