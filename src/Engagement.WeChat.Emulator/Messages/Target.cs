using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Engagement.WeChat.Emulator.Answers;

namespace Engagement.WeChat.Emulator.Messages;

/// <summary>Where a tap on a message leads.</summary>
internal static partial class Target
{
    /// <summary>Whether it is an absolute http(s) address of at most 1024 bytes.</summary>
    public static bool IsAddress(string text) =>
        text.Length <= 1024 && Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https";

    /// <summary>Whether it can be a mini program's page, with or without a query.</summary>
    public static bool IsPage(string text) => Page().IsMatch(text);

    /// <summary>A message's link: the mini program's page before the address, as WeChat prefers. Null for a message without one.</summary>
    /// <param name="body">The posted message.</param>
    /// <param name="address">Name of the member that holds the address or page.</param>
    /// <param name="miniProgramAppId">The only mini program bound to the account.</param>
    /// <param name="link">The link.</param>
    public static ApiError? Read(JsonObject body, string address, string miniProgramAppId, out string? link)
    {
        link = body.Text(address) is { Length: > 0 } given ? given : null;
        if (link is not null && !IsAddress(link) && !IsPage(link))
        {
            return ApiError.InvalidPage;
        }

        if (body.Object("miniprogram") is not { } program || program.Text("appid") is null or "")
        {
            return null;
        }

        var path = program.Text("pagepath") ?? "";
        link = path;
        return program.Text("appid") != miniProgramAppId ? ApiError.InvalidAppId : IsPage(path) ? null : ApiError.InvalidPage;
    }

    [GeneratedRegex(@"\A[A-Za-z0-9_-]+(/[A-Za-z0-9_.-]+)*(\?[\x21-\x7e]*)?\z")]
    private static partial Regex Page();
}
