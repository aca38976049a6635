using Engagement.Contracts;
using Engagement.Grains.Acts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Storage;

namespace Engagement.Grains.Couriers;

internal static partial class CourierRules
{
    /// <summary>Logs an act for the day on which it was noted down, and brings it into the world in the same commit.</summary>
    /// <param name="courier">The record.</param>
    /// <param name="id">The command's own act.</param>
    /// <param name="command">Its instant is the act's.</param>
    /// <param name="log">What, checked against the catalogue before.</param>
    /// <param name="district">The courier's own district, for an act without a place.</param>
    /// <param name="note">The sealed line.</param>
    /// <param name="content">Digest of what is asked for.</param>
    /// <param name="moment">Now.</param>
    public static ActReceipt Log(
        CourierState courier, CivicActId id, CommandId command, LogAct log, string? district, byte[]? note, ulong content, ActMoment moment)
    {
        // A phone whose clock is ahead noted it down now.
        var age = Math.Max(0, moment.Real.ToUnixTimeMilliseconds() - command.UnixMilliseconds);
        var at = moment.Milliseconds - age;
        var day = ShanghaiDay.Of(DateTimeOffset.FromUnixTimeMilliseconds(at));
        foreach (var known in courier.Logged ?? [])
        {
            if (known.Act == id)
            {
                return known.Content == content ? new(Outcome.Done, id, LeftOn(courier, known.Day, moment.Options)) : new(Outcome.CommandReused);
            }
        }

        var refusal = courier.Erased ? Outcome.SignInRequired
            : !courier.Active ? Outcome.NotEnrolled
            : !moment.IsOpen ? Outcome.CampaignClosed
            : age >= (long)TimeSpan.FromHours(moment.Options.DraftHours).TotalMilliseconds ? Outcome.TooOld
            : LeftOn(courier, day, moment.Options) == 0 ? Outcome.DailyLimit
            : Outcome.Done;
        if (refusal != Outcome.Done)
        {
            return new(refusal);
        }

        if (UsedUp(courier, day, log.Kind, moment.Options))
        {
            return new(Outcome.DailyLimit, Field: "kind");
        }

        var act = ActRules.Born(id, courier.Id, courier.ScoringCompany(moment.Now), district, log, note, content, at, moment, out var effects);
        var oldest = ShanghaiDay.Of(moment.Now.AddHours(-moment.Options.DraftHours));
        courier.Logged = [.. (courier.Logged ?? []).Where(logged => logged.Day >= oldest), new(id, day, log.Kind, content)];
        courier.Follow([new Birth(CivicActState.Kind, id.ToString(), act), .. effects]);
        return new(Outcome.Done, id, LeftOn(courier, day, moment.Options));
    }

    /// <summary>Acts that may still be logged for a day.</summary>
    public static int LeftOn(CourierState courier, int day, ActOptions options) =>
        Math.Max(0, options.PerDay - (courier.Logged?.Count(logged => logged.Day == day) ?? 0));

    /// <summary>Whether there may be no more of a kind on a day.</summary>
    public static bool UsedUp(CourierState courier, int day, string kind, ActOptions options) =>
        courier.Logged?.Count(logged => logged.Day == day && logged.Kind == kind) >= options.PerKind;
}
