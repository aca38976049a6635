using Engagement.Contracts;
using Engagement.Grains.Notices;
using Engagement.Grains.Paper;
using Engagement.Grains.Storage;

namespace Engagement.Grains.Roses;

/// <summary>What gives a photographed code away (OR-03): more people than one paper meets in an hour, or a way that nobody can travel in the time.</summary>
internal static partial class RoseRules
{
    private const long Hour = 3_600_000;

    // Whoever presses the button is remembered for an hour, whether they get it or not; one more than may freezes the rose where it is.
    private static bool IsOneTooMany(RoseState rose, ParticipantId who, Moment moment, PaperOptions options)
    {
        var scanners = rose.Paper!.Scanners ??= [];
        scanners.RemoveAll(scanner => scanner.At <= moment.Milliseconds - Hour);
        if (scanners.Exists(scanner => scanner.Who == who))
        {
            return false;
        }

        if (scanners.Count >= options.ScannersPerHour)
        {
            Freeze(rose, $"{scanners.Count + 1} people", moment);
            return true;
        }

        scanners.Add(new(who, moment.Milliseconds));
        rose.Touch();
        return false;
    }

    // Nothing moves: a hand-over that can not have been is looked at before it is written, not after.
    private static bool IsTooFar(RoseState rose, Whereabouts here, long at, Moment moment, PaperOptions options)
    {
        if (rose.Paper is not { } paper || !here.IsTooFar(paper, at, options.MinutesPerDistrict))
        {
            return false;
        }

        paper.Sighted = here.District;
        Freeze(rose, $"{paper.Place} to {here.District} in {Math.Abs(at - paper.PlaceAt) / 60_000} min", moment);
        return true;
    }

    private static void Freeze(RoseState rose, string why, Moment moment)
    {
        (rose.Paper!.FrozenAt, rose.Paper.Scanners) = (moment.Milliseconds, null);
        Shut(rose.Paper);
        rose.Follow(new Index(PaperEffects.Frozen, RoseEffects.Member(rose.Id), rose.Paper.FrozenAt),
            new Append("audit", AuditEntry.Of(moment.Now, "paper.freeze", rose.Id.ToString(), default, why)));
    }

    // What every hand-over of a rose of paper leaves behind: no window, no scan that waits, and the place where it was.
    private static void Seen(RoseState rose, Whereabouts here, long at)
    {
        if (rose.Paper is not { } paper)
        {
            return;
        }

        Shut(paper);
        ForgetAll(rose);
        if (here.District is not null)
        {
            (paper.Place, paper.PlaceAt) = (here.District, at);
        }
    }
}
