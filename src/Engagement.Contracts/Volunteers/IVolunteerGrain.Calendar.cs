namespace Engagement.Contracts;

public partial interface IVolunteerGrain
{
    /// <summary>Makes a calendar feed of the person's sign-ups under a new secret link, or ends it. A link that was made before is dead either way.</summary>
    /// <param name="command">Idempotency key, a UUIDv7.</param>
    /// <param name="on">False ends it.</param>
    /// <exception cref="LedgerException">Durability unknown; retry with the same command.</exception>
    [Alias("Feed"), ResponseTimeout("00:00:05")]
    Task<Receipt> Feed(CommandId command, bool on);
}
