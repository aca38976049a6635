using Engagement.Rig.History;

namespace Engagement.Rig.Check.Objects;

/// <summary>What a rose may answer (design.md §5), told from the outside: no product code is used here.</summary>
internal sealed class RoseSpecification(string rose, int offerHours) : Specification<RoseModel>
{
    /// <inheritdoc/>
    public override RoseModel Initial => RoseModel.None;

    /// <inheritdoc/>
    public override IEnumerable<RoseModel> Step(RoseModel state, Entry entry, long now)
    {
        var answered = Answer(state, entry);
        if (answered is not null)
        {
            yield return answered;
        }

        // A due offer may have gone back just before. For an answer that fits without it, nothing is lost by waiting.
        if (state.Offer is { } offer && entry.Time.To >= offer.DueFrom && !ReferenceEquals(answered, state)
            && Answer(state.OfferOver(RoseLife.Returned), entry) is { } afterwards)
        {
            yield return afterwards;
        }
    }

    private RoseModel? Answer(RoseModel state, Entry entry)
    {
        var (operation, call) = (entry.Operation, entry.Operation.Call);
        if (operation.IsDone || operation.IsUnknown)
        {
            return Effect(state, entry, operation, call);
        }

        return RoseRefusals.Fit(state, entry, operation.Outcome, call) ? state : null;
    }

    private RoseModel? Effect(RoseModel state, Entry entry, Operation operation, OperationCall call) => call.Kind switch
    {
        OperationKind.Send => state.Life == RoseLife.None ? RoseModel.Given(call.By!, Offer(entry, operation, call)) : null,
        OperationKind.ClaimShare => state.Life == RoseLife.None ? Won(operation, call) : null,
        OperationKind.Claim => WhyNoClaim(state, entry, operation, call) is null ? state.TakenBy(call.By!) : null,
        OperationKind.Offer => WhyNoOffer(state, call) is null ? state with { Offer = Offer(entry, operation, call) } : null,
        OperationKind.Withdraw => state.Offer is not null && state.Holder == call.By ? state.OfferOver(RoseLife.Withdrawn) : null,
        OperationKind.Void => state.Life is RoseLife.Offered or RoseLife.Held ? state with { Life = RoseLife.Voided, Offer = null } : null,
        OperationKind.ReadRose => Shows(state, entry, operation.Answer) ? state : null,
        _ => null,
    };

    /// <inheritdoc/>
    public override string Why(RoseModel state, Entry entry)
    {
        var (operation, call) = (entry.Operation, entry.Operation.Call);
        return (operation.Outcome, call.Kind) switch
        {
            (Operation.Done, OperationKind.Claim) => "the claim was acknowledged, but " + (WhyNoClaim(state, entry, operation, call) ?? "no order explains it"),
            (Operation.Done, OperationKind.Offer) => "the offer was acknowledged, but " + (WhyNoOffer(state, call) ?? "no order explains it"),
            (Operation.Done, OperationKind.ReadRose) => WhyShown(state, operation.Answer),
            (Operation.Done, OperationKind.Send or OperationKind.ClaimShare) => "it was born twice",
            (nameof(Contracts.Outcome.NotFound), _) when state.Life != RoseLife.None => $"its birth was acknowledged and is lost: it answered NotFound, and is {state}",
            _ => $"{call.Kind} was answered {operation.Outcome}, but the rose is {state}",
        };
    }

    private static string? WhyNoClaim(RoseModel state, Entry entry, Operation operation, OperationCall call) =>
        state.Life == RoseLife.None ? "the rose was not born: its send was called later or never"
        : state.Life is not (RoseLife.Offered or RoseLife.Held) ? $"the rose is {state}"
        : state.Offer is not { } offer ? $"nothing was offered: a second winner, or one without an offer; the rose is {state}"
        : offer.To is { } to && to != call.By ? $"the rose was for {to}"
        : offer.To is null && call.Secret != offer.Secret ? $"its link belongs to another offer: a second winner; the rose is {state}"
        : state.Holder == call.By ? "a person took a rose from themselves"
        : state.From == call.By ? "it went straight back"
        : entry.Time.From >= offer.DueTo ? "the offer was over by the clock"
        : operation.Answer.Hop is { } hop && hop != state.Hops + 1 ? $"hop {hop} was answered where hop {state.Hops + 1} follows: a gap or a double in the chain"
        : null;

    private static string? WhyNoOffer(RoseModel state, OperationCall call) =>
        state.Life == RoseLife.None ? "the rose was not born"
        : state.Life != RoseLife.Held ? $"the rose is {state}"
        : state.Holder != call.By ? $"not by its holder: the rose is {state}"
        : call.To == call.By || call.To is not null && call.To == state.From ? "to somebody who can't take it"
        : null;

    private static string WhyShown(RoseModel state, OperationAnswer shown)
    {
        var what = $"it showed {shown.State}, {shown.Hops} hops, {shown.People} people, but the rose is {state} with {(state.Life == RoseLife.None ? 0 : state.PeopleCount)} people";
        return (shown.Hops ?? state.Hops).CompareTo(state.Hops) switch
        {
            < 0 => "a stale or lost state: " + what,
            > 0 => "a hop that nobody's claim made: " + what,
            _ => what,
        };
    }

    private RoseModel? Won(Operation operation, OperationCall call)
    {
        var giver = operation.Call.To ?? "?"; // put there by the partition: the bouquet's sender
        return operation.Answer.Won?.Contains(rose) == false ? null : RoseModel.None with
        {
            Life = RoseLife.Held, Sender = giver, Holder = call.By!, From = giver, Hops = 1, People = string.Join(' ', new[] { giver, call.By! }.Distinct().Order(StringComparer.Ordinal)),
        };
    }

    private OpenOffer Offer(Entry entry, Operation operation, OperationCall call) => new(
        operation.Answer.Secret ?? $"nobody's {operation.Sequence}", call.To,
        operation.Answer.Due ?? entry.Time.From + offerHours * 3_600_000L,
        operation.Answer.Due ?? (entry.Time.To > long.MaxValue / 8 ? entry.Time.To : entry.Time.To + offerHours * 3_600_000L));

    private static bool Shows(RoseModel state, Entry entry, OperationAnswer shown) =>
        state.Life != RoseLife.None
        && (shown.Hops is not { } hops || hops == state.Hops)
        && (shown.People is not { } people || people == state.PeopleCount)
        && (shown.State is not { } stage || RoseRefusals.Stages(state, entry).Contains(stage));
}
