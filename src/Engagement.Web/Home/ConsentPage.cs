using Engagement.Web.Shared;

namespace Engagement.Web.Home;

/// <summary>Asked once before anything is stored.</summary>
/// <param name="ReturnUrl">Where the person was going.</param>
public sealed record ConsentPage(string ReturnUrl)
{
    public string Command { get; init; } = CommandKey.New();
}
