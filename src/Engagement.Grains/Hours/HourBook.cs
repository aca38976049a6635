using Engagement.Contracts;

namespace Engagement.Grains.Hours;

/// <summary>A volunteer's entries around an instant, as they stand with their offsets and decisions.</summary>
internal sealed class HourBook
{
    /// <summary>How far around a service its neighbours are looked for: no shift's presence is longer than a day.</summary>
    public const long Window = 48 * 3_600_000L;

    private readonly Dictionary<ServiceRecordId, Line> _lines = [];
    private readonly HashSet<ServiceRecordId> _ids = [];

    /// <param name="entries">Entries in the order of their numbers.</param>
    /// <param name="seen">The volunteer's entries when these were read.</param>
    public HourBook(IReadOnlyList<ServiceRecord> entries, int seen = 0)
    {
        Seen = seen;
        foreach (var entry in entries)
        {
            _ids.Add(entry.Id);
            if (entry.Offsets.IsNone)
            {
                _lines[entry.Id] = new(entry);
            }
            else if (_lines.TryGetValue(entry.Offsets, out var line))
            {
                line.Add(entry);
            }
        }
    }

    /// <summary>The volunteer's entries when these were read: with another number now they are to be read again.</summary>
    public int Seen { get; }

    /// <summary>Whether this entry is recorded, whatever it is.</summary>
    public bool Has(ServiceRecordId id) => _ids.Contains(id);

    /// <summary>One entry, with what came after it.</summary>
    public Line? Of(ServiceRecordId root) => _lines.GetValueOrDefault(root);

    /// <summary>Entries that count something now, but for <paramref name="except"/>.</summary>
    public IEnumerable<Line> Standing(ServiceRecordId except = default) => _lines.Values.Where(line => line.Net > 0 && line.Root.Id != except);

    /// <summary>All entries, but for <paramref name="except"/>: also those that count nothing.</summary>
    public IEnumerable<Line> Others(ServiceRecordId except) => _lines.Values.Where(line => line.Root.Id != except);

    /// <summary>An entry with its offsets and decisions.</summary>
    /// <param name="root">The entry itself.</param>
    internal sealed class Line(ServiceRecord root)
    {
        private readonly List<HourSpan> _spans = [.. root.Counted];

        /// <summary>The entry.</summary>
        public ServiceRecord Root => root;

        /// <summary>Minutes it counts now.</summary>
        public int Net { get; private set; } = root.Minutes;

        /// <summary>Minutes that the server counted, offsets aside.</summary>
        public int Full => _spans.Sum(span => span.Minutes);

        /// <summary>Minutes that wait for a reviewer.</summary>
        public int Pending { get; private set; } = root.Pending;

        /// <summary>The minutes that the server counted.</summary>
        public IReadOnlyList<HourSpan> Spans => _spans;

        /// <summary>Unix milliseconds at which its minutes were recorded: with the entry, or when a reviewer let it count. On the boards of that day they are.</summary>
        public long CountedAt { get; private set; } = root.RecordedAt;

        /// <summary>When the volunteer was there.</summary>
        public HourSpan Presence => new(root.From, root.To);

        public void Add(ServiceRecord later)
        {
            Net += later.Minutes;
            Pending += later.Pending;
            _spans.AddRange(later.Counted);
            CountedAt = later.Counted.Count > 0 ? later.RecordedAt : CountedAt;
        }
    }
}
