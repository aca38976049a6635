using Engagement.Contracts;
using Engagement.Grains.Roses;
using Engagement.Grains.Storage;

namespace Engagement.Grains.WeChat;

/// <summary>What a push does to a follower's record.</summary>
internal static class FollowerRules
{
    /// <summary>
    /// How long an answer is kept: WeChat's retries come within 20 seconds; whoever captured a signed push could play it again
    /// while its timestamp is inside the window, at most ten minutes on either side of now.
    /// </summary>
    public static readonly TimeSpan Horizon = TimeSpan.FromMinutes(25);

    /// <summary>Pushes kept. A person who sends more within the horizon is acknowledged and not answered.</summary>
    public const int Most = 64;

    /// <summary>Help that nobody asked for by name comes once in this time: an answer, no spam.</summary>
    public static readonly TimeSpan HelpEvery = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan Behind = TimeSpan.FromMinutes(1);

    /// <summary>The answer that this push got; null when it is new.</summary>
    public static PushReply? Seen(FollowerState follower, ulong key)
    {
        foreach (var done in follower.Latest ?? [])
        {
            if (done.Key == key)
            {
                return done.Reply;
            }
        }

        return null;
    }

    /// <summary>Handles a push.</summary>
    /// <param name="follower">The record.</param>
    /// <param name="id">Its id.</param>
    /// <param name="key">Digest of the push's key.</param>
    /// <param name="push">The push.</param>
    /// <param name="reply">What it is answered with when it is new.</param>
    /// <param name="leaving">The account that must go because of it; default for none.</param>
    /// <param name="now">This instant.</param>
    public static PushReply Receive(FollowerState follower, string id, ulong key, Push push, PushReply reply, ParticipantId leaving, DateTimeOffset now)
    {
        if (Seen(follower, key) is { } before)
        {
            return before;
        }

        var at = now.ToUnixTimeMilliseconds();
        follower.Latest?.RemoveAll(done => done.At < at - (long)Horizon.TotalMilliseconds);
        var asks = push.Kind is PushKind.Ask or PushKind.Scan or PushKind.Unknown;
        if (follower.Latest?.Count >= Most)
        {
            if (asks)
            {
                return PushReply.Silent; // and not remembered: nothing was done
            }

            follower.Latest.RemoveAt(0); // whether they follow, what they allow and what must go is never passed over
        }

        if (push.Kind == PushKind.Unknown)
        {
            reply = at - follower.HelpedAt < HelpEvery.TotalMilliseconds ? PushReply.Silent : reply;
            follower.HelpedAt = reply.Kind == ReplyKind.None ? follower.HelpedAt : at;
        }

        follower.Id = id;
        follower.Handled++;
        (follower.Latest ??= []).Add(new(key, at, reply));
        follower.Follow(new Count(FollowerEffects.Counter, FollowerEffects.Pushes, 1));
        Settle(follower, push);
        Leave(follower, leaving, at);
        return reply;
    }

    /// <summary>Takes in WeChat's answer to a question, if nothing was known.</summary>
    /// <param name="follower">The record.</param>
    /// <param name="id">Its id.</param>
    /// <param name="since">Unix seconds since which they follow, by WeChat's clock; 0 when they don't.</param>
    /// <param name="now">This instant.</param>
    public static void Learn(FollowerState follower, string id, long since, DateTimeOffset now)
    {
        if (follower.ChangedAt > 0)
        {
            return;
        }

        // An event that happens from now on must count as newer, also when WeChat's clock is behind ours.
        (follower.Id, follower.FollowedSince, follower.ChangedAt) = (id, since, since > 0 ? since : now.Subtract(Behind).ToUnixTimeSeconds());
        if (since > 0)
        {
            follower.Follow(new Count(FollowerEffects.Counter, FollowerEffects.Followers, 1));
        }
        else
        {
            follower.Touch();
        }
    }

    /// <summary>The account is closed.</summary>
    public static void Left(FollowerState follower, ParticipantId person)
    {
        follower.Leaving!.RemoveAll(departure => departure.Person == person);
        follower.Follow(new Take(RoseEffects.Agenda, FollowerEffects.Leave(follower.Id, person)));
    }

    // Events may overtake one another: the newest by WeChat's time says whether the person follows.
    private static void Settle(FollowerState follower, Push push)
    {
        bool? follows = push.Kind switch
        {
            PushKind.Follow or PushKind.Scan or PushKind.Ask or PushKind.Unknown => true, // only a follower can send them
            PushKind.Unfollow => false,
            _ => null,
        };
        if (follows is not { } now || push.At < follower.ChangedAt || push.At == follower.ChangedAt && push.Kind is not (PushKind.Follow or PushKind.Unfollow))
        {
            return;
        }

        var before = follower.FollowedSince > 0;
        follower.ChangedAt = push.At;
        if (before != now)
        {
            follower.FollowedSince = now ? push.At : 0;
            follower.Follow(new Count(FollowerEffects.Counter, FollowerEffects.Followers, now ? 1 : -1));
        }
    }

    private static void Leave(FollowerState follower, ParticipantId person, long at)
    {
        if (person.IsNone || follower.Leaving?.Exists(departure => departure.Person == person) == true)
        {
            return;
        }

        var departure = new Departure(person, at);
        (follower.Leaving ??= []).Add(departure);
        follower.Follow(FollowerEffects.Due(follower.Id, departure));
    }
}
