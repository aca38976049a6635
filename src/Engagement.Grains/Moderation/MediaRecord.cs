using System.Text;
using Engagement.Contracts;
using Engagement.Grains.Roses;
using Engagement.Grains.Storage;

namespace Engagement.Grains.Moderation;

/// <summary>One medium's check, under the digest of its content.</summary>
[GenerateSerializer, OmitDefaultMemberValues, Alias("eng.media.state")]
public sealed class MediaRecord : LedgerState
{
    /// <summary>Name of the record in keys.</summary>
    public const string Kind = "media";

    /// <summary>Media that wait for a moderator, oldest first.</summary>
    public const string Queue = "media-review";

    /// <summary>From the number of a check that is under way to its medium, in alphabetical order.</summary>
    public const string Traces = "media-traces";

    /// <summary>Digest of the content; empty before it was submitted.</summary>
    [Id(0)] public string Hash { get; set; } = "";

    /// <summary>Where it is.</summary>
    [Id(1)] public MediaState State { get; set; }

    /// <summary>What is checked; null once it was decided.</summary>
    [Id(2)] public MediaSubmission? Submission { get; set; }

    /// <summary>Unix milliseconds.</summary>
    [Id(3)] public long SubmittedAt { get; set; }

    /// <summary>The check under way; null before it began and after it ended.</summary>
    [Id(4)] public string? Trace { get; set; }

    /// <summary>WeChat's category; 0 for none.</summary>
    [Id(5)] public int Label { get; set; }

    /// <summary>Unix milliseconds of the agenda entry: when to begin, and then when it is too late.</summary>
    [Id(6)] public long Due { get; set; }

    /// <inheritdoc/>
    internal override IEnumerable<Effect> Derived()
    {
        if (State == MediaState.Held)
        {
            yield return new Index(RoseEffects.Agenda, Entry(Hash), Due);
        }

        if (Trace is not null)
        {
            yield return new Index(Traces, Member(Trace, Hash), 0);
        }

        if (State == MediaState.Review)
        {
            yield return new Index(Queue, Encoding.ASCII.GetBytes(Hash), SubmittedAt);
        }
    }

    /// <summary>The agenda's name of it.</summary>
    public static string Entry(string hash) => $"media:{hash}";

    /// <summary>A number and its medium, found by the number alone.</summary>
    public static byte[] Member(string trace, string hash) => Encoding.UTF8.GetBytes($"{trace} {hash}");
}
