using Engagement.Contracts;

namespace Engagement.Grains.Volunteers;

public sealed partial class VolunteerGrain
{
    private int Word => State.Guardian?.Number ?? 0;

    private bool AsksGuardian => State.Level >= IdentityLevel.Phone && AgeNow is AgeBand.Under14 or AgeBand.Under18;

    /// <inheritdoc/>
    public async Task<string?> GuardianCode()
    {
        var code = AsksGuardian ? keys.GuardianCode(Me, Word) : null;
        await DurableAsync();
        return Exists ? code : Nothing<string?>(null);
    }

    /// <inheritdoc/>
    public async Task<bool> IsGuardianCode(string code)
    {
        var known = AsksGuardian && keys.IsGuardianCode(Me, Word, code);
        await DurableAsync();
        return Exists ? known : Nothing(false);
    }

    /// <inheritdoc/>
    public async Task<Receipt> Guard(CommandId command, ParticipantId guardian, string code)
    {
        if (!Exists)
        {
            return Nothing(new Receipt(Outcome.NotFound));
        }

        if (guardian == Me)
        {
            return await Refuse(new(Outcome.Forbidden));
        }

        var card = await grains.Volunteer(guardian).Card();
        return card is { Level: IdentityLevel.RealName, Band: AgeBand.Adult }
            ? await Act(moment => IdentityRules.Guard(State, command, guardian, keys.IsGuardianCode(Me, Word, code), AgeNow, moment))
            : await Refuse(new(Outcome.LevelNeeded));
    }

    /// <inheritdoc/>
    public Task<Receipt> Unguard(CommandId command, ParticipantId guardian) =>
        Known(new(Outcome.NotFound), moment => IdentityRules.Unguard(State, command, guardian, moment));

    /// <inheritdoc/>
    public async Task<WardView?> AsWard(ParticipantId guardian)
    {
        var age = AgeNow;
        var view = State is { Locked: 0, Number: { } number, Guardian: { Word: GuardianConsent.Given } given } && State.MergedInto.IsNone && given.By == guardian && age != AgeBand.Adult
            ? new WardView(Me, number, CardNow(), MaskedNow()?.Name, State.Profile ?? new(), [.. State.Teams ?? []], given.At)
            : null;
        await DurableAsync();
        return Exists ? view : Nothing<WardView?>(null);
    }
}
