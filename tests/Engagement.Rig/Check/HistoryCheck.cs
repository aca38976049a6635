using Engagement.Rig.Check.Objects;
using Engagement.Rig.History;

namespace Engagement.Rig.Check;

/// <summary>Proves a history, object by object and as a whole. Linearizability is local: a system is linearizable if each of its objects is.</summary>
internal sealed class HistoryCheck
{
    /// <summary>Steps tried for one object before it is given up as undecided.</summary>
    public const int DefaultBudget = 2_000_000;

    private readonly RecordedHistory _history;
    private readonly Timeline _timeline;
    private readonly int _budget;
    private readonly List<Finding> _findings = [];

    private HistoryCheck(RecordedHistory history, int budget) => (_history, _timeline, _budget) = (history, new(history), budget);

    /// <summary>Checks everything; bounded by <paramref name="budget"/> steps an object.</summary>
    public static CheckReport Run(RecordedHistory history, int budget = DefaultBudget) => new HistoryCheck(history, budget).Run();

    private CheckReport Run()
    {
        var asked = Commands.Merge(_history.Operations, _findings);
        var partition = new Partition(asked, _timeline);
        var hours = _history.Settings.OfferHours;
        foreach (var (rose, all) in partition.Roses)
        {
            var isKnown = all.Exists(one => one.Operation.IsDone && one.Operation.Call.Kind is OperationKind.Send or OperationKind.ClaimShare);
            var entries = partition.Entries([.. all, .. isKnown ? [] : partition.Lost.Take(64)]);
            Prove(new RoseSpecification(rose, hours), entries, $"rose {rose}");
        }

        var restores = new Restores(partition, _timeline, hours);
        foreach (var (person, all) in partition.People)
        {
            Prove(new AllowanceSpecification(_history.Settings.PerDay, _timeline, restores.Of(all)), partition.Entries(all), $"allowance of {person}");
        }

        foreach (var (bouquet, all) in partition.Bouquets)
        {
            Bouquet(bouquet, all, partition, hours);
        }

        var totals = new Totals(asked);
        _findings.AddRange(totals.Wrong());
        return new(_findings, partition.Roses.Count, partition.People.Count, partition.Bouquets.Count, _history.Operations.Count, totals);
    }

    private void Bouquet(string bouquet, List<Asked> all, Partition partition, int hours)
    {
        if (all.Find(one => one.Operation is { IsDone: true, Call.Kind: OperationKind.SendBouquet })?.Operation is not { } birth)
        {
            foreach (var one in all.Where(one => one.Operation.IsDone).Take(1))
            {
                _findings.Add(new($"bouquet {bouquet}", "something was acknowledged of a bouquet that nobody gave", [Show(one.Operation)]));
            }

            return;
        }

        var operations = all.Select(one => one.Operation).ToArray();
        var sizes = operations.LastOrDefault(operation => operation.Answer.Taken is not null)?.Answer.Taken;
        Prove(new BouquetSpecification(birth, _timeline.Of(birth), hours, sizes), partition.Entries(all), $"bouquet {bouquet}");
        _findings.AddRange(Winners.Wrong(birth, operations).Select(wrong => new Finding($"bouquet {bouquet}", wrong.Why, [.. wrong.Around.Select(Show)])));
    }

    private void Prove<TState>(Specification<TState> specification, List<Entry> entries, string name) where TState : IEquatable<TState>
    {
        if (new Linearizer<TState>(specification, entries, _budget).Run(name, entry => Show(entry.Operation)) is { } finding)
        {
            _findings.Add(finding);
        }
    }

    private string Show(Operation operation)
    {
        var (call, answer) = (operation.Call, operation.Answer);
        var parts = new[]
        {
            call.Rose is null ? null : $"rose {call.Rose}", call.Bouquet is null ? null : $"bouquet {call.Bouquet}", call.By is null ? null : $"by {call.By}",
            call.To is null ? null : $"to {call.To}", call.Secret is null ? null : $"link {call.Secret}", call.Roses is null ? null : $"{call.Roses} roses in {call.Shares} shares",
            call.Command is null ? null : $"command {call.Command}", $"-> {operation.Outcome}", answer.Rose is null ? null : $"rose {answer.Rose}",
            answer.Secret is null ? null : $"link {answer.Secret}", answer.Hop is null ? null : $"hop {answer.Hop}", answer.Remaining is null ? null : $"{answer.Remaining} remaining",
            answer.Won is null ? null : $"{answer.Won.Length} roses", answer.State, answer.Hops is null ? null : $"{answer.Hops} hops", answer.People is null ? null : $"{answer.People} people",
            answer.SharesLeft is null ? null : $"{answer.RosesLeft} roses in {answer.SharesLeft} shares left",
        };
        return $"{Seconds(operation.CalledAt)} .. {(operation.ReturnedAt is { } at ? Seconds(at) : "      never")}  client {operation.Client}  {call.Kind} {string.Join(' ', parts.Where(part => part is not null))}";
    }

    private string Seconds(long at) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{(at - _timeline.Origin) / 1e9,10:n6}s");
}
