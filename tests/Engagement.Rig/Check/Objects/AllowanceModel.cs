namespace Engagement.Rig.Check.Objects;

/// <summary>A person's roses between two operations.</summary>
/// <param name="Day">Shanghai day since 1970 that <paramref name="Remaining"/> belongs to; 0 before the first.</param>
/// <param name="Remaining">What can still be given on it.</param>
/// <param name="BackFrom">Roses that came back so far, at least.</param>
/// <param name="BackTo">The same at most: some may have come back on a day that is over, and lapsed with it.</param>
/// <param name="Doubtful">Roses that commands without an answer took.</param>
/// <param name="Budget">Granted roses for bouquets that are left.</param>
internal readonly record struct AllowanceModel(int Day, int Remaining, int BackFrom, int BackTo, int Doubtful, long Budget)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Remaining} remaining{(Budget > 0 ? $" and a budget of {Budget}" : "")}";
}
