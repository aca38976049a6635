using System.Text;

namespace Engagement.Web.Shared;

/// <summary>One letter as it is seen.</summary>
/// <param name="To">Whom it addresses; empty when the sender named nobody.</param>
/// <param name="Text">At most 60 characters.</param>
/// <param name="From">The sender's chosen name; null signs as a citizen.</param>
/// <param name="People">People the rose has been with, the flower's petals.</param>
/// <param name="Opening">The petals unfold, once, on receipt.</param>
public sealed record Letter(string To, string Text, string? From, int People, bool Opening = false)
{
    /// <summary>CSS classes: words that run in lines lie flat, and a letter of many words sends its flower below the paper.</summary>
    public string Look => Flat ? "flat" : Columns switch { <= 3 => "brief", <= 5 => "long", _ => "long tall" };

    private bool Flat
    {
        get
        {
            var (upright, latin) = (0, 0);
            foreach (var rune in (To + Text).EnumerateRunes())
            {
                (upright, latin) = rune.Value >= 0x2E80 ? (upright + 1, latin) : Rune.IsLetterOrDigit(rune) ? (upright, latin + 1) : (upright, latin);
            }

            return latin > upright;
        }
    }

    // On the narrowest phone a column holds 11 characters and the first line starts two below.
    private int Columns => ((To.Length + 10) / 11) + ((Text.Length + 2 + 10) / 11);
}
