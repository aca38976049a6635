using Engagement.Contracts;
using Engagement.Grains.Moderation;
using Engagement.Grains.Storage;
using Engagement.Grains.Volunteers;
using Orleans.Concurrency;

namespace Engagement.Grains.Stars;

/// <inheritdoc cref="IStarGrain"/>
[Reentrant, CollectionAgeLimit(Minutes = 5)]
internal sealed class StarGrain(
    [PersistentState(StarState.Kind, LedgerStorage.Name)] IPersistentState<StarState> star,
    StarSettings settings, StarBook book, StarReader stars, Cell cell, CellKeys keys, CellGrains grains) : LedgerGrain<StarState>(star, settings.Clock), IStarGrain
{
    private static readonly Receipt None = new(Outcome.NotFound);

    private ParticipantId Me => ParticipantId.TryParse(cell.IdOf(this.GetPrimaryKeyString()), out var me) ? me : default;

    /// <inheritdoc/>
    public async Task<Receipt> Apply(CommandId command, ApplyForStar application)
    {
        var facts = await book.Facts(Me, look: false);
        return await Done(Change(now => StarRules.Apply(State, Me, command, application, facts, settings.Options, settings.At(now))));
    }

    /// <inheritdoc/>
    public Task<Receipt> Withdraw(CommandId command) => Exists ? Done(Change(now => StarRules.Withdraw(State, command, settings.At(now)))) : Task.FromResult(Nothing(None));

    /// <inheritdoc/>
    public async Task<Receipt> Review(CommandId command, ParticipantId by, bool approve, StarRefusal reason)
    {
        if (approve != (reason == StarRefusal.None) || !Enum.IsDefined(reason) || reason > StarRefusal.NotMet)
        {
            return await Refuse("reason");
        }

        var (facts, reviews, wake) = (await book.Facts(Me, look: approve), await May(by), await Wake());
        return Exists
            ? await Done(Change(now => StarRules.Telling(State, wake,
                () => StarRules.Review(State, command, by, reviews, reason, facts, settings.NoticeEnds(now), settings.Options, settings.At(now)))))
            : Nothing(None);
    }

    /// <inheritdoc/>
    public async Task<Receipt> Object(CommandId command, ParticipantId by, ObjectToStar objection)
    {
        if (!Enum.IsDefined(objection.Reason) || objection.Reason == StarObjectionReason.None)
        {
            return await Refuse("reason");
        }

        if (objection.Note is { } text && MessageText.Validate(text) != MessageTextError.None)
        {
            return await Refuse("note");
        }

        if ((await grains.Participant(by).Writer()).Salt is not { Length: > 0 } salt)
        {
            await DurableAsync();
            return new(Outcome.SignInRequired);
        }

        var note = objection.Note is null ? null : keys.Seal(objection.Note, salt);
        return Exists ? await Done(Change(now => StarRules.Object(State, command, by, objection.Reason, note, settings.At(now)))) : Nothing(None);
    }

    /// <inheritdoc/>
    public async Task<Receipt> Answer(CommandId command, ParticipantId by, int objection, bool right)
    {
        var (reviews, wake) = (await May(by), await Wake());
        return Exists
            ? await Done(Change(now => StarRules.Telling(State, wake, () => StarRules.Answer(State, command, by, reviews, objection, right, settings.At(now)))))
            : Nothing(None);
    }

    /// <inheritdoc/>
    public async Task<Receipt> Bar(CommandId command, ParticipantId by, int years, StarBarReason reason)
    {
        if (years is < StarRules.Bars.Least or > StarRules.Bars.Most || !Enum.IsDefined(reason) || reason == StarBarReason.None)
        {
            return await Refuse(reason == StarBarReason.None || !Enum.IsDefined(reason) ? "reason" : "years");
        }

        var facts = await book.Facts(Me, look: false);
        if (facts.Level == IdentityLevel.WeChat)
        {
            await DurableAsync();
            return Exists ? None : Nothing(None); // nobody who could apply
        }

        var reviews = (await grains.Participant(by).Self()).Profile?.May(Role.HoursReviewer, facts.District ?? "") == true;
        var wake = await Wake();
        return await Done(Change(now => StarRules.Telling(State, wake, () => StarRules.Bars.Set(State, Me, command, by, reviews, years, reason, facts.District, settings.At(now)))));
    }

    /// <inheritdoc/>
    public Task<Receipt> Appeal(CommandId command) => Exists ? Done(Change(now => StarRules.Bars.Appeal(State, command, settings.At(now)))) : Task.FromResult(Nothing(None));

    /// <inheritdoc/>
    public async Task<Receipt> DecideAppeal(CommandId command, ParticipantId by, bool lift)
    {
        var reviews = await May(by);
        return Exists ? await Done(Change(now => StarRules.Bars.Decide(State, command, by, reviews, lift, settings.At(now)))) : Nothing(None);
    }

    /// <inheritdoc/>
    public async Task<Outcome> IsName(TypedName name)
    {
        if (!Exists)
        {
            return Nothing(Outcome.NotFound);
        }

        var real = await stars.Name(Me);
        var same = real is not null && RealNameText.Read(name.Text) is { } typed
            && System.Security.Cryptography.CryptographicOperations.FixedTimeEquals(System.Text.Encoding.UTF8.GetBytes(typed), System.Text.Encoding.UTF8.GetBytes(real));
        var outcome = Change(now => StarRules.Compare(State, real is not null, same, now));
        await CommitAsync();
        return outcome;
    }

    /// <inheritdoc/>
    public async Task Lock()
    {
        if (!Exists)
        {
            Nothing(true);
            return;
        }

        Change(_ =>
        {
            StarRules.Bars.Lock(State);
            return true;
        });
        await CommitAsync();
    }

    /// <inheritdoc/>
    public async Task Due(string entry)
    {
        if (!Exists)
        {
            Nothing(true);
            return;
        }

        if (entry == StarEffects.AwardEntry(Me))
        {
            var (facts, wake) = (await book.Facts(Me, look: true), await Wake());
            await RunOnceAsync(now => StarRules.Telling(State, wake, () =>
            {
                StarRules.Award(State, entry, facts, settings.Options, settings.At(now), level => keys.StarNumber(Me, level));
                return true;
            }));
        }
        else if (entry == StarEffects.BarEntry(Me))
        {
            await RunOnceAsync(now => StarRules.Bars.Over(State, entry, settings.At(now)));
        }
    }

    private async Task<long> Wake() => (await grains.Participant(Me).AsGiver(default)).Wake;

    private async Task<bool> May(ParticipantId by) => (await grains.Participant(by).Self()).Profile?.May(Role.HoursReviewer, State.District ?? "") == true;

    private async Task<Receipt> Refuse(string field)
    {
        await DurableAsync();
        return new(Outcome.Invalid, field);
    }

    private async Task<Receipt> Done(Receipt receipt)
    {
        await CommitAsync();
        return Exists ? receipt : Nothing(receipt);
    }
}
