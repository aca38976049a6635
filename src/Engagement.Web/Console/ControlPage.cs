using Engagement.Contracts;
using Engagement.Grains.Control;
using Engagement.Web.Shared;

namespace Engagement.Web.Console;

/// <summary>What runs, what is switched off, and what was changed.</summary>
/// <param name="Values">Fields that differ from the configuration.</param>
/// <param name="PerDay">Today's allowance.</param>
/// <param name="Tomorrow">The allowance from midnight on.</param>
/// <param name="Runs">By its dates the campaign runs now.</param>
/// <param name="Changes">The latest changes, newest first.</param>
/// <param name="Fault">The field that was not right: value or reason.</param>
/// <param name="Form">What was filled in.</param>
public sealed record ControlPage(IReadOnlyDictionary<ControlField, string> Values, int PerDay, int Tomorrow, bool Runs, IReadOnlyList<ControlRow> Changes,
    string? Fault = null, ControlForm? Form = null)
{
    /// <summary>Whether a switch is off.</summary>
    public bool IsOff(ControlField field) => Value(field) == ControlRules.Off;

    /// <summary>An operator closed the campaign.</summary>
    public bool IsClosed => Value(ControlField.Campaign) == ControlRules.Closed;

    /// <summary>The value of a field; empty for what the configuration says.</summary>
    public string Value(ControlField field) => Values.GetValueOrDefault(field, "");

    /// <summary>What was typed into a field that was not right, else its value.</summary>
    public string Typed(ControlField field) => Form is { } form && form.Field == field.ToString() ? form.Value ?? "" : Value(field);
}

/// <summary>A change to be made.</summary>
public sealed record ControlForm(string? Field = null, string? Value = null, string? Reason = null);

/// <summary>A change that was made.</summary>
/// <param name="Change">It.</param>
/// <param name="By">Name or number of who made it.</param>
/// <param name="At">When.</param>
/// <param name="CanUndo">It is its field's latest.</param>
public sealed record ControlRow(ControlChange Change, string By, DateTimeOffset At, bool CanUndo)
{
    /// <summary>The key of the undo's form.</summary>
    public string Command { get; } = CommandKey.New();
}
