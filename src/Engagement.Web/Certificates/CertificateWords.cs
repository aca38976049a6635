using System.Globalization;
using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Certificates;
using Engagement.Web.Resources;
using Engagement.Web.Shared;
using Microsoft.Extensions.Localization;

namespace Engagement.Web.Certificates;

/// <summary>Hours and days as pages and sheets write them.</summary>
public static class CertificateWords
{
    /// <summary>Minutes as hours and minutes: time is certified as it was served, not rounded (令67号 Art. 7).</summary>
    public static string Hours(this IStringLocalizer<Texts> texts, int minutes) =>
        minutes % 60 == 0 ? texts["Cert.Hours", minutes / 60] : minutes < 60 ? texts["Cert.Minutes", minutes] : texts["Cert.HoursMinutes", minutes / 60, minutes % 60];

    /// <summary>A Shanghai day.</summary>
    public static string Day(this IStringLocalizer<Texts> texts, int day) => ShanghaiDay.DateOf(day).ToString(texts["Time.Day"], CultureInfo.InvariantCulture);

    /// <summary>From one day to another, or the one day.</summary>
    public static string Days(this IStringLocalizer<Texts> texts, int from, int to) => from == to ? texts.Day(from) : texts["Cert.Days", texts.Day(from), texts.Day(to)];

    /// <summary>What a link shows, in a few words.</summary>
    public static string Scope(this IStringLocalizer<Texts> texts, CertificateShare share, CertificateSnapshot snapshot) => share.Scope switch
    {
        ShareScope.Field => texts["Cert.ScopeField", snapshot.Fields.First(field => field.Class == share.Key).Name],
        ShareScope.Unit => texts["Cert.ScopeUnit", snapshot.Units.First(unit => unit.Id == share.Key).Name],
        ShareScope.Full => texts["Cert.ScopeFull"],
        _ => texts["Cert.ScopeTotal"],
    };

    /// <summary>A day as a form's field has it, like 2026-11-26.</summary>
    public static string Field(int day) => ShanghaiDay.DateOf(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Reads such a field; 0 for none.</summary>
    public static int Read(string? field) =>
        DateOnly.TryParseExact(field, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? (date.Year * 10_000) + (date.Month * 100) + date.Day : 0;
}
