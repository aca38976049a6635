using System.Globalization;
using Engagement.Contracts;
using Engagement.Grains.Acts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Storage;
using Orleans.Concurrency;

namespace Engagement.Grains.Couriers;

/// <inheritdoc cref="ICourierGrain"/>
[Reentrant]
public sealed partial class CourierGrain(
    [PersistentState(CourierState.Kind, LedgerStorage.Name)] IPersistentState<CourierState> courier,
    CampaignSettings settings, ICatalogue catalogue, CellGrains grains, Cell cell, CellKeys keys, ActSettings acts) : LedgerGrain<CourierState>(courier, settings.Clock), ICourierGrain
{
    private ParticipantId Me => ParticipantId.TryParse(cell.IdOf(this.GetPrimaryKeyString()), out var me) ? me : default;

    /// <inheritdoc/>
    public async Task<CourierCard> Card()
    {
        var card = new CourierCard(State.Active, State.ScoringCompany(Clock.UtcNow), Instant(State.Since), State.ShowCompany);
        await DurableAsync();
        return Exists ? card : Nothing(card);
    }

    /// <inheritdoc/>
    public async Task<CourierSelf> Self()
    {
        var leaving = State.Leaving(Clock.UtcNow);
        var self = new CourierSelf(State.Active, State.Company, Instant(State.Since), State.ShowCompany, leaving?.Company, Instant(leaving?.To ?? 0),
            State.Spells?.ToArray() ?? [], State.Phone.IsNone ? null : State.Phone);
        await TrueAsync();
        return Exists ? self : Nothing(self);
    }

    /// <inheritdoc/>
    public async Task<CourierAffiliation> Affiliation()
    {
        var affiliation = State.Affiliation();
        await TrueAsync();
        return Exists ? affiliation : Nothing(affiliation);
    }

    /// <inheritdoc/>
    public async Task<Receipt> Enrol(CommandId command, EnrolCourier enrol)
    {
        if (enrol.Phone.IsNone)
        {
            return new(Outcome.Invalid, "phone");
        }

        if (catalogue.CompanyOf(enrol.Code) is not { } company)
        {
            return new(Outcome.Invalid, "code");
        }

        if (!await IsOpen())
        {
            return new(Outcome.SignInRequired);
        }

        var content = CourierRules.ContentOf(enrol.Phone, company, enrol.ShowCompany);
        var early = Change(now => CourierRules.Try(Mine(), command, content, enrol.Phone, company, settings.At(now)));
        await CommitAsync();
        if (early is { } answer)
        {
            return new(answer);
        }

        var confirmed = await grains.Roster(enrol.Phone).Confirm(Me, company, enrol.ShowCompany, command, State.OverPhone == enrol.Phone ? State.OverUpTo : 0);
        if (confirmed.Outcome != Outcome.Done || !Enrolment.TryParse(confirmed.Entry!, out var enrolment))
        {
            return new(confirmed.Outcome);
        }

        // The sweeper may have been faster: then this commit is refused, and the same command meets the enrolled courier.
        var done = Change(now =>
        {
            CourierRules.Enrol(Mine(), confirmed.Entry!, enrolment, settings.At(now));
            return State.Company == company && State.Phone == enrol.Phone ? Outcome.Done : Outcome.AlreadyEnrolled;
        });
        await CommitAsync();
        return new(done);
    }

    /// <inheritdoc/>
    public async Task<Receipt> EnterPool(CommandId command) =>
        await IsOpen() ? await Act(now => CourierRules.EnterPool(Mine(), command, settings.At(now))) : new(Outcome.SignInRequired);

    /// <inheritdoc/>
    public async Task<Receipt> Leave(CommandId command, bool stay) => Exists
        ? await Act(now => CourierRules.Leave(State, command, stay, settings.At(now)))
        : Nothing(new Receipt(Outcome.NotEnrolled));

    /// <inheritdoc/>
    public async Task<Receipt> ShowCompany(CommandId command, bool show) => Exists
        ? await Act(now => CourierRules.ShowCompany(State, command, show, settings.At(now)))
        : Nothing(new Receipt(Outcome.NotEnrolled));

    /// <inheritdoc/>
    public async Task Due(string entry)
    {
        Action<DateTimeOffset>? step = entry.Split(':') switch
        {
            ["enrol", ..] when Enrolment.TryParse(entry, out var enrolment) => now => CourierRules.Enrol(Mine(), entry, enrolment, settings.At(now)),
            ["dismiss", _, var key, var number] when PhoneKey.TryParse(key, out var phone) && long.TryParse(number, CultureInfo.InvariantCulture, out var confirmation) =>
                now => CourierRules.Dismiss(Mine(), entry, phone, confirmation, settings.At(now)),
            ["depart", _] => _ => CourierRules.Depart(Mine(), entry),
            _ => null,
        };
        if (step is not null)
        {
            await RunOnceAsync(step);
        }
    }

    private async Task<Receipt> Act(Func<DateTimeOffset, Outcome> turn)
    {
        var outcome = Change(turn);
        await CommitAsync();
        return new(outcome);
    }

    private async Task<bool> IsOpen() => await grains.Participant(Me).IsOpen();

    // Only inside a turn: the first change of a record names whose it is.
    private CourierState Mine()
    {
        State.Id = Me;
        return State;
    }

    private static DateTimeOffset Instant(long at) => DateTimeOffset.FromUnixTimeMilliseconds(at);
}
