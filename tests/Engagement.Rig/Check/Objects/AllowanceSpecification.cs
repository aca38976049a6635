using Engagement.Contracts;
using Engagement.Rig.History;

namespace Engagement.Rig.Check.Objects;

/// <summary>
/// What a person's allowance may answer: so many a day, one less for each rose, one back for each that returned. Roses
/// come back by themselves, as late as an answer needs them; only how many did is kept.
/// </summary>
internal sealed class AllowanceSpecification(int perDay, Timeline timeline, Restore[] restores) : Specification<AllowanceModel>
{
    private readonly int _must = restores.Sum(restore => restore.MustBy);

    /// <inheritdoc/>
    public override AllowanceModel Initial => default;

    /// <inheritdoc/>
    public override string? Likeness(Entry entry) => entry.Operation is { IsUnknown: true, Call: var call } ? $"{call.Kind} {call.Roses}" : null;

    /// <inheritdoc/>
    public override AllowanceModel Core(AllowanceModel state) => state with { BackFrom = 0, BackTo = 0 };

    /// <inheritdoc/>
    public override AllowanceModel Union(AllowanceModel one, AllowanceModel other) =>
        one with { BackFrom = Math.Min(one.BackFrom, other.BackFrom), BackTo = Math.Max(one.BackTo, other.BackTo) };

    /// <inheritdoc/>
    /// <remarks>While the day can't have turned, and without a budget, all is adding and taking away.</remarks>
    public override bool OptionalCanWait(AllowanceModel from, AllowanceModel to, long now) =>
        from.Day == to.Day && from.Budget == 0 && to.Budget == 0 && CityTime.DayOf(timeline.Latest(now)) <= from.Day;

    /// <inheritdoc/>
    public override IEnumerable<AllowanceModel> Step(AllowanceModel state, Entry entry, long now)
    {
        var (first, last) = Days(entry, now);
        for (var day = Math.Max(first, Math.Min(state.Day, last)); day <= last; day++)
        {
            if (Answer(state, On(state, day, now), entry.Operation, now) is { } next)
            {
                yield return next;
            }
        }
    }

    private (int First, int Last) Days(Entry entry, long now)
    {
        var (first, last) = entry.Time.Days;
        return entry.Operation.Answer.DayEnds is { } ends // a look says which day it shows
            ? (CityTime.DayOf(ends - 1), CityTime.DayOf(ends - 1))
            : (first, Math.Min(last, CityTime.DayOf(timeline.Latest(now))));
    }

    // Days never go back: an earlier day is answered from the later one's purse.
    private AllowanceModel On(AllowanceModel state, int day, long now) => day <= state.Day ? state
        : state with { Day = day, Remaining = perDay, BackTo = Math.Max(state.BackTo, Possible(state, now)) };

    private AllowanceModel? Answer(AllowanceModel state, AllowanceModel today, Operation operation, long now)
    {
        var (call, answer, roses) = (operation.Call, operation.Answer, operation.Call.Roses ?? 1);
        return (operation.IsDone || operation.IsUnknown, call.Kind) switch
        {
            (true, OperationKind.Send) => Back(today, answer.Remaining + 1 ?? Math.Max(1, today.Remaining), now) is { Remaining: > 0 } able ? Take(able, 1, operation) : null,
            (true, OperationKind.SendBouquet) when Back(today, Math.Max(roses, today.Remaining), now) is { } able => Take(able, roses, operation),
            (true, OperationKind.SendBouquet) => roses <= today.Budget ? today with { Budget = today.Budget - roses } : null,
            (true, OperationKind.Grant) => state with { Budget = state.Budget + roses },
            (true, OperationKind.ReadAllowance) => Shown(state, today, operation, now),
            (false, _) when operation.Outcome != nameof(Outcome.AllowanceUsed) => state,
            (false, OperationKind.Send or OperationKind.SendBouquet) => today.Remaining < roses && (call.Kind == OperationKind.Send || today.Budget < roses) ? state : null,
            _ => null,
        };
    }

    private static AllowanceModel Take(AllowanceModel today, int roses, Operation operation) =>
        today with { Remaining = today.Remaining - roses, Doubtful = today.Doubtful + (operation.IsUnknown ? roses : 0) };

    private AllowanceModel? Shown(AllowanceModel state, AllowanceModel today, Operation look, long now)
    {
        var seen = Back(today, look.Answer.Remaining ?? today.Remaining, now);
        return seen is not { } back || look.Call.AtRest == true && back.BackTo < _must ? null
            : back.BackFrom == state.BackFrom ? state // nothing had to come back: a look turns no day
            : back;
    }

    // As many come back as it needs to have so many remaining.
    private AllowanceModel? Back(AllowanceModel today, int remaining, long now)
    {
        var (back, possible) = (remaining - today.Remaining, Possible(today, now));
        return back == 0 ? today
            : back < 0 || today.BackFrom + back > possible ? null
            : today with { Remaining = remaining, BackFrom = today.BackFrom + back, BackTo = Math.Min(today.BackTo + back, possible) };
    }

    private int Possible(AllowanceModel state, long now)
    {
        var (known, doubtful) = (0, 0);
        foreach (var restore in restores)
        {
            if (restore.At > now)
            {
                break;
            }

            known += restore.IsOfUnknown ? 0 : restore.Roses;
            doubtful += restore.IsOfUnknown ? restore.Roses : 0;
        }

        return known + Math.Min(doubtful, state.Doubtful);
    }

    /// <inheritdoc/>
    public override string Why(AllowanceModel state, Entry entry)
    {
        var operation = entry.Operation;
        var today = On(state, Days(entry, operation.ReturnedAt ?? long.MaxValue).Last, operation.ReturnedAt ?? long.MaxValue);
        var most = today.Remaining + Math.Max(0, Possible(today, operation.ReturnedAt ?? long.MaxValue) - today.BackFrom);
        var shown = operation.Answer.Remaining ?? 0;
        return (operation.Outcome, operation.Call.Kind) switch
        {
            (Operation.Done, OperationKind.Send) when most < 1 => "overdrawn: a send was acknowledged with nothing remaining",
            (Operation.Done, OperationKind.Send) => $"a send answered {shown} remaining where {today.Remaining - 1} to {most - 1} can be left",
            (Operation.Done, OperationKind.SendBouquet) => $"overdrawn: a bouquet of {operation.Call.Roses} roses was acknowledged with {today}",
            (Operation.Done, OperationKind.ReadAllowance) when shown > most => $"it showed {shown} remaining where there can be {most} at most: restored twice, or a debit was lost",
            (Operation.Done, OperationKind.ReadAllowance) => $"it showed {shown} remaining where there are {today.Remaining}, and {_must} roses must have come back: debited twice, or a restore was lost",
            _ => $"{operation.Call.Kind} was answered {operation.Outcome} with {today}",
        };
    }
}
