using System.Globalization;
using Engagement.Grains.Campaigns;
using Engagement.Web.Resources;
using Engagement.Web.Shared;
using Microsoft.Extensions.Localization;

namespace Engagement.Web.Protection;

/// <summary>What a good-deed letter says, line by line: the same on the sheet and on every page.</summary>
public static class DeedFacts
{
    /// <summary>Names and values, in the reader's language as far as the letter is not what was signed.</summary>
    public static IEnumerable<(string Name, string Value)> Of(IStringLocalizer<Texts> texts, DeedView deed)
    {
        var claims = deed.Claims!;
        yield return (texts["Deed.What"], claims.Title);
        yield return (texts["Deed.When"], Moment(texts, deed.DoneAt!.Value));
        if (claims.District is { } district)
        {
            yield return (texts["Deed.Where"], district);
        }

        if (claims.Courier is { } name)
        {
            yield return (texts["Deed.Who"], name);
        }

        if (claims.CompanyName is { } company)
        {
            yield return (texts["Deed.Company"], company);
        }

        if (claims.StaffNumber is { } number)
        {
            yield return (texts["Deed.StaffNumber"], number);
        }

        yield return (texts["Deed.Evidence"], texts["Deed.Level" + claims.Level]);
        yield return (texts["Deed.Issued"], Moment(texts, deed.IssuedAt));
    }

    // With its year: a letter may be looked at much later.
    private static string Moment(IStringLocalizer<Texts> texts, DateTimeOffset at) =>
        $"{texts.Day(at)} {at.ToOffset(ShanghaiDay.Offset).ToString("HH:mm", CultureInfo.InvariantCulture)}";
}
