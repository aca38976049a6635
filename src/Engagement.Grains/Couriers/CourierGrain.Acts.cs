using Engagement.Contracts;
using Engagement.Grains.Acts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Storage;

namespace Engagement.Grains.Couriers;

public sealed partial class CourierGrain
{
    // Roses and acts of one person are born of different numbers: the same command never makes the same id.
    private const int BornAct = 0x616374;

    /// <inheritdoc/>
    public async Task<ActReceipt> Log(CommandId command, LogAct act)
    {
        var fault = !catalogue.HasAct(act.Kind) ? "kind" : ActInput.Fault(act.Details, catalogue);
        if (fault is not null)
        {
            await DurableAsync();
            return new(Outcome.Invalid, Field: fault);
        }

        if (!Exists)
        {
            return Nothing(new ActReceipt(Outcome.NotEnrolled));
        }

        var person = await grains.Participant(Me).Self();
        if (person.Profile is not { } profile)
        {
            await DurableAsync();
            return new(Outcome.SignInRequired);
        }

        var note = act.Details.Note is { } line && (await grains.Participant(Me).Writer()).Salt is { Length: > 0 } salt ? keys.Seal(line, salt) : null;
        var id = new CivicActId(keys.Born(Me.Value, command.Value, BornAct));
        var content = Content.Of("act", act.Kind, act.Details.Place, act.Details.Photo, act.Details.Note);
        var receipt = Change(now => CourierRules.Log(State, id, command, act, profile.Units.District, note, content, acts.At(now)));
        await CommitAsync();
        return receipt;
    }

    /// <inheritdoc/>
    public async Task<CourierDay> Today()
    {
        var day = ShanghaiDay.Of(Clock.UtcNow);
        var today = (State.Logged ?? []).Where(logged => logged.Day == day).Select(logged => logged.Kind).ToArray();
        var card = new CourierDay(State.Active, today.Length, CourierRules.LeftOn(State, day, acts.Options),
            [.. today.Distinct().Where(kind => CourierRules.UsedUp(State, day, kind, acts.Options))]);
        await DurableAsync();
        return Exists ? card : Nothing(card);
    }
}
