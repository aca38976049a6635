using Engagement.Contracts;
using Engagement.Grains.Acts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Roses;
using Engagement.Grains.Storage;

namespace Engagement.Grains.Volunteers;

/// <summary>The rules of who a volunteer is: registration, ages, the record's life. Pure and synchronous.</summary>
internal static partial class IdentityRules
{
    /// <summary>A registration below 14 that no guardian answered is dropped after this (PIPL Art. 31: their consent comes first).</summary>
    public static readonly TimeSpan GuardianPatience = TimeSpan.FromDays(30);

    /// <summary>Becomes a volunteer, or corrects number and birth date.</summary>
    public static Outcome Register(VolunteerState volunteer, CommandId command, RegisterVolunteer register, Sealer sealer, Moment moment)
    {
        var content = Content.Of(["register", register.Phone.ToString(), sealer.Digest(register.Birth), .. ContentOf(register.Profile)]);
        return Once(volunteer, command, content, moment, () =>
        {
            if (BirthDay.Band(register.Birth, ShanghaiDay.Of(moment.Now)) == AgeBand.Under8)
            {
                return Outcome.TooYoung;
            }

            Follow(volunteer, () =>
            {
                (volunteer.Id, volunteer.Salt) = (sealer.Volunteer, Sealer.SaltOf(volunteer));
                (volunteer.Number, volunteer.Registered) = (sealer.Number, volunteer.Registered == 0 ? moment.Milliseconds : volunteer.Registered);
                if (volunteer.Phone != register.Phone)
                {
                    (volunteer.Phone, volunteer.PhoneConfirmed) = (register.Phone, null);
                }

                volunteer.Profile = register.Profile;
                Consent(volunteer, ConsentPurpose.Volunteering, register.Consent, moment);
                if (volunteer.Real is null) // else the ID number says when
                {
                    Born(volunteer, register.Birth, sealer, moment);
                }
            });
            return Outcome.Done;
        });
    }

    /// <summary>Changes what the volunteer offers.</summary>
    public static Outcome Describe(VolunteerState volunteer, CommandId command, VolunteerProfile profile, Moment moment) =>
        Once(volunteer, command, Content.Of(["describe", .. ContentOf(profile)]), moment, () =>
        {
            if (volunteer.Registered == 0)
            {
                return Outcome.LevelNeeded;
            }

            volunteer.Profile = profile;
            return Outcome.Done;
        });

    /// <summary>A steward compared the number.</summary>
    public static Outcome ConfirmPhone(VolunteerState volunteer, CommandId command, ParticipantId by, string scope, PhoneKey phone, Moment moment) =>
        Once(volunteer, command, Content.Of("phone", by.ToString(), scope, phone.ToString()), moment, () =>
        {
            if (volunteer.Tries.Next(ShanghaiDay.Of(moment.Now)) is not { } tries)
            {
                return Outcome.DailyLimit;
            }

            volunteer.Tries = tries;
            volunteer.Touch();
            if (volunteer.Phone.IsNone || volunteer.Phone != phone)
            {
                return Outcome.NotFound;
            }

            volunteer.PhoneConfirmed = new(by, scope, moment.Milliseconds);
            volunteer.Follow(Audit("volunteer.phone", volunteer, by, scope, moment));
            return Outcome.Done;
        });

    /// <summary>The daily look at a minor's age.</summary>
    public static void LookAtAge(VolunteerState volunteer, int? birth, Moment moment)
    {
        if (volunteer.AgeDue == 0 || volunteer.AgeDue > moment.Milliseconds || volunteer.Locked > 0)
        {
            return;
        }

        var band = birth is { } day ? BirthDay.Band(day, ShanghaiDay.Of(moment.Now)) : AgeBand.Unknown;
        Follow(volunteer, () =>
        {
            volunteer.AgeDue = band == AgeBand.Adult ? 0 : NextLook(moment);
            if (band == AgeBand.Under14 && volunteer.Guardian is null && volunteer.MergedInto.IsNone && moment.Now - DateTimeOffset.FromUnixTimeMilliseconds(volunteer.Registered) > GuardianPatience)
            {
                Empty(volunteer, moment);
                (volunteer.Number, volunteer.Registered, volunteer.Salt, volunteer.Real, volunteer.Birth, volunteer.Consents, volunteer.AgeDue) = (null, 0, [], null, null, null, 0);
            }
        });
    }

    /// <summary>The account was closed: what the law asks to keep is locked, all else goes. Of who never served there is nothing to keep.</summary>
    public static void Lock(VolunteerState volunteer, Moment moment)
    {
        if (volunteer.Locked > 0)
        {
            return;
        }

        Follow(volunteer, () =>
        {
            Empty(volunteer, moment);
            (volunteer.Locked, volunteer.AgeDue) = (moment.Milliseconds, 0);
            if (volunteer is { Hours.Entries: 0, MergedFrom: null or { Count: 0 } })
            {
                Unname(volunteer);
            }
        });
    }

    /// <summary>The legal term is over: nobody can open the name any more.</summary>
    public static void EndTerm(VolunteerState volunteer, Moment moment)
    {
        if (volunteer.Locked > 0 && volunteer.TermEnds <= moment.Milliseconds)
        {
            Follow(volunteer, () => Unname(volunteer));
        }
    }

    /// <summary>Seals what an older key sealed.</summary>
    public static void Reseal(VolunteerState volunteer, string entry, Sealer sealer)
    {
        if (volunteer.IsTaking(RoseEffects.Agenda, entry))
        {
            return;
        }

        volunteer.Follow(new Take(RoseEffects.Agenda, entry));
        SealedName? Again(SealedName? name) => name is null ? null : name with { Name = sealer.Again(volunteer, name.Name), Number = sealer.Again(volunteer, name.Number) };
        (volunteer.Real, volunteer.Claim) = (Again(volunteer.Real), Again(volunteer.Claim));
        volunteer.Birth = volunteer.Birth is { } birth ? sealer.Again(volunteer, birth) : null;
        volunteer.Children = volunteer.Children?.ConvertAll(child => child with { Name = sealer.Again(volunteer, child.Name), Birth = sealer.Again(volunteer, child.Birth) });
    }

    /// <summary>Every box that the record holds.</summary>
    public static IEnumerable<byte[]> Boxes(VolunteerState volunteer) =>
        [
            .. new[] { volunteer.Real, volunteer.Claim }.OfType<SealedName>().SelectMany(name => new[] { name.Name, name.Number }),
            .. volunteer.Birth is { } birth ? [birth] : Array.Empty<byte[]>(),
            .. (volunteer.Children ?? []).SelectMany(child => new[] { child.Name, child.Birth }),
        ];

    private static void Born(VolunteerState volunteer, int birth, Sealer sealer, Moment moment)
    {
        volunteer.Birth = sealer.Seal(volunteer, birth);
        volunteer.AgeDue = BirthDay.Band(birth, ShanghaiDay.Of(moment.Now)) == AgeBand.Adult ? 0 : NextLook(moment);
    }

    // Nothing says any more who this was.
    private static void Unname(VolunteerState volunteer) => (volunteer.Salt, volunteer.Real, volunteer.Birth, volunteer.Consents) = ([], null, null, null);

    // The numbers are free for whoever is this person next.
    private static void Empty(VolunteerState volunteer, Moment moment)
    {
        volunteer.Follow([.. new[] { volunteer.Real, volunteer.Claim }.OfType<SealedName>().Select(name => FreeName(volunteer, name, moment))]);
        (volunteer.Phone, volunteer.PhoneConfirmed, volunteer.Claim, volunteer.Looks, volunteer.LooksEver) = (default, null, null, null, 0);
        (volunteer.Guardian, volunteer.Children, volunteer.Teams, volunteer.Profile, volunteer.Commands) = (null, null, null, null, new());
    }

    private static void Consent(VolunteerState volunteer, ConsentPurpose purpose, int version, Moment moment)
    {
        if (volunteer.Consents?.Exists(given => given.Purpose == purpose && given.Version == version && given.Until == 0) != true)
        {
            EndConsent(volunteer, purpose, moment);
            (volunteer.Consents ??= []).Add(new(purpose, version, moment.Milliseconds, 0));
        }
    }

    // The latest that stands gets its end; of those that ended, the latest of each purpose is kept.
    private static void EndConsent(VolunteerState volunteer, ConsentPurpose purpose, Moment moment)
    {
        var standing = volunteer.Consents?.FindIndex(given => given.Purpose == purpose && given.Until == 0) ?? -1;
        if (standing >= 0)
        {
            volunteer.Consents!.RemoveAll(given => given.Purpose == purpose && given.Until > 0);
            standing = volunteer.Consents.FindIndex(given => given.Purpose == purpose);
            volunteer.Consents[standing] = volunteer.Consents[standing] with { Until = moment.Milliseconds };
        }
    }

    private static long NextLook(Moment moment) => ShanghaiDay.End(ShanghaiDay.Of(moment.Now)).ToUnixTimeMilliseconds();

    private static string?[] ContentOf(VolunteerProfile profile) =>
        [profile.District, string.Join(',', profile.Skills ?? []), string.Join(',', profile.Services ?? [])];

    // Closed, joined and repeated commands are answered before any rule is asked; null for a new one.
    private static Outcome? Early(VolunteerState volunteer, CommandId command, ulong content, Moment moment) =>
        volunteer.Locked > 0 ? Outcome.SignInRequired
        : !volunteer.MergedInto.IsNone ? Outcome.Forbidden
        : volunteer.Commands.Seen(command, content, moment.Real)?.Outcome;

    private static Outcome Once(VolunteerState volunteer, CommandId command, ulong content, Moment moment, Func<Outcome> act)
    {
        if (Early(volunteer, command, content, moment) is { } early)
        {
            return early;
        }

        var outcome = act();
        if (outcome == Outcome.Done)
        {
            volunteer.Commands.Keep(command, content, 0, moment.Real);
            volunteer.Touch();
        }

        return outcome;
    }

    // Effects are what changed of what the record stands for (ledger.md 13).
    private static void Follow(VolunteerState volunteer, Action change)
    {
        var before = volunteer.OfIdentity().ToArray();
        change();
        volunteer.Follow([.. ActEffects.Between(before, [.. volunteer.OfIdentity()])]);
    }

    private static Append Audit(string act, VolunteerState volunteer, ParticipantId by, string reason, Moment moment) =>
        new("audit", AuditEntry.Of(moment.Now, act, volunteer.Id.ToString(), by, reason));
}
