namespace Engagement.WeChat;

/// <summary>A mini-program code (小程序码).</summary>
/// <param name="Scene">1 to 32 characters of <c>0-9a-zA-Z!#$&amp;'()*+,/:;=?@-._~</c>; the page gets it as <c>scene</c>, percent-encoded.</param>
/// <param name="Page">A page of the published mini program without leading slash and without query; null opens its first page.</param>
/// <param name="CheckPath">False lets a page through that is not published yet; then at most 60,000 codes of that page exist.</param>
/// <param name="EnvVersion"><c>release</c>, <c>trial</c> or <c>develop</c>.</param>
/// <param name="Width">In pixels, 280 to 1,280.</param>
public sealed record MiniCodeRequest(string Scene, string? Page = null, bool CheckPath = true, string EnvVersion = "release", int Width = 430);
