using Engagement.Contracts;
using Engagement.Grains.Campaigns;

namespace Engagement.Grains.Volunteers;

public sealed partial class VolunteerGrain
{
    /// <inheritdoc/>
    public async Task<Receipt> GiveRealName(CommandId command, RealName real)
    {
        if (Read(real, out var fault) is not { } name)
        {
            return await Refuse(new(Outcome.Invalid, fault));
        }

        if (await Try(command, claims: false, name) is { } early)
        {
            return early;
        }

        var taken = await grains.RealName(name.Key).Take(Me, name.NameKey);
        return taken == Outcome.Done ? await Act(moment => IdentityRules.Name(State, command, name, Sealer, moment)) : await Refuse(new(taken));
    }

    /// <inheritdoc/>
    public Task<Receipt> HideRealName(CommandId command) => Known(NoVolunteer, moment => IdentityRules.HideName(State, command, moment));

    /// <inheritdoc/>
    public async Task<Receipt> ClaimIdentity(CommandId command, RealName real)
    {
        if (Read(real, out var fault) is not { } name)
        {
            return await Refuse(new(Outcome.Invalid, fault));
        }

        if (await Try(command, claims: true, name) is { } early)
        {
            return early;
        }

        if ((await grains.RealName(name.Key).Card()).Claimant == Me)
        {
            return await Act(moment => IdentityRules.EndClaim(State, command, name, Outcome.Done, moment)); // it waits already, as it was sealed then
        }

        // Sealed here first: the answer may come before the next line.
        long at = 0;
        var kept = await Act(moment =>
        {
            var outcome = IdentityRules.KeepClaim(State, name, Sealer, moment);
            at = State.Claim?.At ?? 0;
            return outcome;
        });
        if (kept.Outcome != Outcome.Done)
        {
            return kept;
        }

        var answer = await grains.RealName(name.Key).Claim(command, Me, name.NameKey, at);
        return await Act(moment => IdentityRules.EndClaim(State, command, name, answer, moment));
    }

    /// <inheritdoc/>
    public async Task<Receipt> AnswerClaim(CommandId command, bool join)
    {
        if (State.Real is not { } real)
        {
            return Exists ? await Refuse(new(Outcome.NotFound)) : Nothing(new Receipt(Outcome.NotFound));
        }

        return await Refuse(new(await grains.RealName(real.Key).Answer(command, Me, join)));
    }

    /// <inheritdoc/>
    public async Task<UnmaskedName> Unmask(CommandId command, LookAtRealName look)
    {
        if (!Exists)
        {
            return Nothing(new UnmaskedName(Outcome.NotFound));
        }

        if (look.Reason.Trim().Length is < 1 or > 200)
        {
            await DurableAsync();
            return new(Outcome.Invalid);
        }

        var (outcome, real) = Change(now => (IdentityRules.Look(State, command, look, settings.At(now)), State.Real));
        await CommitAsync();
        return outcome == Outcome.Done && real is not null && State.Level == IdentityLevel.RealName
            ? new(outcome, Sealer.Open(State, real.Name), Sealer.Open(State, real.Number))
            : new(outcome == Outcome.Done ? Outcome.NotFound : outcome);
    }

    private async Task<Receipt?> Try(CommandId command, bool claims, ReadName name)
    {
        if (!Exists)
        {
            return Nothing(NoVolunteer);
        }

        var early = Change(now => IdentityRules.TryName(State, command, claims, name, AgeNow, settings.At(now)));
        await CommitAsync();
        return early is { } answer ? new(answer) : null;
    }

    private ReadName? Read(RealName real, out string? fault)
    {
        var (name, id) = (RealNameText.Read(real.Name), NationalId.Read(real.Number, ShanghaiDay.Of(Clock.UtcNow)));
        fault = name is null ? "name" : id is null ? "number" : real.Consent < 1 ? "consent" : null;
        return fault is null ? new(name!, id!.Value, keys.IdNumber(id.Value), keys.NameOf(name!), real.Consent) : null;
    }
}
