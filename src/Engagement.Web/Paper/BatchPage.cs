using Engagement.Grains.Paper;
using Engagement.Web.Shared;

namespace Engagement.Web.Paper;

/// <summary>One batch of printed codes. Serials are shown from 1.</summary>
/// <param name="Batch">Its record.</param>
/// <param name="Seed">Who hands it out; null for everybody.</param>
/// <param name="Receivers">Who can be given it as seeds.</param>
public sealed record BatchPage(RoseBatchState Batch, string? Seed, IReadOnlyList<Choice> Receivers)
{
    /// <summary>Codes in one file: a hundred sheets.</summary>
    public const int PerFile = 100 * PaperSheets.PerPage;

    /// <summary>The field that was not right: from, seed or pages.</summary>
    public string? Fault { get; init; }

    /// <summary>The files that hold the whole batch.</summary>
    public IEnumerable<(int From, int To)> Files
    {
        get
        {
            for (var from = 1; from <= Batch.Size; from += PerFile)
            {
                yield return (from, Math.Min(Batch.Size, from + PerFile - 1));
            }
        }
    }
}
