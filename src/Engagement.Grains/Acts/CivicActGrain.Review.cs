using System.Globalization;
using Engagement.Contracts;
using Engagement.Grains.Storage;

namespace Engagement.Grains.Acts;

public sealed partial class CivicActGrain
{
    /// <inheritdoc/>
    public Task<Receipt> Claim(ParticipantId by) => Reviewed(by, reviewer => Task.FromResult(new Receipt(Change(now => ActRules.Claim(State, reviewer, settings.At(now))))));

    /// <inheritdoc/>
    public async Task<Receipt> Release(ParticipantId by)
    {
        if (!Exists)
        {
            return Nothing(NoAct);
        }

        Change(_ =>
        {
            ActRules.Release(State, by);
            return true;
        });
        await CommitAsync();
        return Receipt.Done;
    }

    /// <inheritdoc/>
    public Task<Receipt> Decide(CommandId command, ParticipantId by, ActDecision decision) => Reviewed(by, async reviewer =>
    {
        var fault = !Enum.IsDefined(decision.Verdict) ? "verdict" : !Enum.IsDefined(decision.Level) ? "level" : !Enum.IsDefined(decision.Reason) ? "reason"
            : ActInput.Fault(new ActDetails(Note: decision.Note), catalogue);
        if (fault is not null)
        {
            return new(Outcome.Invalid, fault);
        }

        var wake = grains.Participant(State.Courier).AsGiver(by);
        var note = await Sealed(decision.Note);
        var at = (await wake).Wake;
        var content = Content.Of("decide", decision.Verdict.ToString(), ((int)decision.Level).ToString(CultureInfo.InvariantCulture), decision.Reason.ToString(), decision.Note);
        return Change(now => ActRules.Decide(State, command, content, reviewer, decision, note, settings.At(now), at));
    });

    /// <inheritdoc/>
    public Task<Receipt> Undo(CommandId command, ParticipantId by) =>
        Reviewed(by, _ => Task.FromResult(new Receipt(Change(now => ActRules.Undo(State, command, by, settings.At(now))))));

    private async Task<Receipt> Reviewed(ParticipantId by, Func<ReviewerFacts, Task<Receipt>> command)
    {
        if (!Exists)
        {
            return Nothing(NoAct);
        }

        var profile = (await grains.Participant(by).Self()).Profile;
        var receipt = await command(new(by, profile?.May(Role.Reviewer, State.District ?? "") == true, profile?.Units.Company));
        await CommitAsync();
        return receipt;
    }
}
