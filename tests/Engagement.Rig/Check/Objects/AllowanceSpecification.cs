using Engagement.Contracts;
using Engagement.Rig.History;

namespace Engagement.Rig.Check.Objects;

/// <summary>A person's roses between two operations.</summary>
/// <param name="Day">Shanghai day since 1970 that <paramref name="Remaining"/> belongs to; 0 before the first.</param>
/// <param name="Remaining">What can still be given on it.</param>
/// <param name="Budget">Granted roses for bouquets that are left.</param>
/// <param name="FromBudget">Bouquets that were paid from it.</param>
internal sealed record AllowanceModel(int Day, int Remaining, long Budget, string FromBudget)
{
    public AllowanceModel On(int day, int perDay) => day <= Day ? this : this with { Day = day, Remaining = perDay };

    /// <inheritdoc/>
    public override string ToString() => $"{Remaining} remaining{(Budget > 0 ? $" and a budget of {Budget}" : "")}";
}

/// <summary>What a person's allowance may answer: so many a day, one less for each rose, one back for each that returned.</summary>
internal sealed class AllowanceSpecification(int perDay, Timeline timeline) : Specification<AllowanceModel>
{
    /// <inheritdoc/>
    public override AllowanceModel Initial => new(0, 0, 0, "");

    /// <inheritdoc/>
    public override string? Likeness(Entry entry) => entry switch
    {
        { Operation: null, Bouquet: null, IsOptional: true } => "restore",
        { Operation: { IsUnknown: true, Call: var call } } => $"{call.Kind} {call.Roses}",
        _ => null,
    };

    /// <inheritdoc/>
    /// <remarks>While the day can't have turned, and without a budget, all is adding and taking away.</remarks>
    public override bool OptionalCanWait(AllowanceModel from, AllowanceModel to, long now) =>
        from.Day == to.Day && from.Budget == 0 && to.Budget == 0 && CityTime.DayOf(timeline.Latest(now)) <= from.Day;

    /// <inheritdoc/>
    public override IEnumerable<AllowanceModel> Step(AllowanceModel state, Entry entry, long now)
    {
        var (first, last) = entry.Time.Days;
        last = Math.Min(last, CityTime.DayOf(timeline.Latest(now)));
        if (entry.Operation?.Answer.DayEnds is { } ends)
        {
            first = last = CityTime.DayOf(ends - 1); // a look says which day it shows
        }

        // Days never go back: an earlier day is answered from the later one's purse.
        for (var day = Math.Max(first, Math.Min(state.Day, last)); day <= last; day++)
        {
            foreach (var next in On(state, state.On(day, perDay), entry))
            {
                yield return next;
            }
        }
    }

    private static IEnumerable<AllowanceModel> On(AllowanceModel state, AllowanceModel today, Entry entry)
    {
        if (entry.Operation is not { } operation)
        {
            return Restore(today, entry);
        }

        var (call, answer) = (operation.Call, operation.Answer);
        return (operation.IsDone || operation.IsUnknown, call.Kind) switch
        {
            (true, OperationKind.Send) when today.Remaining > 0 && (answer.Remaining ?? today.Remaining - 1) == today.Remaining - 1 =>
                [today with { Remaining = today.Remaining - 1 }],
            (true, OperationKind.SendBouquet) => Pay(today, call.Roses ?? 0, answer.Bouquet ?? "?"),
            (true, OperationKind.Grant) => [state with { Budget = state.Budget + (call.Roses ?? 0) }],
            (true, OperationKind.ReadAllowance) when answer.Remaining is null || answer.Remaining == today.Remaining => [state],
            (false, _) when operation.Outcome != nameof(Outcome.AllowanceUsed) => [state],
            (false, OperationKind.Send) when today.Remaining < 1 => [state],
            (false, OperationKind.SendBouquet) when today.Remaining < call.Roses && today.Budget < call.Roses => [state],
            _ => [],
        };
    }

    private static IEnumerable<AllowanceModel> Pay(AllowanceModel today, int roses, string bouquet) =>
        roses <= today.Remaining ? [today with { Remaining = today.Remaining - roses }]
        : roses <= today.Budget ? [today with { Budget = today.Budget - roses, FromBudget = today.FromBudget + " " + bouquet }]
        : [];

    private static IEnumerable<AllowanceModel> Restore(AllowanceModel today, Entry entry)
    {
        var budget = entry.Bouquet is { } bouquet && today.FromBudget.Contains(bouquet, StringComparison.Ordinal);
        return Enumerable.Range(entry.Roses.From, entry.Roses.To - entry.Roses.From + 1)
            .Select(n => budget ? today with { Budget = today.Budget + n } : today with { Remaining = today.Remaining + n });
    }

    /// <inheritdoc/>
    public override string Why(AllowanceModel state, Entry entry)
    {
        if (entry.Operation is not { } operation)
        {
            return entry.Text + ", and no order explains it";
        }

        var today = state.On(entry.Time.Days.Last, perDay);
        var shown = operation.Answer.Remaining ?? 0;
        return (operation.Outcome, operation.Call.Kind) switch
        {
            (Operation.Done, OperationKind.Send) when today.Remaining < 1 => "overdrawn: a send was acknowledged with nothing remaining",
            (Operation.Done, OperationKind.Send) => $"a send answered {shown} remaining where it leaves {today.Remaining - 1}",
            (Operation.Done, OperationKind.SendBouquet) => $"overdrawn: a bouquet of {operation.Call.Roses} roses was acknowledged with {today}",
            (Operation.Done, OperationKind.ReadAllowance) when shown > today.Remaining => $"it showed {shown} remaining where there can be {today.Remaining} at most: restored twice, or a debit was lost",
            (Operation.Done, OperationKind.ReadAllowance) => $"it showed {shown} remaining where there are {today.Remaining}: debited twice, or a restore was lost",
            _ => $"{operation.Call.Kind} was answered {operation.Outcome} with {today}",
        };
    }
}
