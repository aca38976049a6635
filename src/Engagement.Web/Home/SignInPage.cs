using Engagement.Web.Sessions;

namespace Engagement.Web.Home;

/// <summary>Shown where silent sign-in is not possible.</summary>
/// <param name="InWeChat">Inside WeChat one tap continues; elsewhere a code moves the person over.</param>
/// <param name="ContinueUrl">Starts WeChat's sign-in.</param>
/// <param name="PageUrl">Absolute address that the code carries.</param>
/// <param name="Trouble">Why the last try did not work; null when there was none.</param>
public sealed record SignInPage(bool InWeChat, string ContinueUrl, string PageUrl, SignInTrouble? Trouble = null);
