using Engagement.Contracts;
using Engagement.Grains.Moderation;
using Engagement.Grains.Storage;

namespace Engagement.Grains.Roses;

internal sealed partial class RoseInHand
{
    // Asks WeChat outside of any turn; the turn applies the answer to what the rose is by then. Words stay held meanwhile.
    private async Task Check(string entry, int offer)
    {
        var writer = State.WriterOf(offer);
        var finding = State.LetterOf(offer) is { TextState: TextState.Held, Checking: true } ? await Ask(offer, writer) : default;
        var wake = finding.As == CheckedAs.Risky ? await WakeOf(writer) : 0;
        try
        {
            ledger.Change(now =>
            {
                // An open offer's words stand in a queue that closes with it; what left the record is for a moderator.
                if (!State.IsTaking(RoseEffects.Agenda, entry)
                    && (State.LetterOf(offer) is not { } letter || RoseRules.Checked(State, offer, letter, finding, tools.Settings.At(now), wake)))
                {
                    State.Follow(new Take(RoseEffects.Agenda, entry));
                }

                return true;
            });
            await ledger.CommitAsync();
        }
        catch (LedgerException e) when (e.Failure == LedgerFailure.AlreadyDone)
        {
        }
    }

    private async Task<TextFinding> Ask(int offer, ParticipantId writer)
    {
        await ledger.DurableAsync();
        var said = State.Offer?.Number == offer ? await tools.Opener.OpenOffer(State) : State.Latest is { } hop ? await tools.Opener.Open(State, hop) : null;
        string?[] words = said is null ? [] : [said.Addressee, said.Own];
        return words.OfType<string>().ToArray() is not { Length: > 0 } own ? new(CheckedAs.Review)
            : await tools.Grains.Participant(writer).MiniProgram() is not { } openId ? new(CheckedAs.Unreachable)
            : await tools.Checks.Check(openId, string.Join('\n', own));
    }

    // When the notices of somebody to whom something happens are to be looked at.
    private async Task<long> WakeOf(ParticipantId person) => person.IsNone ? 0 : (await tools.Grains.Participant(person).AsGiver(default)).Wake;
}
