using Engagement.Web.Shared;

namespace Engagement.Web.Acts;

/// <summary>Whoever was helped is asked whether it was so. Never the courier's name: nobody needs it to answer.</summary>
/// <param name="Id">The act.</param>
/// <param name="Secret">The code's secret.</param>
/// <param name="Mark">Its character.</param>
/// <param name="Title">Its kind.</param>
/// <param name="At">When.</param>
/// <param name="Place">Where, as far as it was said.</param>
/// <param name="Company">The courier's company, if they show it.</param>
/// <param name="Done">It was confirmed, by this person or another.</param>
/// <param name="Own">The courier looks at their own code.</param>
public sealed record ConfirmPage(string Id, string Secret, string Mark, string Title, DateTimeOffset At, string? Place, string? Company, bool Done, bool Own)
{
    public string Command { get; init; } = CommandKey.New();
}
