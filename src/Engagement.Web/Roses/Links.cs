using Engagement.Contracts;

namespace Engagement.Web.Roses;

/// <summary>Public links. The site's address comes from the request, or from <c>Site:Address</c> behind a proxy.</summary>
public sealed class Links(IHttpContextAccessor http, IConfiguration configuration)
{
    /// <summary>A rose's link.</summary>
    public string Rose(RoseId rose, string secret) => $"{Address}/r/{rose}?k={secret}";

    /// <summary>A bouquet's link.</summary>
    public string Bouquet(BouquetId bouquet, string secret) => $"{Address}/b/{bouquet}?k={secret}";

    /// <summary>A printed code's address.</summary>
    public string Paper(string code) => $"{Address}/p/{code}";

    /// <summary>Whether <c>Site:Address</c> says it, and no request can.</summary>
    public bool IsConfigured => !string.IsNullOrEmpty(configuration["Site:Address"]);

    /// <summary>Scheme, host and port of the site, without a slash at the end.</summary>
    public string Address => IsConfigured ? configuration["Site:Address"]!.TrimEnd('/')
        : (http.HttpContext?.Request is { } request ? $"{request.Scheme}://{request.Host}" : "");
}
