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
public sealed record ControlPage(IReadOnlyDictionary<ControlField, string> Values, int PerDay, int Tomorrow, bool Runs, IReadOnlyList<ControlRow> Changes)
{
    /// <summary>Units that are frozen.</summary>
    public IReadOnlyList<Choice> Frozen { get; init; } = [];

    /// <summary>Units that could be.</summary>
    public IReadOnlyList<Choice> Units { get; init; } = [];

    /// <summary>Why what was sent was not right: names the field; null for nothing.</summary>
    public string? Fault { get; init; }

    /// <summary>What was filled in.</summary>
    public ControlForm Form { get; init; } = new();

    /// <summary>Whether a switch is off.</summary>
    public bool IsOff(ControlField field) => Value(field) == ControlRules.Off;

    /// <summary>An operator closed the campaign.</summary>
    public bool IsClosed => Value(ControlField.Campaign) == ControlRules.Closed;

    /// <summary>The value of a field; empty for what the configuration says.</summary>
    public string Value(ControlField field, string? subject = null) => field == ControlField.Unit
        ? Frozen.Any(unit => unit.Value == subject) ? ControlRules.Off : ""
        : Values.GetValueOrDefault(field, "");

    /// <summary>What was typed into a field that comes back, else its value.</summary>
    public string Typed(ControlField field) => IsBack(field) ? Form.Value ?? "" : Value(field);

    /// <summary>The reason that was typed, where the field comes back.</summary>
    public string? Why(ControlField field, string? subject = null) => IsBack(field) && (Form.Subject ?? "") == (subject ?? "") ? Form.Reason : null;

    private bool IsBack(ControlField field) => Form.Field == field.ToString();
}

/// <summary>A change that was made.</summary>
/// <param name="Change">It.</param>
/// <param name="By">Name or number of who made it.</param>
/// <param name="At">When.</param>
/// <param name="CanUndo">It is its field's latest.</param>
/// <param name="What">The field in words.</param>
/// <param name="From">Before, in words.</param>
/// <param name="To">Since, in words.</param>
public sealed record ControlRow(ControlChange Change, string By, DateTimeOffset At, bool CanUndo, string What, string From, string To)
{
    /// <summary>The key of the undo's form.</summary>
    public string Command { get; } = CommandKey.New();
}
