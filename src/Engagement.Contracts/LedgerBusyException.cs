namespace Engagement.Contracts;

/// <summary>Too many effects of this grain wait for the store; nothing was changed. Retry later with the same command (429).</summary>
/// <remarks>No <see cref="LedgerException"/>: that one makes Orleans throw the activation away, which an overloaded grain can least afford.</remarks>
[GenerateSerializer, Alias("eng.ledger.busy")]
public sealed class LedgerBusyException() : OrleansException("Too many changes wait for the store; retry later with the same command.");
