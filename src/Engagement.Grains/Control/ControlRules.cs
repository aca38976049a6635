using System.Globalization;
using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Moderation;
using Engagement.Grains.Storage;

namespace Engagement.Grains.Control;

/// <summary>The rules of changing a running campaign: pure and synchronous.</summary>
public static class ControlRules
{
    /// <summary>Value of a switch that is off.</summary>
    public const string Off = "off";

    /// <summary>Value of a campaign that an operator closed.</summary>
    public const string Closed = "closed";

    /// <summary>What is wrong with a value; null for nothing. Empty is always right: it is what the configuration says.</summary>
    public static string? Fault(ControlField field, string value) => field switch
    {
        ControlField.Sending or ControlField.Claiming or ControlField.Boards => value is "" or Off ? null : "must be off, or empty for on",
        ControlField.Campaign => value is "" or Closed ? null : "must be closed, or empty for open",
        ControlField.Allowance => value.Length == 0 || int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var roses) && roses is >= 1 and <= 100
            ? null : "must be from 1 to 100",
        ControlField.Notice => Line(value, 60),
        ControlField.NoticeEnglish => Line(value, 120),
        _ => "is no field",
    };

    /// <summary>Changes a field; what holds already changes nothing.</summary>
    internal static Receipt Set(ControlState state, CommandId command, ParticipantId by, ControlField field, string value, string reason, DateTimeOffset now, DateTimeOffset real)
    {
        var content = Content.Of("set", field.ToString(), value, by.ToString());
        if (state.Commands.Seen(command, content, real) is { } seen)
        {
            return new(seen.Outcome);
        }

        if (field == ControlField.None || !Enum.IsDefined(field))
        {
            return new(Outcome.Invalid, "field");
        }

        if (Fault(field, value) is not null)
        {
            return new(Outcome.Invalid, "value");
        }

        if (state.Value(field) != value)
        {
            Apply(state, field, value, by, reason, undoes: 0, now);
        }

        state.Commands.Keep(command, content, 0, real);
        state.Touch();
        return new(Outcome.Done);
    }

    /// <summary>Takes a change back, unless the field was changed since.</summary>
    internal static Receipt Undo(ControlState state, CommandId command, ParticipantId by, int number, DateTimeOffset now, DateTimeOffset real)
    {
        var content = Content.Of("undo", number.ToString(CultureInfo.InvariantCulture), by.ToString());
        if (state.Commands.Seen(command, content, real) is { } seen)
        {
            return new(seen.Outcome);
        }

        if (state.Latest.Find(change => change.Number == number) is not { } change)
        {
            return new(Outcome.NotFound);
        }

        if (!CanUndo(state.Latest, change))
        {
            return new(Outcome.AlreadyDecided);
        }

        Apply(state, change.Field, change.From, by, change.Reason, number, now);
        state.Commands.Keep(command, content, 0, real);
        return new(Outcome.Done);
    }

    /// <summary>Whether it is the latest change of its field, and not itself an undo.</summary>
    public static bool CanUndo(IEnumerable<ControlChange> changes, ControlChange change) =>
        change.Undoes == 0 && !changes.Any(other => other.Field == change.Field && other.Number > change.Number);

    private static void Apply(ControlState state, ControlField field, string value, ParticipantId by, string reason, int undoes, DateTimeOffset now)
    {
        var change = new ControlChange(++state.Changes, field, state.Value(field), value, by, now.ToUnixTimeMilliseconds(), reason, undoes);
        state.Latest.Add(change);
        if (state.Latest.Count > ControlState.Kept)
        {
            state.Latest.RemoveAt(0);
        }

        if (value.Length == 0)
        {
            state.Values.Remove(field);
        }
        else
        {
            state.Values[field] = value;
        }

        if (field == ControlField.Allowance)
        {
            Step(state, ShanghaiDay.Of(now.AddDays(1)), value.Length == 0 ? 0 : int.Parse(value, CultureInfo.InvariantCulture));
        }

        state.Follow(new Append("audit", AuditEntry.Of(now, undoes == 0 ? "control.set" : "control.undo", $"{field}:{change.From}>{value}", by, reason)));
    }

    // Tomorrow's allowance may be thought over as often as one likes; today's and older ones stay as they were granted.
    private static void Step(ControlState state, int day, int perDay)
    {
        state.Allowances.RemoveAll(step => step.Day >= day);
        state.Allowances.Add(new(day, perDay));
        if (state.Allowances.Count > ControlState.StepsKept)
        {
            state.Allowances.RemoveAt(0);
        }
    }

    private static string? Line(string value, int longest) =>
        value.Length == 0 ? null
        : MessageText.Validate(value, longest) != MessageTextError.None || value.AsSpan().IndexOfAny('\r', '\n') >= 0 ? $"must be one line of at most {longest} characters"
        : ShareCopy.Breach(value) is not null ? "must not ask people to share"
        : null;
}
