using Engagement.Contracts;
using Engagement.Grains.Storage;
using Microsoft.Extensions.Logging;

namespace Engagement.Grains.Control;

/// <summary>Reads what operators changed, at start and every two seconds: four reads may fail before ten seconds are over.</summary>
public sealed partial class Switches(StoreConnection store, RecordFormat format, Cell cell, ILogger<Switches> log) : RecordPoll(TimeSpan.FromSeconds(2)), ISwitches
{
    private volatile ControlNow _now = ControlNow.Unchanged;

    /// <inheritdoc/>
    public ControlNow Now => _now;

    /// <summary>Reads the record now: in the process in which an operator just changed something.</summary>
    public override async Task Refresh()
    {
        byte[]? record = await store.Database.StringGetAsync(cell.Record(ControlState.Kind, ControlState.Kind));
        _now = record is null ? ControlNow.Unchanged : new(format.Read<ControlState>(record));
    }

    [LoggerMessage(LogLevel.Warning, "Whether anything is switched off could not be read: {Why}")]
    protected override partial void Away(string why);
}
