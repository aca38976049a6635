using System.Text;
using Engagement.Contracts;

namespace Engagement.Grains.Storage;

public sealed partial class CellKeys
{
    /// <summary>The id of another system's row: the same one whoever uploads it, and nothing that tells what it is.</summary>
    public HourRowId HourRow(string system, string source) => new(Truncated(_ids, Encoding.UTF8.GetBytes($"hours\u001f{system}\u001f{source}")));
}
