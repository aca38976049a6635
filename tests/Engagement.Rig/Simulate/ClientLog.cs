using Engagement.Rig.History;
using Engagement.Rig.Simulate.Model;

namespace Engagement.Rig.Simulate;

/// <summary>The history of a simulated run, on its own clock.</summary>
internal sealed class ClientLog(SimulatedClock clock)
{
    private readonly List<Operation> _operations = [];

    public IReadOnlyList<Operation> Operations => _operations;

    /// <summary>A call begins; its number.</summary>
    public int Call(OperationCall call)
    {
        var at = clock.Next();
        _operations.Add(new(_operations.Count, _operations.Count, call, at, clock.UtcNow.ToUnixTimeMilliseconds()));
        return _operations.Count - 1;
    }

    /// <summary>It is answered.</summary>
    public void Return(int operation, string outcome, OperationAnswer answer)
    {
        var at = clock.Next();
        _operations[operation] = _operations[operation] with { ReturnedAt = at, ReturnedWall = clock.UtcNow.ToUnixTimeMilliseconds(), Outcome = outcome, Answer = answer };
    }

    /// <summary>A question that is answered at once.</summary>
    public void Look(OperationCall call, string outcome, OperationAnswer answer) => Return(Call(call), outcome, answer);
}
