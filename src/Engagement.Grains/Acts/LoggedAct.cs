using Engagement.Contracts;

namespace Engagement.Grains.Acts;

/// <summary>An act in its courier's record: what the day's limits count, and what a repeated command meets.</summary>
/// <param name="Act">The act.</param>
/// <param name="Day">Shanghai day it counts for.</param>
/// <param name="Kind">Id of the catalogue.</param>
/// <param name="Content">Digest of what was asked for.</param>
[GenerateSerializer, Immutable, Alias("eng.courier.logged")]
public readonly record struct LoggedAct(
    [property: Id(0)] CivicActId Act, [property: Id(1)] int Day, [property: Id(2)] string Kind, [property: Id(3)] ulong Content);
