namespace Engagement.Contracts;

/// <summary>A courier company's keys for its own systems (IN-02). Key: <c>campaign/company-id</c>.</summary>
[Alias("eng.company")]
public interface ICompanyGrain : IGrainWithStringKey
{
    /// <summary>Makes a key, audited; Invalid when five are in use. Only this answer leads to the secret. The same command returns the same key.</summary>
    /// <exception cref="LedgerException">Durability unknown; retry with the same command.</exception>
    [Alias("IssueKey"), ResponseTimeout("00:00:05")]
    Task<KeyIssued> IssueKey(CommandId command, ParticipantId by, string note);

    /// <summary>Ends a key, audited. NotFound for an unknown one; Done again for one that has ended.</summary>
    /// <exception cref="LedgerException">Durability unknown; repeat.</exception>
    [Alias("RevokeKey"), ResponseTimeout("00:00:05")]
    Task<Receipt> RevokeKey(ParticipantId by, string key);

    /// <summary>All keys, newest first.</summary>
    [Alias("Keys")] Task<IReadOnlyList<CompanyKey>> Keys();

    /// <summary>Whether requests signed with this key are taken now.</summary>
    [Alias("Accepts")] Task<bool> Accepts(string key);
}

/// <summary>A company's key.</summary>
/// <param name="Id">Sent with every request: <c>company.random</c>.</param>
/// <param name="Note">What it is for, in the words of who made it.</param>
/// <param name="By">Who made it.</param>
/// <param name="At">Unix milliseconds.</param>
/// <param name="RevokedAt">Unix milliseconds; 0 while it is in use.</param>
[GenerateSerializer, Immutable, Alias("eng.company.key")]
public sealed record CompanyKey(
    [property: Id(0)] string Id, [property: Id(1)] string Note, [property: Id(2)] ParticipantId By, [property: Id(3)] long At, [property: Id(4)] long RevokedAt = 0);

/// <summary>Answer to <see cref="ICompanyGrain.IssueKey"/>.</summary>
/// <param name="Outcome">Done, or why not.</param>
/// <param name="Key">The key's id.</param>
[GenerateSerializer, Immutable, Alias("eng.company.issued")]
public sealed record KeyIssued([property: Id(0)] Outcome Outcome, [property: Id(1)] string? Key = null);
