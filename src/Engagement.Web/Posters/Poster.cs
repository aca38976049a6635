using Engagement.Web.Resources;
using Engagement.Web.Shared;
using Microsoft.Extensions.Localization;

namespace Engagement.Web.Posters;

/// <summary>What is printed on one poster, in the reader's language.</summary>
public sealed record Poster(Letter Letter, string Signature, string Link, string Take, string Note)
{
    public static Poster For(IStringLocalizer<Texts> texts, Letter letter, string link) => new(
        letter.To.Length > 0 ? letter : letter with { To = texts["Letter.ToYou"] },
        letter.From is { } from ? texts["Letter.From", from] : texts["Letter.FromCitizen"],
        link, texts["Poster.Take"], texts["Poster.People", letter.People]);
}
