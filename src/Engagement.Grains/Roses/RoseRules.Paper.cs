using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Notices;
using Engagement.Grains.Paper;
using Engagement.Grains.Storage;

namespace Engagement.Grains.Roses;

/// <summary>A rose of paper passes only while its holder hands it over: a photographed code moves nothing (OR-02, OR-03). A sticker's passes to whoever scans it, and counts nothing.</summary>
internal static partial class RoseRules
{
    /// <summary>How far a phone's clock may be ahead of ours.</summary>
    public static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(5);

    /// <summary>A rose that the first scan of its code bears in the scanner's hands, and everything that follows from it.</summary>
    public static RoseState Found(RoseId id, PaperOrigin origin, PaperScan scan, CommandId command, Moment moment, out Effect[] effects)
    {
        var rose = new RoseState
        {
            Id = id, Status = RoseStatus.Held, Sender = scan.By, BornAt = moment.Milliseconds, BornDay = ShanghaiDay.Of(moment.Now), Paper = origin,
        };
        (origin.DeviceAt, origin.Counter) = (scan.DeviceAt, scan.Counter);
        rose.Commands.Keep(command, OfScan(scan), 0, moment.Real); // a repeated scan meets its own rose
        effects = [.. PaperEffects.Birth(rose), new Index(RoseEffects.Held(scan.By), RoseEffects.Member(id), rose.BornAt)];
        return rose;
    }

    /// <summary>The holder hands it over: the next person who scans it within the window can take it.</summary>
    public static (Outcome Outcome, long Until) HandOver(RoseState rose, CommandId command, ParticipantId by, Moment moment, PaperOptions options)
    {
        var content = Content.Of("hand", by.ToString());
        if (rose.Commands.Seen(command, content, moment.Real) is { } seen)
        {
            return (seen.Outcome, seen.Value);
        }

        var refusal = rose.Paper is not { } paper ? Outcome.NotFound
            : rose.Status == RoseStatus.Voided ? Outcome.Voided
            : rose.Holder != by ? Outcome.NotHolder
            : paper.Free ? Outcome.Forbidden // whoever scans it takes it: there is nothing to open
            : paper.FrozenAt > 0 ? Outcome.Frozen
            : moment.Stops(ControlField.Sending);
        if (refusal != Outcome.Done)
        {
            return (refusal, 0);
        }

        (rose.Paper!.OpenedAt, rose.Paper.OpenUntil) = (moment.Milliseconds, moment.Now.AddMinutes(options.WindowMinutes).ToUnixTimeMilliseconds());
        rose.Commands.Keep(command, content, rose.Paper.OpenUntil, moment.Real);
        rose.Touch();
        return (Outcome.Done, rose.Paper.OpenUntil);
    }

    /// <summary>The holder keeps it after all.</summary>
    public static Outcome Keep(RoseState rose, CommandId command, ParticipantId by, Moment moment)
    {
        var content = Content.Of("keep", by.ToString());
        if (rose.Commands.Seen(command, content, moment.Real) is { } seen)
        {
            return seen.Outcome;
        }

        if (rose.Paper is null || rose.Holder != by)
        {
            return rose.Paper is null ? Outcome.NotFound : Outcome.NotHolder;
        }

        Shut(rose.Paper);
        rose.Commands.Keep(command, content, 0, moment.Real);
        rose.Touch();
        return Outcome.Done;
    }

    /// <summary>Of all who scan it, one takes it from the holder who hands it over.</summary>
    public static PaperReceipt TakePaper(RoseState rose, CommandId command, PaperScan scan, ClaimFacts facts, Letter letter, Moment moment, PaperOptions options)
    {
        var content = OfScan(scan);
        if (rose.Commands.Seen(command, content, moment.Real) is { } seen)
        {
            return new(seen.Outcome, rose.Id, (int)seen.Value, seen.Value < 0);
        }

        var refusal = Refusal(rose, scan, facts, moment, options);
        if (refusal is Outcome.Done or Outcome.Expired or Outcome.AlreadyClaimed or Outcome.SlowDown && !facts.Blocked && IsOneTooMany(rose, scan.By, moment, options))
        {
            return new(Outcome.Frozen, rose.Id);
        }

        if (refusal != Outcome.Done)
        {
            return new(refusal, rose.Id);
        }

        if (scan.IsOffline && scan.DeviceAt < moment.Now.AddHours(-options.OfflineHours).ToUnixTimeMilliseconds())
        {
            return Late(rose, command, content, scan, moment);
        }

        if (IsTooFar(rose, facts.Here, At(scan, moment), moment, options))
        {
            return new(Outcome.Frozen, rose.Id);
        }

        Pass(rose, scan, facts, letter, moment);
        rose.Commands.Keep(command, content, rose.Hops, moment.Real);
        return new(Outcome.Done, rose.Id, rose.Hops);
    }

    /// <summary>An operator lets a frozen rose go on.</summary>
    public static Outcome Release(RoseState rose, CommandId command, ParticipantId by, string reason, Moment moment)
    {
        var content = Content.Of("release", reason);
        if (rose.Commands.Seen(command, content, moment.Real) is { } seen)
        {
            return seen.Outcome;
        }

        if (rose.Paper is not { FrozenAt: > 0 } paper)
        {
            return rose.Paper is null ? Outcome.NotFound : Outcome.AlreadyDecided;
        }

        (paper.FrozenAt, paper.Scanners) = (0, null);
        (paper.Place, paper.PlaceAt, paper.Sighted) = (null, 0, null); // looked at: the same way does not freeze it again
        rose.Follow(new Unindex(PaperEffects.Frozen, RoseEffects.Member(rose.Id)),
            new Append("audit", AuditEntry.Of(moment.Now, "paper.release", rose.Id.ToString(), by, reason)));
        rose.Commands.Keep(command, content, 0, moment.Real);
        return Outcome.Done;
    }

    /// <summary>An operator decides about a scan that came too late. Accepted, it counts from now on: what was published stays.</summary>
    public static Outcome JudgeLate(
        RoseState rose, CommandId command, ParticipantId by, ParticipantId scanner, bool accept, ClaimFacts facts, Letter letter, Moment moment)
    {
        var content = Content.Of("late", scanner.ToString(), accept ? "1" : "0");
        if (rose.Commands.Seen(command, content, moment.Real) is { } seen)
        {
            return seen.Outcome;
        }

        if (rose.Paper is not { } paper || paper.Late?.Find(late => late.By == scanner) is not { At: > 0 } scan)
        {
            return rose.Paper is null ? Outcome.NotFound : Outcome.AlreadyDecided;
        }

        var stops = rose.Hops != facts.Hops ? Outcome.Busy : facts.TakerOpen ? moment.Stops(ControlField.Claiming) : Outcome.Forbidden;
        if (accept && stops != Outcome.Done)
        {
            return stops;
        }

        rose.Follow(new Append("audit", AuditEntry.Of(moment.Now, accept ? "paper.late.accept" : "paper.late.refuse", $"{rose.Id}:{scanner}", by, "")));
        if (accept)
        {
            Pass(rose, new(scanner, scan.DeviceAt, scan.Counter), facts, letter, moment); // forgets all that wait: they were of the former holder
        }
        else
        {
            Forget(rose, scanner);
        }

        rose.Commands.Keep(command, content, 0, moment.Real);
        return Outcome.Done;
    }

    private static Outcome Refusal(RoseState rose, PaperScan scan, ClaimFacts facts, Moment moment, PaperOptions options)
    {
        var since = rose.Since;
        var at = At(scan, moment);
        return rose switch
        {
            _ when !facts.TakerOpen => Outcome.SignInRequired,
            { Paper: null } => Outcome.NotFound,
            { Status: RoseStatus.Voided } => Outcome.Voided,
            _ when rose.Holder == scan.By => Outcome.OwnRose,
            { Paper.FrozenAt: > 0 } => Outcome.Frozen,
            _ when at > moment.Milliseconds + ClockSkew.TotalMilliseconds => Outcome.Invalid,
            _ when facts.Blocked || !CanBeTaken(rose, at) =>
                since > at - options.WindowMinutes * 60_000L ? Outcome.AlreadyClaimed : Outcome.Expired,
            _ when rose.Latest?.From == scan.By => Outcome.DirectBounce,
            _ when moment.Stops(ControlField.Claiming) is var stopped and not Outcome.Done => stopped,
            _ when moment.Milliseconds < since + options.SecondsBetweenHands * 1_000L => Outcome.SlowDown,
            _ when rose.Hops != facts.Hops => Outcome.Busy,
            _ => Outcome.Done,
        };
    }

    // A scan without network counts from its own time, if the rose has not moved since.
    private static bool CanBeTaken(RoseState rose, long at) => rose.IsFree ? at >= rose.Since : at >= rose.Paper!.OpenedAt && at < rose.Paper.OpenUntil;

    private static long At(PaperScan scan, Moment moment) => scan.IsOffline ? scan.DeviceAt : moment.Milliseconds;

    private static void Pass(RoseState rose, PaperScan scan, ClaimFacts facts, Letter letter, Moment moment)
    {
        var hop = NextHop(rose, scan.By, letter, facts.Giver, moment, ++rose.Offers);
        (hop.DeviceAt, hop.Counter) = (scan.DeviceAt, scan.Counter);
        Seen(rose, facts.Here, At(scan, moment));
        Take(rose, hop, facts.LatestCounted, moment.Roses.ReceiptsPerDay);
        rose.Follow([.. NoticeEffects.Wake(hop.From, facts.Wake)]);
    }

    private static PaperReceipt Late(RoseState rose, CommandId command, ulong content, PaperScan scan, Moment moment)
    {
        var late = rose.Paper!.Late ??= [];
        if (!late.Exists(known => known.By == scan.By))
        {
            if (late.Count >= PaperOrigin.LateKept)
            {
                return new(Outcome.Busy, rose.Id);
            }

            late.Add(new(scan.By, scan.DeviceAt, scan.Counter, moment.Milliseconds));
            rose.Follow(new Index(PaperEffects.Late, RoseEffects.Member(rose.Id), late[0].At));
        }

        rose.Commands.Keep(command, content, -1, moment.Real);
        rose.Touch();
        return new(Outcome.Done, rose.Id, Waits: true);
    }

    // A void answers whatever of the paper waits for somebody.
    private static void SettlePaper(RoseState rose)
    {
        if (rose.Paper is not { } paper)
        {
            return;
        }

        Shut(paper);
        ForgetAll(rose);
        if (paper.FrozenAt > 0)
        {
            (paper.FrozenAt, paper.Sighted) = (0, null);
            rose.Follow(new Unindex(PaperEffects.Frozen, RoseEffects.Member(rose.Id)));
        }
    }

    private static void Forget(RoseState rose, ParticipantId scanner)
    {
        rose.Paper!.Late!.RemoveAll(late => late.By == scanner);
        rose.Follow(rose.Paper.Late is [{ At: var next }, ..]
            ? new Index(PaperEffects.Late, RoseEffects.Member(rose.Id), next)
            : new Unindex(PaperEffects.Late, RoseEffects.Member(rose.Id)));
    }

    private static void ForgetAll(RoseState rose)
    {
        if (rose.Paper!.Late is { Count: > 0 })
        {
            rose.Paper.Late = null;
            rose.Follow(new Unindex(PaperEffects.Late, RoseEffects.Member(rose.Id)));
        }
    }

    private static void Shut(PaperOrigin paper) => (paper.OpenedAt, paper.OpenUntil) = (0, 0);

    private static ulong OfScan(PaperScan scan) => Content.Of("scan", scan.By.ToString(),
        scan.DeviceAt.ToString(System.Globalization.CultureInfo.InvariantCulture), scan.Counter.ToString(System.Globalization.CultureInfo.InvariantCulture));
}
