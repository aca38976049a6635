using Engagement.Contracts;

namespace Engagement.Grains.Records;

/// <summary>A link that shows a record for a while. Its secret is derived, never stored.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Number">Its number among the person's links, from 1.</param>
/// <param name="At">Unix milliseconds at which it was made.</param>
/// <param name="Until">Unix milliseconds at which it ends.</param>
[GenerateSerializer, Immutable, Alias("eng.record.share")]
public sealed record RecordShare([property: Id(0)] Guid Id, [property: Id(1)] int Number, [property: Id(2)] long At, [property: Id(3)] long Until);

/// <summary>A request for correction.</summary>
/// <param name="Number">Its number among the person's requests, from 1.</param>
/// <param name="Act">Which entry.</param>
/// <param name="Fault">What is not right.</param>
/// <param name="Note">Own words, sealed under the person's salt; null for none.</param>
/// <param name="At">Unix milliseconds.</param>
/// <param name="State">How it stands.</param>
/// <param name="Answer">The operator's reason.</param>
/// <param name="AnsweredAt">Unix milliseconds of the answer; 0 before.</param>
[GenerateSerializer, Immutable, OmitDefaultMemberValues, Alias("eng.record.request")]
public sealed record RecordRequest(
    [property: Id(0)] int Number, [property: Id(1)] CivicActId Act, [property: Id(2)] RecordFault Fault, [property: Id(3)] byte[]? Note, [property: Id(4)] long At,
    [property: Id(5)] CorrectionState State = CorrectionState.Open, [property: Id(6)] string Answer = "",
    [property: Id(7)] long AnsweredAt = 0);
