namespace Engagement.Contracts;

/// <summary>A person as volunteer: identity level, hours, stars. The only one who appends to their hours. Key: <c>campaign/participant-id</c>.</summary>
/// <remarks>Every command is safe to retry: the same <c>command</c> with the same content returns its first answer.</remarks>
[Alias("eng.volunteer")]
public partial interface IVolunteerGrain : IGrainWithStringKey
{
    /// <summary>What others need to know of this volunteer.</summary>
    [Alias("Card")] Task<VolunteerCard> Card();

    /// <summary>An agenda entry of this volunteer is due. Late, repeated and concurrent calls are harmless.</summary>
    /// <exception cref="LedgerException">Not done; the sweeper tries again.</exception>
    [Alias("Due"), ResponseTimeout("00:00:10")]
    Task Due(string entry);
}
