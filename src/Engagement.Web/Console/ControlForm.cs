namespace Engagement.Web.Console;

/// <summary>A change to be made.</summary>
/// <param name="Field">Of <see cref="Engagement.Contracts.ControlField"/>.</param>
/// <param name="Value">The new value; empty for what the configuration says.</param>
/// <param name="Reason">Why.</param>
/// <param name="Subject">With the field Unit: which.</param>
/// <param name="Before">The value that the preview showed as holding, by <see cref="Mark"/>; null without a preview.</param>
public sealed record ControlForm(string? Field = null, string? Value = null, string? Reason = null, string? Subject = null, string? Before = null)
{
    /// <summary>A value as <see cref="Before"/>: a form's empty field would be none.</summary>
    public static string Mark(string value) => "=" + value;
}
