using Engagement.Contracts;
using Engagement.Grains.Notices;
using Engagement.Grains.Roses;
using Engagement.Grains.Storage;

namespace Engagement.Grains.Volunteers;

public sealed partial class VolunteerState
{
    /// <summary>Volunteer number, in <see cref="VolunteerNumber"/>'s form; never made of an ID number. Null before registration.</summary>
    [Id(10)] public string? Number { get; set; }

    /// <summary>Unix milliseconds of the registration.</summary>
    [Id(11)] public long Registered { get; set; }

    /// <summary>Of this record alone, as it outlives the person's own: what the law asks to keep stays readable for whoever the law names.</summary>
    [Id(12)] public byte[] Salt { get; set; } = [];

    /// <summary>HMAC of the mobile number.</summary>
    [Id(13)] public PhoneKey Phone { get; set; }

    /// <summary>Who compared the number with one that they knew; null for nobody.</summary>
    [Id(14)] public PhoneConfirmation? PhoneConfirmed { get; set; }

    /// <summary>Birth date as a Shanghai day, sealed under <see cref="Salt"/>.</summary>
    [Id(15)] public byte[]? Birth { get; set; }

    /// <summary>The real name; null at lower levels.</summary>
    [Id(16)] public SealedName? Real { get; set; }

    /// <summary>The real name that this account claims from another; null for none.</summary>
    [Id(17)] public SealedName? Claim { get; set; }

    /// <summary>Who looked at the real name, oldest first; at most <see cref="VolunteerSelf.Kept"/>.</summary>
    [Id(18)] public List<RealNameLook>? Looks { get; set; }

    /// <summary>Looks ever.</summary>
    [Id(19)] public int LooksEver { get; set; }

    /// <summary>The guardian's word; null when nobody spoke.</summary>
    [Id(20)] public GuardianWord? Guardian { get; set; }

    /// <summary>Children below 8 in this account.</summary>
    [Id(21)] public List<SealedChild>? Children { get; set; }

    /// <summary>Teams, and requests to join.</summary>
    [Id(22)] public List<Membership>? Teams { get; set; }

    /// <summary>What they offer.</summary>
    [Id(23)] public VolunteerProfile? Profile { get; set; }

    /// <summary>The account that goes on for this person; none for almost everybody.</summary>
    [Id(24)] public ParticipantId MergedInto { get; set; }

    /// <summary>Accounts that were joined with this one.</summary>
    [Id(25)] public List<ParticipantId>? MergedFrom { get; set; }

    /// <summary>Unix milliseconds at which the account was closed: nothing is shown to anybody since.</summary>
    [Id(26)] public long Locked { get; set; }

    /// <summary>Unix milliseconds at which the age of somebody below 18 is looked at next, daily; 0 for adults. While it stands they are on no board of persons.</summary>
    [Id(27)] public long AgeDue { get; set; }

    /// <summary>Consents, oldest first: per purpose, version and time (PA-01). At most one standing for each purpose.</summary>
    [Id(28)] public List<VolunteerConsent>? Consents { get; set; }

    /// <summary>Tries of today: matching must not be guessed.</summary>
    [Id(29)] public DailyTries Tries { get; set; }

    /// <summary>What became of claims of an ID number, oldest first; at most <see cref="ToldKept"/>. The inbox reads it. Null for nothing.</summary>
    [Id(90)] public List<Matter>? Told { get; set; }

    /// <summary>Matters remembered.</summary>
    public const int ToldKept = 5;

    /// <summary>How long what the law asks to keep stays locked after the account was closed (GB/T 40143-2021, 5.2.2: ten years or more).</summary>
    public const int LegalYears = 10;

    /// <summary>Unix milliseconds at which the legal term of a closed account is over.</summary>
    internal long TermEnds => DateTimeOffset.FromUnixTimeMilliseconds(Locked).AddYears(LegalYears).ToUnixTimeMilliseconds();

    /// <summary>How well the person is known.</summary>
    public IdentityLevel Level => Locked > 0 || !MergedInto.IsNone || Registered == 0 ? IdentityLevel.WeChat
        : Real is { Hidden: 0 } ? IdentityLevel.RealName : IdentityLevel.Phone;

    /// <summary>What identity, age and teams stand for outside the record.</summary>
    internal IEnumerable<Effect> OfIdentity()
    {
        if (Locked > 0)
        {
            if (Salt.Length > 0)
            {
                yield return new Index(RoseEffects.Agenda, VolunteerEffects.Term(Id), TermEnds);
            }

            yield break;
        }

        if (AgeDue > 0)
        {
            yield return new Index(VolunteerEffects.Minors, VolunteerEffects.Member(Id), 0);
            yield return new Index(RoseEffects.Agenda, VolunteerEffects.Age(Id), AgeDue);
        }

        if (Number is null || !MergedInto.IsNone)
        {
            yield break;
        }

        yield return new Index(VolunteerEffects.All, VolunteerEffects.Numbered(Number, Id), 0);
        if (Real is { Hidden: 0 } real)
        {
            yield return new Index(VolunteerEffects.Names, VolunteerEffects.Named(real.NameKey, Id), 0);
        }

        if (Guardian is { Word: GuardianConsent.Given } guardian)
        {
            yield return new Index(VolunteerEffects.Wards(guardian.By), VolunteerEffects.Member(Id), guardian.At);
        }

        foreach (var (team, since, admitted) in Teams ?? [])
        {
            yield return new Index(admitted ? VolunteerEffects.Members(team) : VolunteerEffects.Asking(team), VolunteerEffects.Member(Id), since);
            if (admitted)
            {
                yield return new Count(VolunteerEffects.TeamSizes, team, 1);
            }
        }
    }
}
