using System.Text;

namespace Engagement.Grains.Archive;

/// <summary>The births and takings of each day: counted for all days, and lines kept on the disk for those that are not published yet, so that a city of millions needs the memory of one day.</summary>
/// <param name="folder">Where the lines lie until the days are written; made, and taken away again.</param>
/// <param name="from">The first day whose lines are needed, like 20261123.</param>
internal sealed class DaySpool(string folder, int from) : IDisposable
{
    private readonly Dictionary<int, StreamWriter> _files = [];
    private readonly SortedDictionary<int, (long Sent, long Claimed)> _counts = [];

    /// <summary>Days that have any, the first in front.</summary>
    public IEnumerable<int> Days => _counts.Keys;

    /// <summary>A rose came into the world.</summary>
    public void Sent(int day, string line)
    {
        var (sent, claimed) = Count(day);
        _counts[day] = (sent + 1, claimed);
        Keep(day, line);
    }

    /// <summary>A rose was taken.</summary>
    public void Claimed(int day, string line)
    {
        var (sent, claimed) = Count(day);
        _counts[day] = (sent, claimed + 1);
        Keep(day, line);
    }

    /// <summary>Births and takings of a day.</summary>
    public (long Sent, long Claimed) Count(int day) => _counts.GetValueOrDefault(day);

    /// <summary>A day's lines, in no order. Nothing comes to that day afterwards.</summary>
    public IEnumerable<string> Lines(int day)
    {
        if (!_files.Remove(day, out var file))
        {
            return [];
        }

        file.Dispose();
        return File.ReadLines(PathOf(day));
    }

    public void Dispose()
    {
        foreach (var file in _files.Values)
        {
            file.Dispose();
        }

        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private void Keep(int day, string line)
    {
        if (day < from)
        {
            return;
        }

        if (!_files.TryGetValue(day, out var file))
        {
            Directory.CreateDirectory(folder);
            file = _files[day] = new(PathOf(day), append: false, new UTF8Encoding(false), 16_384) { NewLine = "\n" }; // over what a killed run left
        }

        file.WriteLine(line);
    }

    private string PathOf(int day) => Path.Combine(folder, day.ToString(System.Globalization.CultureInfo.InvariantCulture));
}
