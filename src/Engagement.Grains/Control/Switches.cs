using Engagement.Contracts;
using Engagement.Grains.Storage;
using Microsoft.Extensions.Logging;

namespace Engagement.Grains.Control;

/// <summary>Reads what operators changed, at start and every two seconds: four reads may fail before ten seconds are over.</summary>
public sealed partial class Switches(StoreConnection store, RecordFormat format, Cell cell, ILogger<Switches> log) : RecordPoll(TimeSpan.FromSeconds(2)), ISwitches
{
    private volatile Tuple<byte[], ControlNow> _latest = Tuple.Create<byte[], ControlNow>([], ControlNow.Unchanged);

    /// <inheritdoc/>
    public ControlNow Now => _latest.Item2;

    /// <summary>Reads the record now: in the process in which an operator just changed something.</summary>
    public override async Task Refresh()
    {
        byte[]? record = await store.Database.StringGetAsync(cell.Record(ControlState.Kind, ControlState.Kind));
        if (record is not null && !record.AsSpan().SequenceEqual(_latest.Item1)) // what is made of it is kept as long as it says the same
        {
            _latest = Tuple.Create(record, new ControlNow(format.Read<ControlState>(record)));
        }
    }

    [LoggerMessage(LogLevel.Warning, "Whether anything is switched off could not be read: {Why}")]
    protected override partial void Away(string why);
}
