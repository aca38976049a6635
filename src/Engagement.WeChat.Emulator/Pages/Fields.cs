using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Engagement.WeChat.Emulator.Pages;

/// <summary>Fields of a posted form.</summary>
internal static class Fields
{
    /// <summary>A field without white space around it; null if it is absent or empty.</summary>
    public static string? Text(this IFormCollection form, string name) => form[name].ToString().Trim() is { Length: > 0 } text ? text : null;

    /// <summary>A whole number; <paramref name="otherwise"/> if it is none.</summary>
    public static int Number(this IFormCollection form, string name, int otherwise) =>
        int.TryParse(form[name], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}
