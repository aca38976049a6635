namespace Engagement.Contracts;

/// <summary>A change of the campaign by an operator.</summary>
/// <param name="Number">1 for the first of this campaign.</param>
/// <param name="Field">What.</param>
/// <param name="From">Before.</param>
/// <param name="To">Since; empty for what the configuration says.</param>
/// <param name="By">Who.</param>
/// <param name="At">Unix milliseconds.</param>
/// <param name="Reason">Why.</param>
/// <param name="Undoes">The number of the change that it takes back; 0 for none.</param>
/// <param name="Subject">Which unit or preset; empty for fields that there is one of.</param>
[GenerateSerializer, Immutable, Alias("eng.control.change")]
public sealed record ControlChange(
    [property: Id(0)] int Number, [property: Id(1)] ControlField Field, [property: Id(2)] string From, [property: Id(3)] string To,
    [property: Id(4)] ParticipantId By, [property: Id(5)] long At, [property: Id(6)] string Reason, [property: Id(7)] int Undoes = 0,
    [property: Id(8)] string Subject = "");
