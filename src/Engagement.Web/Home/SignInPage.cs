namespace Engagement.Web.Home;

/// <summary>Shown where silent sign-in is not possible.</summary>
/// <param name="InWeChat">Inside WeChat one tap continues; elsewhere a code moves the person over.</param>
/// <param name="ContinueUrl">Starts WeChat's sign-in.</param>
/// <param name="PageUrl">Absolute address that the code carries.</param>
/// <param name="Failed">The last try did not work.</param>
public sealed record SignInPage(bool InWeChat, string ContinueUrl, string PageUrl, bool Failed = false);
