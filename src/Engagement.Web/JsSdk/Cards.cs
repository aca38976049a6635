using Engagement.Web.Resources;
using Engagement.Web.Roses;
using Microsoft.Extensions.Localization;

namespace Engagement.Web.JsSdk;

/// <summary>
/// What each page shares. Public pages share their clean address. A page of a sealed rose or bouquet shares its claim link only when
/// its reader came with it, or gives it; every other page shares the first one, so that no secret leaves by accident.
/// </summary>
public sealed class Cards(Links links, IStringLocalizer<Texts> texts)
{
    /// <summary>The first page.</summary>
    public ShareCard Home() => new(texts["Home.Title"], texts["Home.Lead"], links.Address + "/", 9);

    /// <summary>The album.</summary>
    /// <param name="board">Which board.</param>
    public ShareCard Boards(string board) => new(texts["Boards.Title"], texts["Boards.Promise"], $"{links.Address}/boards/{board}", 16);

    /// <summary>The public way of a rose.</summary>
    public ShareCard Chain(string rose, int people) => people > 1
        ? new(texts["Card.Chain", people], texts["Card.ChainText"], $"{links.Address}/r/{rose}/chain", people)
        : new(texts["Chain.Title"], texts["Chain.Alone"], $"{links.Address}/r/{rose}/chain", 1);

    /// <summary>A sealed rose, for a reader who holds its claim link; for others its public way.</summary>
    /// <param name="rose">Rose id.</param>
    /// <param name="claim">The absolute claim link that the reader came with or gives; null for none.</param>
    /// <param name="giver">Chosen name of the giver; null for one who shows none.</param>
    /// <param name="people">People it has been with.</param>
    public ShareCard Rose(string rose, string? claim, string? giver, int people) => claim is null ? Chain(rose, people) : new(
        giver is null ? texts["Envelope.TitleCitizen"] : texts["Envelope.Title", giver],
        people > 1 ? texts["Card.Rose", people] : texts["Envelope.Text"], claim, people)
    {
        Moments = Chain(rose, people),
    };

    /// <summary>A bouquet that is being given out, for a reader who holds its link; the first page for others.</summary>
    /// <param name="claim">The absolute link that the reader came with or gives; null for none.</param>
    /// <param name="giver">Chosen name of the giver; null for one who shows none.</param>
    /// <param name="roses">How many roses it has.</param>
    /// <param name="shares">Into how many shares it is split.</param>
    public ShareCard Bouquet(string? claim, string? giver, int roses, int shares) => claim is null ? Home() : new(
        giver is null ? texts["Bouquet.FromCitizen"] : texts["Bouquet.FromName", giver], texts["Card.Bouquet", roses, shares], claim, 24)
    {
        Moments = Home(),
    };
}
