using Engagement.Contracts;
using Engagement.Grains.Storage;

namespace Engagement.Grains.WeChat;

/// <summary>
/// Whether a person follows the service account, and the pushes of theirs that were handled lately (docs/decisions/0012).
/// Keyed by HMAC; nothing in it tells who it is. A person who left keeps it as a tombstone.
/// </summary>
[GenerateSerializer, OmitDefaultMemberValues, Alias("eng.follower.state")]
public sealed class FollowerState : LedgerState
{
    /// <summary>Name of the record in keys.</summary>
    public const string Kind = "follower";

    /// <summary>Its own id: the key of the identity.</summary>
    [Id(0)] public string Id { get; set; } = "";

    /// <summary>Unix seconds of the event since which they follow; 0 while they don't.</summary>
    [Id(1)] public long FollowedSince { get; set; }

    /// <summary>Unix seconds of the newest event that said whether they follow: an older one changes nothing.</summary>
    [Id(2)] public long ChangedAt { get; set; }

    /// <summary>Pushes ever handled.</summary>
    [Id(3)] public long Handled { get; set; }

    /// <summary>The latest of them with their answers, oldest first, at most <see cref="FollowerRules.Most"/>.</summary>
    [Id(4)] public List<PushDone>? Latest { get; set; }

    /// <summary>Accounts that are to be closed because the person left.</summary>
    [Id(5)] public List<Departure>? Leaving { get; set; }

    /// <summary>Unix milliseconds of the last help that nobody asked for by name.</summary>
    [Id(6)] public long HelpedAt { get; set; }

    /// <inheritdoc/>
    internal override IEnumerable<Effect> Derived()
    {
        if (Handled > 0)
        {
            yield return new Count(FollowerEffects.Counter, FollowerEffects.Pushes, Handled);
        }

        if (FollowedSince > 0)
        {
            yield return new Count(FollowerEffects.Counter, FollowerEffects.Followers, 1);
        }

        foreach (var departure in Leaving ?? [])
        {
            yield return FollowerEffects.Due(Id, departure);
        }
    }
}

/// <summary>A push that was handled: digest of its key, Unix milliseconds, and its answer.</summary>
[GenerateSerializer, OmitDefaultMemberValues, Immutable, Alias("eng.follower.done")]
public readonly record struct PushDone([property: Id(0)] ulong Key, [property: Id(1)] long At, [property: Id(2)] PushReply Reply);

/// <summary>An account to close, and the Unix milliseconds from which on.</summary>
[GenerateSerializer, Immutable, Alias("eng.follower.departure")]
public readonly record struct Departure([property: Id(0)] ParticipantId Person, [property: Id(1)] long Due);
