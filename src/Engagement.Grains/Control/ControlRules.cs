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

    /// <summary>What can be switched off.</summary>
    public static readonly IReadOnlyList<ControlField> Switches = [ControlField.Sending, ControlField.Claiming, ControlField.Boards, ControlField.Photos];

    /// <summary>What is wrong with a value; null for nothing. Empty is always right: it is what the configuration says.</summary>
    public static string? Fault(ControlField field, string value) => field switch
    {
        _ when Switches.Contains(field) => value is "" or Off ? null : "must be off, or empty for on",
        ControlField.Campaign => value is "" or Closed ? null : "must be closed, or empty for open",
        ControlField.Allowance => value.Length == 0 || int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var roses) && roses is >= 1 and <= 100
            ? null : "must be from 1 to 100",
        ControlField.Notice => Line(value, 60),
        ControlField.NoticeEnglish => Line(value, 120),
        _ => "is no field",
    };

    /// <summary>Changes a field; what holds already changes nothing.</summary>
    internal static Receipt Set(ControlState state, CommandId command, ParticipantId by, ControlField field, string value, string reason, DateTimeOffset now, DateTimeOffset real) =>
        Once(state, command, Content.Of("set", field.ToString(), value, by.ToString()), real, () =>
        {
            if (field is ControlField.None or ControlField.Unit or ControlField.Preset || !Enum.IsDefined(field))
            {
                return new(Outcome.Invalid, "field");
            }

            return Fault(field, value) is not null ? new(Outcome.Invalid, "value") : Become(state, field, "", value, by, reason, now);
        });

    /// <summary>Freezes a unit, or lets it go on.</summary>
    internal static Receipt Freeze(ControlState state, CommandId command, ParticipantId by, string unit, bool frozen, string reason, DateTimeOffset now, DateTimeOffset real) =>
        Once(state, command, Content.Of("freeze", unit, frozen ? Off : "", by.ToString()), real,
            () => Become(state, ControlField.Unit, unit, frozen ? Off : "", by, reason, now));

    /// <summary>Gives a preset other words: a wording of its own, unless it had just these before.</summary>
    /// <param name="state">The record.</param>
    /// <param name="command">Idempotency key.</param>
    /// <param name="by">The operator.</param>
    /// <param name="seeded">The preset as it was seeded.</param>
    /// <param name="words">Checked before.</param>
    /// <param name="reason">Why.</param>
    /// <param name="now">The campaign's time.</param>
    /// <param name="real">The callers' time.</param>
    internal static Receipt Reword(
        ControlState state, CommandId command, ParticipantId by, Phrase seeded, PresetWords words, string reason, DateTimeOffset now, DateTimeOffset real) =>
        Once(state, command, Content.Of("reword", seeded.Id, words.Zh, words.En, by.ToString()), real, () =>
        {
            if (words.IsSeeded || words == new PresetWords(seeded.Zh, seeded.En))
            {
                return Become(state, ControlField.Preset, seeded.Id, "", by, reason, now);
            }

            var wording = state.Wordings.Find(known => known.Preset == seeded.Id && known.Words == words);
            if (wording is null && state.Wordings.Count >= ControlState.MaxWordings)
            {
                return new(Outcome.Invalid, "preset");
            }

            if (wording is null)
            {
                var number = state.Wordings.Count(known => known.Preset == seeded.Id) + 2; // the seed's is the first
                wording = new($"{seeded.Id}.{number.ToString(CultureInfo.InvariantCulture)}", seeded.Id, words, now.ToUnixTimeMilliseconds());
                state.Wordings.Add(wording);
            }

            return Become(state, ControlField.Preset, seeded.Id, wording.Id, by, reason, now);
        });

    /// <summary>Takes a change back, unless the field was changed since.</summary>
    internal static Receipt Undo(ControlState state, CommandId command, ParticipantId by, int number, DateTimeOffset now, DateTimeOffset real) =>
        Once(state, command, Content.Of("undo", number.ToString(CultureInfo.InvariantCulture), by.ToString()), real, () =>
        {
            if (state.Latest.Find(change => change.Number == number) is not { } change)
            {
                return new(Outcome.NotFound);
            }

            if (!CanUndo(state.Latest, change))
            {
                return new(Outcome.AlreadyDecided);
            }

            Apply(state, change.Field, change.Subject, change.From, by, change.Reason, number, now);
            return Receipt.Done;
        });

    /// <summary>Whether it is the latest change of its field, and not itself an undo.</summary>
    public static bool CanUndo(IEnumerable<ControlChange> changes, ControlChange change) =>
        change.Undoes == 0 && !changes.Any(other => other.Field == change.Field && other.Subject == change.Subject && other.Number > change.Number);

    // Every command: known ones answer as before.
    private static Receipt Once(ControlState state, CommandId command, ulong content, DateTimeOffset real, Func<Receipt> rule)
    {
        if (state.Commands.Seen(command, content, real) is { } seen)
        {
            return new(seen.Outcome);
        }

        var receipt = rule();
        if (receipt.Outcome == Outcome.Done)
        {
            state.Commands.Keep(command, content, 0, real);
            state.Touch();
        }

        return receipt;
    }

    private static Receipt Become(ControlState state, ControlField field, string subject, string value, ParticipantId by, string reason, DateTimeOffset now)
    {
        if (state.Value(field, subject) != value)
        {
            Apply(state, field, subject, value, by, reason, undoes: 0, now);
        }

        return Receipt.Done;
    }

    private static void Apply(
        ControlState state, ControlField field, string subject, string value, ParticipantId by, string reason, int undoes, DateTimeOffset now)
    {
        var change = new ControlChange(
            ++state.Changes, field, state.Value(field, subject), value, by, now.ToUnixTimeMilliseconds(), reason, undoes, subject);
        state.Latest.Add(change);
        if (state.Latest.Count > ControlState.Kept)
        {
            state.Latest.RemoveAt(0);
        }

        Put(state, field, subject, value);
        if (field == ControlField.Allowance)
        {
            Step(state, ShanghaiDay.Of(now.AddDays(1)), value.Length == 0 ? 0 : int.Parse(value, CultureInfo.InvariantCulture));
        }

        state.Follow(new Append("audit", AuditEntry.Of(now, undoes == 0 ? "control.set" : "control.undo", $"{field}{(subject.Length == 0 ? "" : " " + subject)}:{change.From}>{value}", by, reason)));
    }

    private static void Put(ControlState state, ControlField field, string subject, string value)
    {
        switch (field, value)
        {
            case (ControlField.Unit, ""):
                state.Frozen.Remove(subject);
                break;
            case (ControlField.Unit, _):
                state.Frozen.Add(subject);
                break;
            case (ControlField.Preset, ""):
                state.Presets.Remove(subject);
                break;
            case (ControlField.Preset, _):
                state.Presets[subject] = value;
                break;
            case (_, ""):
                state.Values.Remove(field);
                break;
            default:
                state.Values[field] = value;
                break;
        }
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
