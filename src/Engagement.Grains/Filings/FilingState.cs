using Engagement.Contracts;
using Engagement.Grains.Storage;

namespace Engagement.Grains.Filings;

/// <summary>A service on its way into another system.</summary>
[GenerateSerializer, OmitDefaultMemberValues, Alias("eng.filing.state")]
public sealed class FilingState : LedgerState
{
    /// <summary>Name of the record in keys.</summary>
    public const string Kind = "filing";

    /// <summary>The entry.</summary>
    [Id(0)] public ServiceRecordId Entry { get; set; }

    /// <summary>Who organised and records.</summary>
    [Id(1)] public string Organisation { get; set; } = "";

    /// <summary>The batch in which it went out last.</summary>
    [Id(2)] public string Batch { get; set; } = "";

    /// <summary>Its place there.</summary>
    [Id(3)] public int Place { get; set; }

    /// <summary>Minutes that went out.</summary>
    [Id(4)] public int Minutes { get; set; }

    /// <summary>How far it is.</summary>
    [Id(5)] public FilingStage Stage { get; set; }

    /// <summary>Why the other system did not take it.</summary>
    [Id(6)] public string Reason { get; set; } = "";

    /// <summary>Unix milliseconds since which it is there.</summary>
    [Id(7)] public long Since { get; set; }

    /// <summary>How often it went out.</summary>
    [Id(8)] public int Times { get; set; }

    /// <summary>Whether there is something to send: it never went out, was refused, or counts other minutes by now.</summary>
    /// <param name="net">What the entry counts now.</param>
    public bool Waits(int net) => Stage switch
    {
        FilingStage.None => net > 0,
        FilingStage.Rejected => net > 0 || Minutes > 0,
        _ => net != Minutes,
    };

    /// <inheritdoc/>
    internal override IEnumerable<Effect> Derived()
    {
        if (Stage == FilingStage.None)
        {
            yield break;
        }

        yield return new Index(FilingEffects.Of(Organisation, Stage), FilingEffects.Member(Entry), Since);
        yield return new Index(FilingEffects.In(Organisation, Batch), FilingEffects.Member(Entry), Place);
    }
}
