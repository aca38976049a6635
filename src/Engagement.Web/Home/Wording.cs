using System.Globalization;
using Engagement.Contracts;

namespace Engagement.Web.Home;

/// <summary>Reference data in the language of the request: Simplified Chinese unless English was chosen.</summary>
public sealed class Wording
{
    /// <summary>Whether the request wants English.</summary>
    public static bool IsEnglish => CultureInfo.CurrentUICulture.Name == "en"; // the two-letter name is the invariant one: there is no ICU

    /// <summary>A phrase.</summary>
    public string Of(Phrase phrase) => IsEnglish ? phrase.En : phrase.Zh;

    /// <summary>A title.</summary>
    public string Of(LocalizedText text) => IsEnglish ? text.En : text.Zh;
}
