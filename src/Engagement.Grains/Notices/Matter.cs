namespace Engagement.Grains.Notices;

/// <summary>Something about the account that its person hears of; lies in their record, the latest ten.</summary>
[GenerateSerializer, OmitDefaultMemberValues, Immutable, Alias("eng.participant.matter")]
public readonly record struct Matter([property: Id(0)] NoticeKind Kind, [property: Id(1)] long At, [property: Id(2)] long Number = 0);
