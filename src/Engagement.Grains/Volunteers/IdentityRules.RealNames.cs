using Engagement.Contracts;
using Engagement.Grains.Agenda;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Notices;
using Engagement.Grains.Roses;
using Engagement.Grains.Storage;

namespace Engagement.Grains.Volunteers;

/// <summary>A real name as it was read, with what matches it.</summary>
/// <param name="Name">Canonical.</param>
/// <param name="Id">ID number.</param>
/// <param name="Key">HMAC of the number.</param>
/// <param name="NameKey">HMAC of the name.</param>
/// <param name="Consent">Version of the consent.</param>
internal sealed record ReadName(string Name, NationalId Id, RealNameKey Key, RealNameKey NameKey, int Consent)
{
    /// <summary>What a command with it asks for.</summary>
    public ulong Content(string kind) => Storage.Content.Of(kind, Key.ToString(), NameKey.ToString());

    /// <inheritdoc/>
    public override string ToString() => nameof(ReadName);
}

internal static partial class IdentityRules
{
    private const string Naming = "name", Claiming = "claim";

    /// <summary>Before the number's own record is asked: null to go on, else the answer. Counts the try.</summary>
    public static Outcome? TryName(VolunteerState volunteer, CommandId command, bool claims, ReadName name, AgeBand age, Moment moment)
    {
        if (Early(volunteer, command, name.Content(claims ? Claiming : Naming), moment) is { } early)
        {
            return early;
        }

        var real = BirthDay.Band(name.Id.Birth, ShanghaiDay.Of(moment.Now));
        if (volunteer.Registered == 0 || real == AgeBand.Under8)
        {
            return volunteer.Registered == 0 ? Outcome.LevelNeeded : Outcome.TooYoung;
        }

        if ((real == AgeBand.Under14 || age == AgeBand.Under14) && volunteer.Guardian is not { Word: GuardianConsent.Given })
        {
            return Outcome.GuardianNeeded; // below 14 all of it is sensitive, and the guardian's to give (PIPL Art. 31)
        }

        // Who has, or had, a number of their own claims none: so of two accounts only one can ever go on in the other.
        if (volunteer.Real is { } known && (claims || known is { Hidden: 0 } && known.Key != name.Key))
        {
            return Outcome.AlreadyDecided;
        }

        if (volunteer.Claim is { } waiting && waiting.Key != name.Key)
        {
            return Outcome.AlreadyClaimed; // one number at a time
        }

        if (volunteer.Tries.Next(ShanghaiDay.Of(moment.Now)) is not { } tries)
        {
            return Outcome.DailyLimit;
        }

        volunteer.Tries = tries;
        volunteer.Touch();
        return null;
    }

    /// <summary>The number is this account's: the real name is sealed and kept.</summary>
    public static Outcome Name(VolunteerState volunteer, CommandId command, ReadName name, Sealer sealer, Moment moment) =>
        Once(volunteer, command, name.Content(Naming), moment, () =>
        {
            if (volunteer.Real is { Hidden: 0 } known && known.Key != name.Key)
            {
                return Outcome.AlreadyDecided;
            }

            if (volunteer.Real is { } former && former.Key != name.Key)
            {
                volunteer.Follow(FreeName(volunteer, former, moment));
            }

            Follow(volunteer, () =>
            {
                volunteer.Real = Sealed(volunteer, name, sealer, moment);
                Born(volunteer, name.Id.Birth, sealer, moment);
                Consent(volunteer, ConsentPurpose.RealName, name.Consent, moment);
            });
            return Outcome.Done;
        });

    /// <summary>The consent is taken back.</summary>
    public static Outcome HideName(VolunteerState volunteer, CommandId command, Moment moment) =>
        Once(volunteer, command, Content.Of("hide"), moment, () =>
        {
            if (volunteer.Real is not { Hidden: 0 } real)
            {
                return Outcome.NotFound;
            }

            Follow(volunteer, () =>
            {
                volunteer.Real = real with { Hidden = moment.Milliseconds };
                EndConsent(volunteer, ConsentPurpose.RealName, moment);
            });
            return Outcome.Done;
        });

    /// <summary>Keeps what is claimed until it is decided.</summary>
    public static Outcome KeepClaim(VolunteerState volunteer, ReadName name, Sealer sealer, Moment moment)
    {
        if (volunteer.Level < IdentityLevel.Phone)
        {
            return Outcome.LevelNeeded; // closed or joined since the try
        }

        volunteer.Claim = Sealed(volunteer, name, sealer, moment) with { At = Math.Max(moment.Milliseconds, (volunteer.Claim?.At ?? 0) + 1) };
        Consent(volunteer, ConsentPurpose.RealName, name.Consent, moment);
        volunteer.Touch();
        return Outcome.Done;
    }

    /// <summary>What the number's record said to the claim.</summary>
    public static Outcome EndClaim(VolunteerState volunteer, CommandId command, ReadName name, Outcome answer, Moment moment)
    {
        if (answer == Outcome.Done)
        {
            return Once(volunteer, command, name.Content(Claiming), moment, () => Outcome.Done);
        }

        DropClaim(volunteer, name.Key, moment);
        return answer;
    }

    /// <summary>The claim that was kept at that instant was declined; a later one is not. The message is taken, so it happens once.</summary>
    public static void Refused(VolunteerState volunteer, string entry, RealNameKey key, long claimedAt, long wake, Moment moment) =>
        Message(volunteer, entry, () =>
        {
            if (volunteer.Claim?.At <= claimedAt)
            {
                Tell(volunteer, NoticeKind.IdentityDeclined, wake, moment);
                DropClaim(volunteer, key, moment);
            }
        });

    /// <summary>The number is this account's now, and so is everything that the other one did. The message is taken, so it happens once.</summary>
    /// <param name="volunteer">The record that goes on.</param>
    /// <param name="entry">The message.</param>
    /// <param name="from">The account that was joined; none when it was closed before.</param>
    /// <param name="key">The number.</param>
    /// <param name="birth">Birth date that the number says; null when the claim is not here any more.</param>
    /// <param name="sealer">Seals.</param>
    /// <param name="wake">When the person's notices are to be looked at; 0 for not at all.</param>
    /// <param name="moment">Now.</param>
    public static void Adopt(VolunteerState volunteer, string entry, ParticipantId from, RealNameKey key, int? birth, Sealer sealer, long wake, Moment moment) =>
        Message(volunteer, entry, () => Follow(volunteer, () =>
        {
            if (!from.IsNone && volunteer.MergedFrom?.Contains(from) != true)
            {
                (volunteer.MergedFrom ??= []).Add(from);
            }

            if (volunteer.Locked > 0 || volunteer.Claim is not { } claim || claim.Key != key)
            {
                volunteer.Follow(new Index(RoseEffects.Agenda, VolunteerEffects.Free(key, volunteer.Id, moment.Milliseconds), AgendaEntry.AtOnce));
                return; // closed meanwhile: the number must not stay with nobody
            }

            if (volunteer.Real is { } former && former.Key != key)
            {
                volunteer.Follow(FreeName(volunteer, former, moment));
            }

            (volunteer.Real, volunteer.Claim) = (claim, null);
            Tell(volunteer, NoticeKind.IdentityJoined, wake, moment);
            if (birth is { } day)
            {
                Born(volunteer, day, sealer, moment);
            }
        }));

    /// <summary>This account was joined with another one, which goes on. What it did stays here, and is found there. The message is taken, so it happens once.</summary>
    public static void Merge(VolunteerState volunteer, string entry, ParticipantId into, RealNameKey key, long wake, Moment moment) =>
        Message(volunteer, entry, () => Follow(volunteer, () =>
        {
            if (volunteer.MergedInto.IsNone)
            {
                // A number that it took or claimed since would be nobody's.
                volunteer.Follow([.. new[] { volunteer.Real, volunteer.Claim }.OfType<SealedName>().Where(name => name.Key != key).Select(name => FreeName(volunteer, name, moment))]);
                volunteer.MergedInto = into;
                Tell(volunteer, NoticeKind.IdentityPassed, wake, moment);
                (volunteer.Claim, volunteer.Teams, volunteer.Guardian, volunteer.Children) = (null, null, null, null);
                volunteer.Follow(Audit("volunteer.merged", volunteer, into, "", moment));
            }
        }));

    /// <summary>A member of staff looks at the name: written down before it is shown.</summary>
    public static Outcome Look(VolunteerState volunteer, CommandId command, LookAtRealName look, Moment moment) =>
        Once(volunteer, command, Content.Of("look", look.By.ToString(), look.As.ToString(), look.Scope, look.Reason), moment, () =>
        {
            if (volunteer.Level != IdentityLevel.RealName)
            {
                return Outcome.NotFound;
            }

            var looks = volunteer.Looks ??= [];
            looks.Add(new(moment.Milliseconds, look.By, look.As, look.Scope, look.Reason));
            if (looks.Count > VolunteerSelf.Kept)
            {
                looks.RemoveAt(0);
            }

            volunteer.LooksEver++;
            volunteer.Follow(Audit("realname.look", volunteer, look.By, look.Reason, moment));
            return Outcome.Done;
        });

    // Nobody is told of a closed account.
    private static void Tell(VolunteerState volunteer, NoticeKind kind, long wake, Moment moment)
    {
        if (volunteer.Locked > 0)
        {
            return;
        }

        var told = volunteer.Told ??= [];
        told.Add(new(kind, moment.Milliseconds));
        told.RemoveRange(0, Math.Max(0, told.Count - VolunteerState.ToldKept));
        volunteer.Follow([.. NoticeEffects.Wake(volunteer.Id, wake)]);
    }

    private static void DropClaim(VolunteerState volunteer, RealNameKey key, Moment moment)
    {
        if (volunteer.Claim is { } claim && claim.Key == key)
        {
            volunteer.Claim = null;
            if (volunteer.Real is null)
            {
                EndConsent(volunteer, ConsentPurpose.RealName, moment);
            }

            volunteer.Touch();
        }
    }

    private static SealedName Sealed(VolunteerState volunteer, ReadName name, Sealer sealer, Moment moment) => new()
    {
        Name = sealer.Seal(volunteer, name.Name), Number = sealer.Seal(volunteer, name.Id.Number), Key = name.Key, NameKey = name.NameKey, At = moment.Milliseconds,
    };

    private static Index FreeName(VolunteerState volunteer, SealedName name, Moment moment) =>
        new(RoseEffects.Agenda, VolunteerEffects.Free(name.Key, volunteer.Id, moment.Milliseconds), AgendaEntry.AtOnce);

    private static void Message(VolunteerState volunteer, string entry, Action act)
    {
        if (volunteer.IsTaking(RoseEffects.Agenda, entry))
        {
            return; // another call of this very step is under way; both wait for its commit
        }

        volunteer.Follow(new Take(RoseEffects.Agenda, entry));
        act();
    }
}
