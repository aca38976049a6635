namespace Engagement.Rig.Check;

/// <summary>Why an object's history is not proven.</summary>
/// <param name="Object">Which object.</param>
/// <param name="Why">What contradicts what.</param>
/// <param name="Around">The operations around the contradiction in the order of their calls, for people.</param>
/// <param name="IsUndecided">The budget ran out first: neither right nor wrong, which is not proven either.</param>
internal sealed record Finding(string Object, string Why, IReadOnlyList<string> Around, bool IsUndecided = false)
{
    /// <inheritdoc/>
    public override string ToString() =>
        $"{Object}: {(IsUndecided ? "UNDECIDED" : "WRONG")}: {Why}{string.Concat(Around.Select(line => "\n    " + line))}";
}
