using System.Globalization;
using Engagement.Contracts;
using Engagement.Rig.History;

namespace Engagement.Rig.Check.Objects;

/// <summary>A bouquet between two operations.</summary>
/// <param name="IsBorn">Whether it was given.</param>
/// <param name="Shares">Shares that were taken.</param>
/// <param name="Roses">Roses in them, of those shares whose size is known.</param>
/// <param name="Unsized">Shares of unknown size among them.</param>
internal readonly record struct BouquetModel(bool IsBorn, int Shares, int Roses, int Unsized);

/// <summary>What a bouquet may answer: so many shares, one after the other, each of its size. Who took which is checked beside (<see cref="Winners"/>).</summary>
internal sealed class BouquetSpecification(Operation birth, CityTime born, int offerHours, IReadOnlyList<int>? sizes) : Specification<BouquetModel>
{
    private readonly int _roses = birth.Call.Roses ?? 0;
    private readonly int _shares = birth.Call.Shares ?? 0;
    private readonly bool _lucky = birth.Call.Lucky ?? false;
    private readonly long _dueFrom = birth.Answer.Due ?? born.From + offerHours * 3_600_000L;
    private readonly long _dueTo = birth.Answer.Due ?? Math.Min(born.To, long.MaxValue / 8) + offerHours * 3_600_000L;

    /// <inheritdoc/>
    public override BouquetModel Initial => default;

    /// <inheritdoc/>
    public override string? Likeness(Entry entry) => entry.Operation.Call.Kind != OperationKind.ClaimShare ? null
        : entry.Operation.IsUnknown ? "?"
        : entry.Operation.IsDone ? (entry.Operation.Answer.Won?.Length ?? 0).ToString(CultureInfo.InvariantCulture) : null;

    /// <inheritdoc/>
    public override IEnumerable<BouquetModel> Step(BouquetModel state, Entry entry, long now)
    {
        var operation = entry.Operation;
        var yes = operation.IsDone || operation.IsUnknown;
        return operation.Call.Kind switch
        {
            OperationKind.SendBouquet when !state.IsBorn => [state with { IsBorn = true }],
            OperationKind.ClaimShare when yes => WhyNoShare(state, entry) is null ? [Taken(state, operation)] : [],
            OperationKind.ClaimShare => Refusal(state, entry),
            OperationKind.ReadBouquet => Shows(state, operation) ? [state] : [],
            _ => [],
        };
    }

    private BouquetModel Taken(BouquetModel state, Operation operation)
    {
        var size = operation.Answer.Won?.Length ?? SizeOf(state.Shares);
        return size is { } known
            ? state with { Shares = state.Shares + 1, Roses = state.Roses + known }
            : state with { Shares = state.Shares + 1, Unsized = state.Unsized + 1 };
    }

    // The size of the share with this index, when it can be told.
    private int? SizeOf(int index) => sizes is not null && index < sizes.Count ? sizes[index]
        : _lucky ? null
        : _roses / _shares + (index < _roses % _shares ? 1 : 0);

    private string? WhyNoShare(BouquetModel state, Entry entry) =>
        !state.IsBorn ? "the bouquet was not given yet"
        : state.Shares >= _shares ? $"all {_shares} shares were taken: it handed out more than it has"
        : entry.Time.From >= _dueTo ? "the bouquet was over by the clock"
        : entry.Operation.Answer.Won is not { } won ? null
        : SizeOf(state.Shares) is { } size && size != won.Length ? $"share {state.Shares + 1} has {size} roses, not {won.Length}"
        : won.Length < 1 || state.Roses + state.Unsized + won.Length + (_shares - state.Shares - 1) > _roses ? $"{won.Length} roses are more than it has for one share"
        : state.Unsized == 0 && state.Shares + 1 == _shares && state.Roses + won.Length != _roses ? $"the last share has {_roses - state.Roses} roses, not {won.Length}"
        : null;

    private IEnumerable<BouquetModel> Refusal(BouquetModel state, Entry entry) => Enum.Parse<Outcome>(entry.Operation.Outcome) switch
    {
        Outcome.BouquetEmpty when state.Shares < _shares => [],
        Outcome.NotFound when state.IsBorn && entry.Operation.Call.Secret == birth.Answer.Secret => [],
        Outcome.OwnRose when entry.Operation.Call.By != birth.Call.By => [],
        Outcome.Returned when !state.IsBorn || entry.Time.To < _dueFrom => [],
        _ => [state],
    };

    private bool Shows(BouquetModel state, Operation operation)
    {
        if (!operation.IsDone)
        {
            return operation.Outcome != nameof(Outcome.NotFound) || !state.IsBorn;
        }

        var (shown, left) = (operation.Answer, _roses - state.Roses);
        var least = state.Unsized == 0 ? left : _shares - state.Shares;
        return state.IsBorn && (shown.SharesLeft ?? _shares - state.Shares) == _shares - state.Shares
            && (shown.RosesLeft is not { } roses || roses <= left - state.Unsized && roses >= least);
    }

    /// <inheritdoc/>
    public override string Why(BouquetModel state, Entry entry)
    {
        var operation = entry.Operation;
        return operation.Call.Kind switch
        {
            OperationKind.ClaimShare when operation.IsDone => "a share was acknowledged, but " + (WhyNoShare(state, entry) ?? "no order explains it"),
            OperationKind.ReadBouquet => $"it showed {operation.Answer.SharesLeft} shares and {operation.Answer.RosesLeft} roses left, but {state.Shares} of {_shares} shares with {state.Roses} roses were taken",
            _ => $"{operation.Call.Kind} was answered {operation.Outcome} with {state.Shares} of {_shares} shares taken",
        };
    }
}
