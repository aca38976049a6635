using Engagement.Grains.Records;
using Engagement.Web.Boards;
using Engagement.Web.Home;

namespace Engagement.Web.Records;

/// <summary>Puts entries of a record into the reader's words.</summary>
public sealed class RecordBook(Names names, Wording wording)
{
    /// <summary>The lines.</summary>
    public RecordLine[] Lines(IReadOnlyList<RecordEntry> entries) => [.. entries.Select(entry => new RecordLine(
        entry.Act.Id, wording.Of(entry.Kind.Title), DateTimeOffset.FromUnixTimeMilliseconds(entry.Act.At), names.District(entry.Act.District), entry.Act.Level, entry.Hidden))];
}
