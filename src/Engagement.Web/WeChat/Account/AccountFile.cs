using System.Text.Json.Serialization;

namespace Engagement.Web.WeChat.Account;

/// <summary>
/// What the service account shows and says: its menu, the words it answers to and its permanent codes. A file of the campaign's
/// reference data (<c>wechat.json</c>), in the account's own language.
/// </summary>
/// <param name="Menu">1 to 3 buttons; empty for no menu.</param>
/// <param name="Keywords">Words that are answered.</param>
/// <param name="Codes">Permanent codes, of which an account has 100,000 ever.</param>
public sealed record AccountFile(IReadOnlyList<AccountButton> Menu, IReadOnlyList<AccountKeyword> Keywords, IReadOnlyList<AccountCode> Codes);

/// <summary>A button of the menu: it opens a page, asks for an answer, opens the mini program, or other buttons.</summary>
/// <param name="Name">At most 4 Chinese characters on the first level, 8 on the second; two letters count as one.</param>
/// <param name="Path">A page of this site.</param>
/// <param name="Answer">mine, boards, help, or the first word of a keyword that has a text.</param>
/// <param name="PagePath">A page of the mini program; then <paramref name="Path"/> is for phones that can't open it.</param>
/// <param name="Buttons">1 to 5 buttons of the second level.</param>
public sealed record AccountButton(
    string Name, string? Path = null, string? Answer = null, string? PagePath = null, IReadOnlyList<AccountButton>? Buttons = null);

/// <summary>Words that are answered alike.</summary>
/// <param name="Words">At least one; the first is shown in the help. Compared without spaces, punctuation and case.</param>
/// <param name="Answer">mine, boards or help.</param>
/// <param name="Text">A fixed text instead, at most 600 characters.</param>
public sealed record AccountKeyword(IReadOnlyList<string> Words, string? Answer = null, string? Text = null);

/// <summary>A permanent code, for posters and doors.</summary>
/// <param name="Scene">What WeChat reports when it is scanned: 1 to 64 letters, digits, '-' and '_'. Never change it once it is printed.</param>
/// <param name="Name">For people: where it hangs.</param>
/// <param name="Path">The page of this site that it leads to.</param>
public sealed record AccountCode(string Scene, string Name, string Path);

// Strict on purpose: a misspelt member is an error, not a default.
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(AccountFile))]
internal sealed partial class AccountJson : JsonSerializerContext;
