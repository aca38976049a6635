using System.Globalization;
using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Moderation;
using Engagement.Grains.Roses;
using Engagement.Grains.Storage;

namespace Engagement.Grains.Volunteers;

public sealed partial class VolunteerGrain
{
    private static readonly Receipt NoVolunteer = new(Outcome.LevelNeeded);
    private Sealer? _sealer;

    private Sealer Sealer => _sealer ??= new(keys, Me);

    // Recomputed at every look from the sealed birth date: no stored age grows stale.
    private int? YearsNow => Sealer.Birth(State) is { } birth ? BirthDay.Age(birth, ShanghaiDay.Of(Clock.UtcNow)) : null;

    private AgeBand AgeNow => YearsNow is { } years ? BirthDay.BandOf(years) : AgeBand.Unknown;

    /// <inheritdoc/>
    public async Task<VolunteerSelf> Self()
    {
        var asks = State.Real is { } real && State.MergedInto.IsNone && (await grains.RealName(real.Key).Card()) is { } card && card.Owner == Me && !card.Claimant.IsNone;
        var day = ShanghaiDay.Of(Clock.UtcNow);
        var self = State.Locked > 0
            ? new VolunteerSelf(CardNow(), null, 0, new(), null, [], 0, default, [], [], false, false, [])
            : new VolunteerSelf(CardNow(), State.Number, State.Registered, State.Profile ?? new(), MaskedNow(),
                [.. (State.Looks ?? []).AsEnumerable().Reverse()], State.LooksEver, State.Guardian?.By ?? default,
                [.. (State.Children ?? []).Select(child => new ChildView(child.Number, Sealer.Open(State, child.Name), BirthDay.Age(Sealer.Day(State, child.Birth), day)))],
                [.. State.Teams ?? []], asks, State.Claim is not null, [.. State.MergedFrom ?? []]);
        await TrueAsync();
        return Exists ? self : Nothing(self);
    }

    /// <inheritdoc/>
    public async Task<Receipt> Register(CommandId command, RegisterVolunteer register)
    {
        var fault = register.Phone.IsNone ? "phone"
            : !BirthDay.Is(register.Birth, ShanghaiDay.Of(Clock.UtcNow)) ? "birth"
            : register.Consent < 1 ? "consent"
            : Fault(register.Profile);
        if (fault is not null)
        {
            await DurableAsync();
            return new(Outcome.Invalid, fault);
        }

        if (!await grains.Participant(Me).IsOpen())
        {
            await DurableAsync();
            return new(Outcome.SignInRequired);
        }

        return await Act(moment => IdentityRules.Register(State, command, register, Sealer, moment));
    }

    /// <inheritdoc/>
    public async Task<Receipt> Describe(CommandId command, VolunteerProfile profile) => Fault(profile) is { } fault
        ? await Refuse(new(Outcome.Invalid, fault))
        : await Known(NoVolunteer, moment => IdentityRules.Describe(State, command, profile, moment));

    /// <inheritdoc/>
    public Task<Receipt> ConfirmPhone(CommandId command, ParticipantId by, string scope, PhoneKey phone) =>
        Known(new(Outcome.NotFound), moment => IdentityRules.ConfirmPhone(State, command, by, scope, phone, moment));

    /// <inheritdoc/>
    public async Task<Receipt> AddChild(CommandId command, AddChild child)
    {
        var today = ShanghaiDay.Of(Clock.UtcNow);
        var fault = MessageText.Validate(child.Name, 12) != MessageTextError.None ? "name"
            : !BirthDay.Is(child.Birth, today) || BirthDay.Band(child.Birth, today) != AgeBand.Under8 ? "birth"
            : null;
        return fault is not null
            ? await Refuse(new(Outcome.Invalid, fault))
            : await Known(NoVolunteer, moment => IdentityRules.AddChild(State, command, child, AgeNow, Sealer, moment));
    }

    /// <inheritdoc/>
    public Task<Receipt> RemoveChild(CommandId command, int number) =>
        Known(NoVolunteer, moment => IdentityRules.RemoveChild(State, command, number, moment));

    /// <inheritdoc/>
    public async Task Lock()
    {
        if (!Exists)
        {
            Nothing(true);
            return;
        }

        Change(now =>
        {
            IdentityRules.Lock(State, settings.At(now));
            return true;
        });
        await CommitAsync();
    }

    private VolunteerCard CardNow() => new(State.Level, State.Locked > 0 ? new() : State.Hours, YearsNow, Absent, State.Guardian?.Word ?? GuardianConsent.None, State.PhoneConfirmed is not null, State.MergedInto);

    private MaskedName? MaskedNow() => State.Level == IdentityLevel.RealName && State.Real is { } real
        ? new(RealNameText.Masked(Sealer.Open(State, real.Name)), Open(real).Masked, real.At)
        : null;

    private NationalId Open(SealedName name) => NationalId.Read(Sealer.Open(State, name.Number), int.MaxValue) ?? default;

    private string? Fault(VolunteerProfile profile) =>
        profile.District is { } district && !catalogue.HasDistrict(district) ? "district"
        : profile.Skills is { } skills && (skills.Count > VolunteerSkills.Most || skills.Any(skill => !VolunteerSkills.All.Contains(skill))) ? "skills"
        : profile.Services is { } services && (services.Count > VolunteerSkills.Most || services.Any(service => service.Length is < 1 or > 40)) ? "services"
        : null;

    // The agenda's steps of identity; null for entries that are somebody else's.
    private async Task<Action<DateTimeOffset>?> IdentityStep(string entry)
    {
        switch (entry.Split(':'))
        {
            case ["volunteer", _, "age"]:
                return now => IdentityRules.LookAtAge(State, Sealer.Birth(State), settings.At(now));
            case ["volunteer", _, "term"]:
                return now => IdentityRules.EndTerm(State, settings.At(now));
            case [VolunteerEffects.ResealKind, _]:
                return _ => IdentityRules.Reseal(State, entry, Sealer);
            case [VolunteerEffects.RefusedKind, _, var id, var at] when RealNameKey.TryParse(id, out var key) && long.TryParse(at, CultureInfo.InvariantCulture, out var claimedAt):
                var claimant = await Told();
                return now => IdentityRules.Refused(State, entry, key, claimedAt, claimant.Wake, settings.At(now));
            case [VolunteerEffects.AdoptKind, _, var id, var name] when VolunteerEffects.TryFrom(id, out var from) && RealNameKey.TryParse(name, out var key):
                var adopting = await Told();
                return now => IdentityRules.Adopt(State, entry, from, key, State.Claim is { } claim ? Open(claim).Birth : null, Sealer, adopting.Wake, settings.At(now));
            case [VolunteerEffects.MergedKind, _, var id, var name] when ParticipantId.TryParse(id, out var into) && RealNameKey.TryParse(name, out var key):
                var former = await Told();
                return now => IdentityRules.Merge(State, entry, into, key, former.Wake, settings.At(now));
            case [VolunteerEffects.UnguardKind, _, _]:
                foreach (var feature in cancelling)
                {
                    await feature.Cancel(Me);
                }

                return _ => IdentityRules.Unguarded(State, entry);
            default:
                return null;
        }
    }

    private async Task<Receipt> Act(Func<Moment, Outcome> turn)
    {
        var outcome = Change(now => turn(settings.At(now)));
        await CommitAsync();
        return new(outcome);
    }

    private async Task<Receipt> Known(Receipt nothing, Func<Moment, Outcome> turn) => Exists ? await Act(turn) : Nothing(nothing);

    private async Task<Receipt> Refuse(Receipt receipt)
    {
        await DurableAsync();
        return receipt;
    }
}
