using Engagement.Contracts;

namespace Engagement.Grains.Control;

/// <summary>A snapshot of what operators changed. An absent value is what the configuration says.</summary>
public sealed class ControlNow
{
    /// <summary>Nothing is changed.</summary>
    public static readonly ControlNow Unchanged = new(new());

    private readonly ControlState _state;

    internal ControlNow(ControlState state) => _state = state;

    /// <summary>Whether <see cref="ControlField.Sending"/>, <see cref="ControlField.Claiming"/> or <see cref="ControlField.Boards"/> is switched off.</summary>
    public bool IsOff(ControlField field) => _state.Value(field) == ControlRules.Off;

    /// <summary>An operator closed the campaign.</summary>
    public bool IsClosed => _state.Value(ControlField.Campaign) == ControlRules.Closed;

    /// <summary>The line on top of every page; null for none. A page in English shows the Chinese line when there is no other.</summary>
    public string? Notice(bool english) =>
        english && _state.Value(ControlField.NoticeEnglish) is { Length: > 0 } line ? line : _state.Value(ControlField.Notice) is { Length: > 0 } chinese ? chinese : null;

    /// <summary>Roses a person may give on a Shanghai day; null for what the configuration says.</summary>
    public int? PerDay(int day) => _state.Allowances.FindLast(step => step.Day <= day) is { PerDay: > 0 } step ? step.PerDay : null;

    /// <summary>Why this can't be done now: SwitchedOff, CampaignClosed, or Done when nothing stops it.</summary>
    public Outcome Stops(ControlField field) => IsClosed ? Outcome.CampaignClosed : IsOff(field) ? Outcome.SwitchedOff : Outcome.Done;
}
