using System.Text;
using Engagement.Contracts;
using Engagement.Grains.Roses;
using Engagement.Grains.Storage;

namespace Engagement.Grains.Moderation;

/// <summary>The rules of one medium's check: pure and synchronous.</summary>
internal static class MediaRules
{
    /// <summary>How long WeChat may take (MA-02), from the submission on.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromMinutes(30);

    /// <summary>Held, and to be submitted at once by the agenda: a crash in between loses nothing.</summary>
    public static void Submit(MediaRecord media, MediaSubmission submission, DateTimeOffset now)
    {
        if (media.State == MediaState.None)
        {
            (media.Hash, media.Submission, media.SubmittedAt) = (submission.Hash, submission, now.ToUnixTimeMilliseconds());
            (media.State, media.Due) = (MediaState.Held, media.SubmittedAt);
            media.Follow(new Index(RoseEffects.Agenda, MediaRecord.Entry(media.Hash), media.Due));
        }
    }

    /// <summary>WeChat took it: the result is waited for.</summary>
    public static void Begun(MediaRecord media, string trace)
    {
        if (media is not { State: MediaState.Held, Trace: null })
        {
            return;
        }

        (media.Trace, media.Due) = (trace, media.SubmittedAt + (long)Limit.TotalMilliseconds);
        media.Follow(
            new Index(MediaRecord.Traces, MediaRecord.Member(trace, media.Hash), 0),
            new Index(RoseEffects.Agenda, MediaRecord.Entry(media.Hash), media.Due));
    }

    /// <summary>The result, once: any other number, and whatever comes when it was decided, changes nothing.</summary>
    public static void Answer(MediaRecord media, MediaAnswer answer, DateTimeOffset now)
    {
        if (media.State != MediaState.Held || media.Trace is null || media.Trace != answer.TraceId)
        {
            return;
        }

        media.Label = answer.Label;
        End(media, answer is { Errcode: 0, Suggest: "pass" } ? MediaState.Shown : answer is { Errcode: 0, Suggest: "risky" } ? MediaState.Refused : MediaState.Review,
            due: false, now, default, $"{answer.Suggest} {answer.Label} {answer.TraceId}");
    }

    /// <summary>Too late, or it can't be checked: a moderator looks.</summary>
    public static void GiveUp(MediaRecord media, string why, DateTimeOffset now)
    {
        if (media.State == MediaState.Held)
        {
            End(media, MediaState.Review, due: true, now, default, why);
        }
    }

    /// <summary>A moderator's decision.</summary>
    public static Outcome Review(MediaRecord media, ParticipantId by, bool pass, DateTimeOffset now)
    {
        if (media.State == MediaState.None)
        {
            return Outcome.NotFound;
        }

        if (media.State == MediaState.Review)
        {
            media.Follow(new Unindex(MediaRecord.Queue, Encoding.ASCII.GetBytes(media.Hash)), Audit(media, now, pass ? "media.pass" : "media.refuse", by, ""));
            (media.State, media.Submission) = (pass ? MediaState.Shown : MediaState.Refused, null);
        }

        return Outcome.Done;
    }

    private static void End(MediaRecord media, MediaState state, bool due, DateTimeOffset now, ParticipantId by, string why)
    {
        var entry = MediaRecord.Entry(media.Hash);
        media.Follow(due ? new Take(RoseEffects.Agenda, entry) : new Unindex(RoseEffects.Agenda, entry), Audit(media, now, "media.check", by, why));
        if (media.Trace is { } trace)
        {
            media.Follow(new Unindex(MediaRecord.Traces, MediaRecord.Member(trace, media.Hash)));
        }

        (media.State, media.Trace, media.Due) = (state, null, 0);
        if (state == MediaState.Review)
        {
            media.Follow(new Index(MediaRecord.Queue, Encoding.ASCII.GetBytes(media.Hash), media.SubmittedAt));
        }
        else
        {
            media.Submission = null; // who brought it and where it lies is no longer needed
        }
    }

    private static Append Audit(MediaRecord media, DateTimeOffset now, string act, ParticipantId by, string why) =>
        new("audit", AuditEntry.Of(now, act, media.Hash, by, why));
}
