using Engagement.Web.Resources;
using Microsoft.Extensions.Localization;

namespace Engagement.Web.Stars;

/// <summary>Stars as pages write them.</summary>
public static class StarWords
{
    private const int Drawn = 5;

    /// <summary>★★★ up to five; levels above, which some cities have, by number.</summary>
    public static string Stars(this IStringLocalizer<Texts> texts, int level) => level > Drawn ? texts["Stars.Above", new string('★', Drawn), level] : new string('★', level);
}
