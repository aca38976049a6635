using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Roses;

namespace Engagement.Grains.Stations;

/// <summary>Who may take something here: somebody who stood at the screen while a keeper was on duty.</summary>
internal static partial class StationRules
{
    /// <summary>Lets a visitor take a rose that lies here; the rose itself decides who gets it.</summary>
    /// <returns>Done, with whether they were let in just now; DailyLimit for whoever took another one here today.</returns>
    public static (Outcome Outcome, bool IsNew) Admit(
        StationState station, CommandId command, ParticipantId by, RoseId rose, StationPass pass, StationOptions options, Moment moment)
    {
        var day = ShanghaiDay.Of(moment.Now);
        if (station.Visitors.Find(visitor => visitor.Who == by && visitor.Day == day) is { Day: > 0 } before)
        {
            return (before.Rose == rose ? Outcome.Done : Outcome.DailyLimit, false);
        }

        var refusal = AtTheDoor(station, pass, options, moment) is var closed and not Outcome.Done ? closed
            : command.UnixMilliseconds < moment.Real.Subtract(Storage.CommandLog.Horizon).ToUnixTimeMilliseconds() ? Outcome.TooOld
            : Outcome.Done;
        if (refusal != Outcome.Done)
        {
            return (refusal, false);
        }

        station.Visitors.RemoveAll(visitor => visitor.Day != day);
        station.Visitors.Add(new(by, rose, day));
        if (station.Visitors.Count > StationState.VisitorsKept)
        {
            station.Visitors.RemoveAt(0);
        }

        Use(station, pass, options, moment);
        station.Touch();
        return (Outcome.Done, true);
    }

    /// <summary>The rose went to somebody else: this visitor may try another one.</summary>
    public static void Release(StationState station, ParticipantId by, RoseId rose)
    {
        if (station.Visitors.RemoveAll(visitor => visitor.Who == by && visitor.Rose == rose) > 0)
        {
            station.Touch();
        }
    }

    private static Outcome AtTheDoor(StationState station, StationPass pass, StationOptions options, Moment moment) =>
        pass.Station != station.Id ? Outcome.NotFound
        : moment.Stops(ControlField.Claiming) is var stopped and not Outcome.Done ? stopped
        : station.Closed ? Outcome.SwitchedOff
        : !station.IsManned || pass.SeenAt < station.Since || moment.Milliseconds > pass.SeenAt + options.PassMinutes * 60_000L
            || Used(station, pass) >= options.PerCode ? Outcome.Expired
        : Outcome.Done;

    private static int Used(StationState station, StationPass pass) => station.Uses.Find(use => use.Window == pass.Window).Roses;

    private static void Use(StationState station, StationPass pass, StationOptions options, Moment moment)
    {
        var (used, oldest) = (Used(station, pass), moment.Now.AddMinutes(-options.PassMinutes - 1).ToUnixTimeSeconds() / options.CodeSeconds);
        station.Uses.RemoveAll(use => use.Window == pass.Window || use.Window < oldest);
        station.Uses.Add(new(pass.Window, used + 1));
    }
}
