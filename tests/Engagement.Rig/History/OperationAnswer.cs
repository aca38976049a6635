namespace Engagement.Rig.History;

/// <summary>What an answer said besides its outcome. Null means that it said nothing about it.</summary>
internal sealed record OperationAnswer
{
    /// <summary>Of a send: the rose that was born.</summary>
    public string? Rose { get; init; }

    /// <summary>Of a bouquet that was given: its id.</summary>
    public string? Bouquet { get; init; }

    /// <summary>Of a send, offer or bouquet: <see cref="OperationCall.SecretId"/> of the link's secret.</summary>
    public string? Secret { get; init; }

    /// <summary>Of a send, offer or bouquet: Unix milliseconds of the city's clock from which on it can't be taken.</summary>
    public long? Due { get; init; }

    /// <summary>Of a claim: the hop's number, from 1.</summary>
    public int? Hop { get; init; }

    /// <summary>Of a send or a look at the allowance: roses left today.</summary>
    public int? Remaining { get; init; }

    /// <summary>Of a look at the allowance: Unix milliseconds of the city's clock at which the day ends.</summary>
    public long? DayEnds { get; init; }

    /// <summary>Of a claimed share: the roses that were won.</summary>
    public string[]? Won { get; init; }

    /// <summary>Of a look at a rose: Offered, Held, Kept, OfferedOn, Returned, Withdrawn or Voided.</summary>
    public string? State { get; init; }

    /// <summary>Of a look at a rose: its hops.</summary>
    public int? Hops { get; init; }

    /// <summary>Of a look at a rose: distinct people of its chain.</summary>
    public int? People { get; init; }

    /// <summary>Of a look at a bouquet: roses that nobody took.</summary>
    public int? RosesLeft { get; init; }

    /// <summary>Of a look at a bouquet: shares that nobody took.</summary>
    public int? SharesLeft { get; init; }

    /// <summary>Of a look at a bouquet that is over: the shares in their order.</summary>
    public int[]? Taken { get; init; }

    /// <summary>Of a moved clock: how often it was tried; each try may have moved it.</summary>
    public int? Tries { get; init; }
}
