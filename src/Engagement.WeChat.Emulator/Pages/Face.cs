using System.Globalization;
using Engagement.WeChat.Emulator.Personas;

namespace Engagement.WeChat.Emulator.Pages;

/// <summary>A persona's picture: the first character on a colour that is always the same, as it follows from the unionid.</summary>
internal static class Face
{
    private const uint Hues = 6;

    public static string Of(Persona persona)
    {
        var hue = persona.UnionId[1..].Aggregate(0u, static (hash, c) => unchecked((hash * 131) + c)) % Hues;
        return $"<span class=\"face hue{hue}\" aria-hidden=\"true\">{Html.Encode(StringInfo.GetNextTextElement(persona.Name))}</span>";
    }
}
