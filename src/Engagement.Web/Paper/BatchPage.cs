using Engagement.Grains.Paper;
using Engagement.Web.Shared;

namespace Engagement.Web.Paper;

/// <summary>One batch of printed codes. Serials are shown from 1.</summary>
/// <param name="Batch">Its record.</param>
/// <param name="Seed">Who hands it out; null for everybody.</param>
/// <param name="Receivers">Who can be given it as seeds.</param>
public sealed record BatchPage(RoseBatchState Batch, string? Seed, IReadOnlyList<Choice> Receivers)
{
    /// <summary>Codes in one part of a large batch: a hundred sheets.</summary>
    public const int PerPart = 100 * PaperSheets.PerPage;

    /// <summary>The field that was not right: from, seed, courier or pages.</summary>
    public string? Fault { get; init; }

    /// <summary>Name of the one courier who hands it out, or their id; null for none.</summary>
    public string? Courier { get; init; }

    /// <summary>The files of a hundred sheets that together hold a batch; none when it is no larger than one.</summary>
    public IEnumerable<(int From, int To)> Parts
    {
        get
        {
            for (var from = 1; from <= Batch.Size && Batch.Size > PerPart; from += PerPart)
            {
                yield return (from, Math.Min(Batch.Size, from + PerPart - 1));
            }
        }
    }
}
