using System.Security.Cryptography;
using Engagement.Grains.Storage;
using Engagement.Tests.Storage;
using Engagement.WeChat;
using Engagement.Web.Photos;
using Engagement.Web.Roses;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Engagement.Tests.Photos;

public sealed class PhotoAddressTests
{
    private static readonly string Hash = new('h', 43);

    private readonly ManualClock _clock = new();

    [Theory]
    [InlineData(null, "wx0000000000000001")]
    [InlineData("http://127.0.0.1:5000", "wx0000000000000001")]
    [InlineData("https://roses.example", null)]
    public void ForWeChat_WhereWeChatCannotFetch_IsNone(string? site, string? miniProgram) => Assert.Null(Of(site, miniProgram).ForWeChat(Hash));

    [Fact]
    public void ForWeChat_PublicSiteWithAMiniProgram_OpensThisPhotoForTwoHours()
    {
        var address = Of("https://roses.example/", "wx0000000000000001");
        var url = new Uri(address.ForWeChat(Hash)!);
        Assert.Equal($"https://roses.example/photos/{Hash}/check", url.GetLeftPart(UriPartial.Path));
        var query = QueryHelpers.ParseQuery(url.Query);
        var (until, key) = (long.Parse(query["until"]!, System.Globalization.CultureInfo.InvariantCulture), query["key"].ToString());
        Assert.True(address.IsGood(Hash, until, key));
        Assert.False(address.IsGood(new('i', 43), until, key));
        Assert.False(address.IsGood(Hash, until + 60, key));
        _clock.Advance(TimeSpan.FromHours(2) + TimeSpan.FromSeconds(1));
        Assert.False(address.IsGood(Hash, until, key));
    }

    private PhotoAddress Of(string? site, string? miniProgram) => new(
        new Links(new HttpContextAccessor(), new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create("Site:Address", site)]).Build()),
        new CellKeys(Options.Create(new CellKeyOptions { Master = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)) })), _clock,
        Options.Create(new WeChatOptions { MiniProgramAppId = miniProgram }));
}
