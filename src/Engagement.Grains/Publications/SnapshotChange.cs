namespace Engagement.Grains.Publications;

/// <summary>A line that differs between two documents.</summary>
/// <param name="Board">Board.</param>
/// <param name="Id">Unit.</param>
/// <param name="Name">Its name.</param>
/// <param name="Before">The line before; null when there was none.</param>
/// <param name="After">The line after; null when it is gone.</param>
public sealed record SnapshotChange(string Board, string Id, string Name, SnapshotLine? Before, SnapshotLine? After)
{
    /// <summary>What changed from one to the other, line by line, in the order of the later one.</summary>
    public static IReadOnlyList<SnapshotChange> Between(Snapshot before, Snapshot after)
    {
        var changes = new List<SnapshotChange>();
        foreach (var board in after.Boards)
        {
            var old = before.Boards.FirstOrDefault(other => other.Board == board.Board)?.Lines ?? [];
            changes.AddRange(board.Lines.Select(line => new SnapshotChange(board.Board, line.Id, line.Name, old.FirstOrDefault(other => other.Id == line.Id), line))
                .Where(change => change.Before is not { } was || !was.Equals(change.After! with { Name = was.Name }))); // a unit that was renamed is the same line
            changes.AddRange(old.Where(line => board.Lines.All(other => other.Id != line.Id)).Select(line => new SnapshotChange(board.Board, line.Id, line.Name, line, null)));
        }

        return changes;
    }
}
