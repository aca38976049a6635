using System.Text.Json.Serialization;

namespace Engagement.Rig.Load;

/// <summary>One acknowledged answer, or what the city showed before the first gift.</summary>
/// <param name="Kind">base: a person before; totals: the city before; send, offer, claim: an acknowledged command; open: one that nobody answered.</param>
/// <param name="Command">Idempotency key.</param>
/// <param name="Rose">The rose.</param>
/// <param name="By">Who acted.</param>
/// <param name="Hop">Of a claim: the hop's number.</param>
/// <param name="Numbers">Of a base: held, sent, received. Of totals: sent, claimed.</param>
internal sealed record JournalEntry(
    string Kind, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Command = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Rose = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? By = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] int Hop = 0,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] long[]? Numbers = null);
