using Engagement.Web.Shared;

namespace Engagement.Web.Prompts;

/// <summary>Asks once whether WeChat may tell when a rose moves; without WeChat's button it says where to look.</summary>
/// <param name="Template">The template id to ask for.</param>
/// <param name="ReturnUrl">The page it is on.</param>
public sealed record PromptBox(string Template, string ReturnUrl)
{
    public string Command { get; init; } = CommandKey.New();
}
