using Engagement.Contracts;
using Engagement.Grains.Agenda;
using Engagement.Grains.Roses;
using Engagement.Grains.Storage;

namespace Engagement.Grains.Hours.Cases;

/// <summary>How often an activity's hours were to be looked at, and were.</summary>
[GenerateSerializer, OmitDefaultMemberValues, Alias("eng.hours.watchstate")]
public sealed class HoursWatchState : LedgerState
{
    /// <summary>Name of the record in keys.</summary>
    public const string Kind = "hours-watch";

    /// <summary>Which activity.</summary>
    [Id(0)] public ActivityId Activity { get; set; }

    /// <summary>Looks that were asked for.</summary>
    [Id(1)] public int Asked { get; set; }

    /// <summary>Of these, those that are done: a look sees everything that was asked before it began.</summary>
    [Id(2)] public int Done { get; set; }

    /// <summary>The agenda's name of a look that is due.</summary>
    public static string Entry(ActivityId activity) => $"watching:{activity}";

    /// <inheritdoc/>
    internal override IEnumerable<Effect> Derived() => Asked > Done ? [new Index(RoseEffects.Agenda, Entry(Activity), AgendaEntry.AtOnce)] : [];
}
