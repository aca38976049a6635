using System.ComponentModel.DataAnnotations;
using Engagement.Web.JsSdk;
using Engagement.Web.Shared;

namespace Engagement.Tests.JsSdk;

public sealed class JsSdkOptionsTests
{
    [Theory]
    [InlineData(JsSdkOptions.Official), InlineData("https://res2.wx.qq.com/open/js/jweixin-1.6.0.js"), InlineData("http://127.0.0.1:5080/open/js/jweixin-1.6.0.js"), InlineData("")]
    public void Script_AddressOfAScript_IsAccepted(string address) => Assert.Empty(Faults(new() { Script = address }));

    [Theory]
    [InlineData("http://res.wx.qq.com/open/js/jweixin-1.6.0.js"), InlineData("/js/jweixin.js"), InlineData("https://res.wx.qq.com/")]
    [InlineData("https://res.wx.qq.com/a.js; script-src *"), InlineData("https://res.wx.qq.com/a.js?x=.js"), InlineData("data:text/javascript,x.js")]
    public void Script_AnythingElse_StopsTheProgram(string address) => Assert.Equal(nameof(JsSdkOptions.Script), Assert.Single(Faults(new() { Script = address })));

    [Theory]
    [InlineData("A4ywXSNmSLBdE4b"), InlineData("A4ywXSNmSLBdE4b67"), InlineData("MP_verify_A4ywXSNmSLBdE4b6.txt"), InlineData("A4ywXSNm SLBdE4b"), InlineData("")]
    public void Verification_OtherThanSixteenCharacters_StopsTheProgram(string code) =>
        Assert.Equal(nameof(JsSdkOptions.Verification), Assert.Single(Faults(new() { Verification = ["A4ywXSNmSLBdE4b6", code] })));

    [Theory]
    [InlineData("https://h5.example.gov.cn", true), InlineData("http://127.0.0.1:5000", true)]
    [InlineData("https://h5.example.gov.cn/", false), InlineData("h5.example.gov.cn", false), InlineData("https://H5.example.gov.cn", false), InlineData("https://a@h5.example", false)]
    public void OtherAddresses_AreAsABrowserWritesThem(string address, bool fine)
    {
        var faults = new List<ValidationResult>();
        var options = new SiteOptions { OtherAddresses = [address] };
        Assert.Equal(fine, Validator.TryValidateObject(options, new(options), faults, validateAllProperties: true));
    }

    [Theory, InlineData("余香", true), InlineData("分享有礼", false), InlineData("好友助力", false)]
    public void Name_ThatPromisesForSharing_StopsTheProgram(string name, bool fine)
    {
        var options = new SiteOptions { Name = name };
        Assert.Equal(fine, Validator.TryValidateObject(options, new(options), [], validateAllProperties: true));
    }

    private static IEnumerable<string> Faults(JsSdkOptions options)
    {
        var faults = new List<ValidationResult>();
        Validator.TryValidateObject(options, new(options), faults, validateAllProperties: true);
        return faults.SelectMany(fault => fault.MemberNames);
    }
}
