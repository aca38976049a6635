using Engagement.Web.JsSdk;
using Engagement.Web.Roses;
using Engagement.Web.Shared;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Engagement.Tests.JsSdk;

public sealed class PageAddressTests
{
    private readonly DefaultHttpContext _http = new() { Request = { Scheme = "https", Host = new("evil.example") } };

    [Theory]
    [InlineData("https://roses.example/r/1?k=a&from=singlemessage&isappinstalled=0", "https://roses.example/r/1?k=a&from=singlemessage&isappinstalled=0")]
    [InlineData("https://roses.example/boards#list", "https://roses.example/boards")]
    [InlineData("https://roses.example/a#b#c", "https://roses.example/a")]
    [InlineData("https://roses.example", "https://roses.example")]
    [InlineData("https://roses.example?x=%2F%5C", "https://roses.example?x=%2F%5C")]
    [InlineData("https://h5.roses.example/%E8%8A%B1//x/../y?a=b%20c+d", "https://h5.roses.example/%E8%8A%B1//x/../y?a=b%20c+d")]
    public void Refusal_OwnPage_IsSignedAsTheBrowserWroteIt(string url, string signed)
    {
        Assert.Null(Pages().Refusal(url, out var own, out _));
        Assert.Equal(signed, own);
    }

    [Theory]
    [InlineData(null, "required"), InlineData("", "required"), InlineData("#", "required")]
    [InlineData("https://evil.example/", "this site"), InlineData("https://roses.example.evil.example/", "this site")]
    [InlineData("https://roses.example@evil.example/", "this site"), InlineData("https://roses.example:443@evil.example/", "this site")]
    [InlineData("https://roses.example:8443/", "this site"), InlineData("http://roses.example/", "this site")]
    [InlineData("https://a.roses.example/", "this site"), InlineData("//roses.example/", "this site"), InlineData("/r/1", "this site")]
    [InlineData("https://roses.example\\@evil.example/", "browser writes"), InlineData("https://roses.example\\.evil.example/", "browser writes")]
    [InlineData(" https://roses.example/", "browser writes"), InlineData("https://roses.example/a b", "browser writes")]
    [InlineData("https://roses.example/\r\nx", "browser writes"), InlineData("https://roses.example/花", "browser writes")]
    [InlineData("javascript:https://roses.example/", "this site"), InlineData("HTTPS://ROSES.EXAMPLE/", "this site")]
    public void Refusal_AnythingElse_SaysWhy(string? url, string reason) => Assert.Contains(reason, Pages().Refusal(url, out _, out _), StringComparison.Ordinal);

    [Fact]
    public void Refusal_TooLong_SaysSo()
    {
        const string site = "https://roses.example/";
        Assert.Null(Pages().Refusal(site + new string('a', PageAddress.Longest - site.Length), out _, out _));
        Assert.Contains("longer", Pages().Refusal(site + new string('a', PageAddress.Longest - site.Length + 1), out _, out _), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("evil.example", "https://evil.example/", false)]
    [InlineData("localhost.evil.example", "https://localhost.evil.example/", false)]
    [InlineData("127.0.0.1:5000", "https://127.0.0.1:5000/r/1", true)]
    [InlineData("localhost:5000", "https://localhost:5000/", true)]
    [InlineData("[::1]:5000", "https://[::1]:5000/", true)]
    public void Refusal_NoAddressConfigured_CountsThisMachineOnly(string host, string url, bool own)
    {
        _http.Request.Host = new(host);
        Assert.Equal(own, Pages(address: null).Refusal(url, out _, out _) is null);
    }

    private PageAddress Pages(string? address = "https://roses.example/")
    {
        var http = new HttpContextAccessor { HttpContext = _http };
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Site:Address"] = address }).Build();
        return new(http, new Links(http, configuration), Options.Create(new SiteOptions { OtherAddresses = ["https://h5.roses.example"] }));
    }
}
