namespace Engagement.Contracts;

/// <summary>One mobile number on the rosters of companies, and who confirmed it. Key: <c>campaign/phone-key</c>.</summary>
[Alias("eng.roster")]
public interface IRosterGrain : IGrainWithStringKey
{
    /// <summary>Lists the number for a company, changes what is listed, or takes it off. The same import gets its first answer again.</summary>
    /// <exception cref="LedgerException">Durability unknown; repeat.</exception>
    [Alias("List"), ResponseTimeout("00:00:05")]
    Task<RosterResult> List(RosterListing listing);

    /// <summary>What <see cref="List"/> would answer; changes nothing.</summary>
    [Alias("Check")] Task<RosterResult> Check(RosterListing listing);

    /// <summary>A courier says that this is them. Done with the message that enrols them; NotFound when the company lists no such number; AlreadyEnrolled when it was confirmed before.</summary>
    /// <param name="courier">Who.</param>
    /// <param name="company">Company id.</param>
    /// <param name="showCompany">Travels with the message.</param>
    /// <param name="command">Of the courier; travels with the message, too.</param>
    /// <param name="over">Confirmations of this number up to here have ended, as far as the courier knows.</param>
    /// <exception cref="LedgerException">Durability unknown; repeat.</exception>
    [Alias("Confirm"), ResponseTimeout("00:00:05")]
    Task<RosterConfirmation> Confirm(ParticipantId courier, string company, bool showCompany, CommandId command, long over);

    /// <summary>What a company wrote about this number; null when it doesn't list it.</summary>
    [Alias("Find")] Task<RosterView?> Find(string company);

    /// <summary>An agenda entry of this number is due. Late, repeated and concurrent calls are harmless.</summary>
    /// <exception cref="LedgerException">Not done; the sweeper tries again.</exception>
    [Alias("Due"), ResponseTimeout("00:00:10")]
    Task Due(string entry);
}
