using Engagement.Contracts;
using Engagement.Grains.Protection;
using Engagement.Grains.Storage;
using Engagement.Web.Roses;

namespace Engagement.Web.Protection;

/// <summary>Good-deed letters for pages, and their links.</summary>
public sealed class DeedShelf(ProtectionReader letters, CellKeys keys, Links links)
{
    /// <summary>A letter as pages show it.</summary>
    public async Task<DeedView> View(ProtectionState letter) => new(letter.Act.ToString(), await letters.Claims(letter), letter.Status, letter.Refusal,
        DateTimeOffset.FromUnixTimeMilliseconds(letter.IssuedAt), letter.AnsweredAt == 0 ? null : DateTimeOffset.FromUnixTimeMilliseconds(letter.AnsweredAt));

    /// <summary>Several.</summary>
    public async Task<IReadOnlyList<DeedView>> Views(IReadOnlyList<ProtectionState> page) => await Task.WhenAll(page.Select(View));

    /// <summary>Where anybody with the link checks a letter, without signing in.</summary>
    public string Link(CivicActId act) => links.Address + Way(act);

    /// <summary>The same, within the site.</summary>
    public string Way(CivicActId act) => $"/letters/{act}?k={keys.LetterSecret(act.Value)}";

    /// <summary>The letter that a link opens; null for an unknown number and for a wrong secret.</summary>
    public async Task<ProtectionState?> Find(string id, string? secret) =>
        CivicActId.TryParse(id, out var act) && keys.IsLetterSecret(act.Value, secret) && await letters.Read(act) is { Status: not ProtectionStatus.None } letter ? letter : null;
}
