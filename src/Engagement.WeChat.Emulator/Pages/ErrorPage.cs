using System.Globalization;
using Engagement.WeChat.Emulator.SignIn;

namespace Engagement.WeChat.Emulator.Pages;

/// <summary>WeChat's page for a sign-in that can not begin.</summary>
internal static class ErrorPage
{
    public static string Render(AuthorizeError error) => Html.Frame("无法登录", $"""
        <header>
        <p class="kicker">本机微信模拟器</p>
        <h1>无法登录</h1>
        </header>
        <section class="card problem" role="alert">
        <p>{Html.Encode(error.Message)}</p>
        <p class="hint">错误码：{error.Code.ToString(CultureInfo.InvariantCulture)}</p>
        </section>
        <p class="hint">在真实的微信里，公民看到的也是一个错误页，不会回到网站。请检查网站的 WeChat 配置。</p>
        """);
}
