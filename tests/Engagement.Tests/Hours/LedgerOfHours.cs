using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Hours;
using Engagement.Grains.Hours.Cases;
using Engagement.Grains.Storage;
using Engagement.Grains.Volunteers;
using Engagement.Tests.Roses;

namespace Engagement.Tests.Hours;

/// <summary>One volunteer's ledger on the pure rules, with commands that random numbers choose.</summary>
internal sealed class LedgerOfHours
{
    public static readonly DateTimeOffset Start = new(2026, 3, 4, 0, 0, 0, ShanghaiDay.Offset);

    private static readonly string?[] Districts = ["440703", "440704", null];
    private static readonly ParticipantId Operator = new(new Guid(7, 0, 0, new byte[8]));

    public static readonly ParticipantId Somebody = new(new Guid(6, 0, 0, new byte[8]));

    private int _made;

    public HourOptions Options { get; } = new();

    public VolunteerState Me { get; } = new() { Id = new(new Guid(1, 0, 0, new byte[8])) };

    public List<ServiceRecord> Entries { get; } = [];

    public LedgerModel? Ledger { get; init; }

    /// <summary>A deliberate break: nobody looks at what counts already.</summary>
    public bool Blind { get; init; }

    /// <summary>Runs one command; the numbers say which and about what.</summary>
    public void Run(int what, int start, int length, int late, int early)
    {
        switch (what)
        {
            case <= 4:
                Record(EntryKind.Attended, HourClass.Credit, start, length, late, early);
                break;
            case <= 6:
                Record(EntryKind.MakeUp, HourClass.Honour, start, length, 0, 0);
                break;
            case 7:
                Record(EntryKind.Imported, HourClass.Honour, start, Math.Min(length, 480), 0, 0, "old");
                break;
            case <= 9 when Entries.Count > 0:
                Offset(Entries[start % Entries.Count].Root, length % 3 == 0 ? -600 + late * 20 : late - 60);
                break;
            case 10 when Entries.Count > 0:
                Decide(Entries[start % Entries.Count].Root, late % 2 == 0);
                break;
        }
    }

    /// <summary>A shift from <paramref name="start"/> minutes on, <paramref name="length"/> minutes long; the volunteer comes and leaves that much after it begins and before it ends.</summary>
    public ServiceRecord Record(EntryKind kind, HourClass @class, int start, int length, int late, int early, string? origin = null, bool noOut = false, ParticipantId ledBy = default)
    {
        var (from, to) = (At(start), At(start + length));
        var draft = new HourDraft(
            new(new Guid(++_made, 1, 0, new byte[8])), kind, @class, "team", origin is null ? new(new Guid(_made, 2, 0, new byte[8])) : default, 1, "help", "class",
            Districts[_made % Districts.Length],
            new(from, to, from + late * 60_000L + late * 77, noOut ? 0 : to - early * 60_000L + early * 33, LedBy: ledBy)) { Origin = origin };
        return Born(me => HourRules.Record(me, draft, Book(from), [], Moment));
    }

    public Receipt Offset(ServiceRecordId entry, int minutes, HourReason reason = HourReason.WrongTimes) =>
        Changed(entry, (id, book) => HourRules.Offset(Me, id, Operator, new(entry, minutes, reason), book, Moment));

    public Receipt Decide(ServiceRecordId entry, bool counts) =>
        Changed(entry, (id, book) => HourRules.Decide(Me, id, Operator, new(entry, counts, HourReason.BothServed), book, Moment));

    /// <summary>The whole ledger as it stands.</summary>
    public HourBook Whole => new(Entries);

    public HourMoment Moment => new(Start.AddDays(30).AddMinutes(_made), Start, Options);

    public static long At(int minute) => Start.AddMinutes(minute).ToUnixTimeMilliseconds();

    // As the store answers: everything that began around an instant.
    private HourBook Book(long around) => Blind ? new([]) : new([.. Entries.Where(entry => Math.Abs(entry.From - around) <= HourBook.Window)]);

    private Receipt Changed(ServiceRecordId entry, Func<ServiceRecordId, HourBook, Receipt> rule)
    {
        var receipt = new Receipt(Outcome.NotFound);
        var root = Entries.Find(one => one.Id == entry)!;
        Born(_ =>
        {
            receipt = rule(new(new Guid(++_made, 3, 0, new byte[8])), Book(root.From));
            return root;
        });
        return receipt;
    }

    private ServiceRecord Born(Func<VolunteerState, ServiceRecord> rule)
    {
        var record = rule(Me);
        Entries.AddRange(Me.Effects.OfType<Birth>().Select(birth => birth.State).OfType<ServiceState>().Select(state => state.Entry));
        if (Ledger is { } ledger)
        {
            ledger.Commit(Me);
        }
        else
        {
            Me.Settle(Me.Effects.Count);
        }

        return Entries.Find(entry => entry.Id == record.Id)!;
    }
}
