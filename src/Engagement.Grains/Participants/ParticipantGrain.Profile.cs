using Engagement.Contracts;
using Engagement.Grains.Moderation;
using Engagement.Grains.Roses;
using Engagement.Grains.Storage;

namespace Engagement.Grains.Participants;

public sealed partial class ParticipantGrain
{
    /// <summary>Characters of a display name, as a person counts them.</summary>
    public const int MaxName = 12;

    /// <inheritdoc/>
    public async Task<Receipt> Choose(CommandId command, ProfileChange change)
    {
        if (!Exists)
        {
            return Nothing(NoAccount);
        }

        if (change.District is { Length: > 0 } district && !catalogue.HasDistrict(district))
        {
            return new(Outcome.Invalid, "district");
        }

        if (change.Community is { Length: > 0 } community && (change.District is not { Length: > 0 } of || !catalogue.HasCommunity(of, community)))
        {
            return new(Outcome.Invalid, "community");
        }

        var (name, state, refusal) = Name(change.Name?.Trim());
        if (refusal is not null)
        {
            return refusal;
        }

        string?[] chosen = ["choose", change.Name, change.ShowName?.ToString(), change.District, change.Community, change.Reach?.ToString(), change.OnBoards?.ToString()];
        string?[] later = [.. change.Asked is null ? chosen : [.. chosen, "asked"], .. change.OnCourierBoard is { } listed ? [$"courier {listed}"] : Array.Empty<string?>(), .. change.OnHoursBoard is { } volunteers ? [$"hours {volunteers}"] : Array.Empty<string?>()];
        var content = Content.Of(later); // as before for what was sent before
        var outcome = Change(now => ParticipantRules.Choose(State, command, content, change, name, state, settings.At(now)));
        await CommitAsync();
        return new(outcome);
    }

    /// <inheritdoc/>
    public async Task<Receipt> Join(CommandId command, string code)
    {
        if (!Exists)
        {
            return Nothing(NoAccount);
        }

        if (catalogue.OrganisationOf(code) is not { } organisation)
        {
            return catalogue.CompanyOf(code) is null ? new(Outcome.Invalid, "code") : new(Outcome.NotEnrolled);
        }

        var outcome = Change(now => ParticipantRules.Join(State, command, Content.Of("join", organisation, null), organisation, settings.At(now)));
        await CommitAsync();
        return new(outcome);
    }

    /// <inheritdoc/>
    public async Task<Receipt> LeaveOrganisation(CommandId command)
    {
        if (!Exists)
        {
            return Nothing(NoAccount);
        }

        var outcome = Change(now => ParticipantRules.Join(State, command, Content.Of("leave", "organisation"), null, settings.At(now)));
        await CommitAsync();
        return new(outcome);
    }

    /// <inheritdoc/>
    public async Task<Receipt> Block(CommandId command, ParticipantId other, bool block, bool unseen)
    {
        if (!Exists)
        {
            return Nothing(NoAccount);
        }

        var (outcome, field) = Change(now => ParticipantRules.Block(State, command, other, block, unseen, settings.At(now)));
        await CommitAsync();
        return new(outcome, field);
    }

    /// <inheritdoc/>
    public async Task<Receipt> ReviewName(CommandId command, ParticipantId by, bool pass)
    {
        if (!Exists)
        {
            return Nothing(new Receipt(Outcome.NotFound));
        }

        var outcome = Change(now => ParticipantRules.ReviewName(State, command, by, pass, settings.At(now), Wake()));
        await CommitAsync();
        return new(outcome);
    }

    /// <inheritdoc/>
    public async Task<Receipt> Close(CommandId command)
    {
        if (!Exists)
        {
            return Nothing(NoAccount);
        }

        // The mapping goes first: whatever happens next, a returning person is a new participant.
        foreach (var identity in State.Identities?.ToArray() ?? [])
        {
            await grains.GetGrain<IIdentityGrain>(cell.GrainKey(identity)).Forget();
        }

        var outcome = Change(now => ParticipantRules.Close(State, settings.At(now)));
        await CommitAsync();
        return new(outcome);
    }

    private (byte[]? Name, TextState State, Receipt? Refusal) Name(string? name)
    {
        if (name is null)
        {
            return (null, TextState.Shown, null);
        }

        if (catalogue.IsPresetName(name))
        {
            return (keys.Seal(name, State.Salt), TextState.Shown, null);
        }

        if (MessageText.Validate(name, MaxName) != MessageTextError.None)
        {
            return (null, TextState.Shown, new(Outcome.Invalid, "name"));
        }

        return moderator.CheckName(name).Outcome switch
        {
            ModerationOutcome.Refuse => (null, TextState.Shown, new(Outcome.TextRefused, "name")),
            ModerationOutcome.Hold => (keys.Seal(name, State.Salt), TextState.Held, null),
            _ => (keys.Seal(name, State.Salt), TextState.Shown, null),
        };
    }
}
