namespace Engagement.Web.WeChat.Commands;

/// <summary>The address under which people's phones reach the site.</summary>
internal static class PublicAddress
{
    /// <summary>The address without a slash at its end.</summary>
    /// <exception cref="ConfigurationException">It is missing, or not https (http is accepted on this machine only).</exception>
    public static string Require(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback)
            && uri is { PathAndQuery: "/", Fragment: "", UserInfo: "" }
            ? address!.TrimEnd('/')
            : throw new ConfigurationException("Site:Address must be the site's public https address without a path, like https://roses.example.cn: menus and codes lead there.");
}
