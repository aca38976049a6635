namespace Engagement.Web.Roses;

/// <summary>One person of a chain.</summary>
/// <param name="Place">Position, 1-based.</param>
/// <param name="Name">Chosen name, when its owner shows it.</param>
/// <param name="District">District at that moment; said instead of a hidden name.</param>
/// <param name="At">When the rose came.</param>
/// <param name="Me">The reader.</param>
/// <param name="Departed">Closed the account.</param>
/// <param name="Seed">One of the campaign's first roses started here.</param>
public sealed record ChainPerson(int Place, string? Name, string? District, DateTimeOffset At, bool Me = false, bool Departed = false, bool Seed = false)
{
    /// <summary>A rose station, no person.</summary>
    public bool Station { get; init; }
}
