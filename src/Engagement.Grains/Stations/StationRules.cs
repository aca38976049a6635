using System.Globalization;
using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Roses;
using Engagement.Grains.Storage;

namespace Engagement.Grains.Stations;

/// <summary>The rules of one station: pure and synchronous. Each either refuses and changes nothing, or changes the record and adds the effects.</summary>
internal static partial class StationRules
{
    /// <summary>Opens it for the first time.</summary>
    public static Outcome Open(StationState station, StationId id, CommandId command, ParticipantId by, OpenStation place, Moment moment)
    {
        var content = Content.Of("open", place.Name, place.Kind.ToString(), place.District, place.Reason, place.Preset);
        if (Refusal(station, command, content, moment) is { } early)
        {
            return early;
        }

        if (station.OpenedAt > 0)
        {
            return Outcome.AlreadyDecided;
        }

        (station.Id, station.Place, station.OpenedAt, station.Since) = (id, place, moment.Milliseconds, moment.Milliseconds);
        station.Follow(new Index(StationEffects.All, StationEffects.Member(id), station.OpenedAt), Audit(station, "station.open", by, place.Name, moment));
        station.Commands.Keep(command, content, 0, moment.Real);
        return Outcome.Done;
    }

    /// <summary>Closes it for now, or opens it again.</summary>
    public static Outcome Switch(StationState station, CommandId command, ParticipantId by, bool open, string reason, Moment moment)
    {
        var content = Content.Of("switch", open ? "1" : "0", reason);
        if (Refusal(station, command, content, moment) is { } early)
        {
            return early;
        }

        if (station.Closed == open)
        {
            station.Closed = !open;
            if (!open)
            {
                EndShift(station, station.Stock, relieved: true, moment);
            }

            station.Follow(Audit(station, open ? "station.reopen" : "station.close", by, reason, moment));
        }

        return Kept(station, command, content, moment);
    }

    /// <summary>Brings roses.</summary>
    public static Outcome Supply(StationState station, CommandId command, ParticipantId by, int roses, string reason, Moment moment)
    {
        var content = Content.Of("supply", Text(roses), reason);
        if (Refusal(station, command, content, moment) is { } early)
        {
            return early;
        }

        station.Stock += roses;
        station.Supplied += roses;
        station.Follow(Audit(station, "station.supply", by, $"{roses}: {reason}", moment));
        return Kept(station, command, content, moment);
    }

    /// <summary>A keeper takes over with what they counted.</summary>
    public static Outcome Begin(StationState station, CommandId command, ParticipantId by, int counted, Moment moment)
    {
        var content = Content.Of("begin", by.ToString(), Text(counted));
        if (Refusal(station, command, content, moment) is { } early)
        {
            return early;
        }

        if (station.Closed)
        {
            return Outcome.SwitchedOff;
        }

        EndShift(station, counted, relieved: true, moment);
        Correct(station, by, counted, moment);
        (station.Keeper, station.Since) = (by, moment.Milliseconds);
        station.Shifts.Add(new(by, station.Since, CountedIn: counted));
        while (station.Shifts.Count > StationState.ShiftsKept)
        {
            station.Shifts.RemoveAt(0);
        }

        station.Follow(Audit(station, "station.begin", by, Text(counted), moment));
        return Kept(station, command, content, moment);
    }

    /// <summary>The keeper on duty hands over.</summary>
    public static Outcome End(StationState station, CommandId command, ParticipantId by, int counted, Moment moment)
    {
        var content = Content.Of("end", by.ToString(), Text(counted));
        if (Refusal(station, command, content, moment) is { } early)
        {
            return early;
        }

        if (station.Keeper.IsNone || station.Keeper != by)
        {
            return Outcome.NotHolder;
        }

        EndShift(station, counted, relieved: false, moment);
        Correct(station, by, counted, moment);
        station.Follow(Audit(station, "station.end", by, Text(counted), moment));
        return Kept(station, command, content, moment);
    }

    /// <summary>Hands out a rose: it is born in the taker's hands, in the commit that counts the stock down.</summary>
    /// <param name="station">The record.</param>
    /// <param name="command">The taker's key.</param>
    /// <param name="content">Digest of what it asks for.</param>
    /// <param name="by">Who takes it, with an open account.</param>
    /// <param name="pass">Somebody stood at the screen.</param>
    /// <param name="rose">The taker's rose of this day.</param>
    /// <param name="options">Limits.</param>
    /// <param name="moment">Now.</param>
    public static Outcome HandOut(
        StationState station, CommandId command, ulong content, ParticipantId by, StationPass pass, RoseId rose, StationOptions options, Moment moment)
    {
        // Two commands of one person at once: the first one's rose is on its way to the store.
        if (station.Effects.OfType<Birth>().FirstOrDefault(birth => birth.Id == rose.ToString()) is { State: RoseState on })
        {
            return on.Commands.Seen(command, content, moment.Real)?.Outcome ?? Outcome.DailyLimit;
        }

        var refusal = AtTheDoor(station, pass, options, moment) is var closed and not Outcome.Done ? closed
            : station.Stock < 1 ? Outcome.AllowanceUsed
            : command.UnixMilliseconds < moment.Real.Subtract(CommandLog.Horizon).ToUnixTimeMilliseconds() ? Outcome.TooOld
            : Outcome.Done;
        if (refusal != Outcome.Done)
        {
            return refusal;
        }

        Use(station, pass, options, moment);
        station.Stock--;
        station.HandedOut++;
        station.Shifts[^1] = station.Shifts[^1] with { HandedOut = station.Shifts[^1].HandedOut + 1 };
        var letter = new Letter { Reason = station.Place.Reason, Preset = station.Place.Preset };
        var born = RoseRules.HandedOut(rose, station.Id, by, letter, moment, out var effects);
        born.Commands.Keep(command, content, 1, moment.Real);
        station.Follow([new Birth(RoseState.Kind, rose.ToString(), born), .. effects]);
        return Outcome.Done;
    }

    private static void EndShift(StationState station, int counted, bool relieved, Moment moment)
    {
        if (station.Keeper.IsNone)
        {
            return;
        }

        station.Shifts[^1] = station.Shifts[^1] with { Ended = moment.Milliseconds, CountedOut = counted, Relieved = relieved };
        (station.Keeper, station.Since) = (default, moment.Milliseconds);
    }

    private static void Correct(StationState station, ParticipantId by, int counted, Moment moment)
    {
        if (counted != station.Stock)
        {
            station.Follow(Audit(station, "station.count", by, $"{station.Stock} -> {counted}", moment));
            station.Corrected += counted - station.Stock;
            station.Stock = counted;
        }
    }

    // Nothing else remembers a staff command: one that may have been dropped is refused.
    private static Outcome? Refusal(StationState station, CommandId command, ulong content, Moment moment) =>
        station.Commands.Seen(command, content, moment.Real) is { } seen ? seen.Outcome
        : station.Commands.MayHaveDropped(command) ? Outcome.TooOld
        : null;

    private static Outcome Kept(StationState station, CommandId command, ulong content, Moment moment)
    {
        station.Commands.Keep(command, content, 0, moment.Real);
        station.Touch();
        return Outcome.Done;
    }

    private static Append Audit(StationState station, string act, ParticipantId by, string reason, Moment moment) =>
        new("audit", AuditEntry.Of(moment.Now, act, station.Id.ToString(), by, reason));

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
