using Engagement.Contracts;
using Engagement.Grains.Agenda;
using Engagement.Grains.Roses;
using Engagement.Grains.Storage;

namespace Engagement.Grains.Paper;

/// <summary>A batch of printed codes: what it was made for, which codes are bound and which are void. The codes themselves follow from their numbers.</summary>
[GenerateSerializer, OmitDefaultMemberValues, Alias("eng.batch.state")]
public sealed class RoseBatchState : LedgerState
{
    /// <summary>Name of the record in keys.</summary>
    public const string Kind = "batch";

    /// <summary>Void ranges of one batch at most; more than that is a void of the whole batch.</summary>
    public const int VoidsKept = 200;

    /// <summary>Its own number.</summary>
    [Id(0)] public int Number { get; set; }

    /// <summary>Unix milliseconds of its issue; 0 for no record.</summary>
    [Id(1)] public long At { get; set; }

    /// <summary>Who issued it.</summary>
    [Id(2)] public ParticipantId By { get; set; }

    /// <summary>The command that issued it: its answer is known for ever.</summary>
    [Id(3)] public CommandId Issued { get; set; }

    /// <summary>Codes.</summary>
    [Id(4)] public int Size { get; set; }

    /// <summary>What the operators call it.</summary>
    [Id(5)] public string Name { get; set; } = "";

    /// <summary>The company whose couriers hand it out, or <see cref="IssueBatch.Pool"/>: seeds. Null for none.</summary>
    [Id(6)] public string? Seed { get; set; }

    /// <summary>One bit a code: its rose was born, by this print or by an earlier one of the same code.</summary>
    [Id(7)] public byte[]? Bound { get; set; }

    /// <summary>Roses that scans of this batch's own prints bore.</summary>
    [Id(8)] public int Born { get; set; }

    /// <summary>Codes that are no longer good, in the order in which that was decided; at most <see cref="VoidsKept"/>.</summary>
    [Id(9)] public List<VoidRange>? Voids { get; set; }

    /// <summary>The batch whose roses these prints lead to: another one when they were printed again.</summary>
    [Id(10)] public int Root { get; set; }

    /// <summary>The serial there of this batch's first code.</summary>
    [Id(11)] public int RootFrom { get; set; }

    /// <summary>Times that live codes were taken away.</summary>
    [Id(12)] public int Downloads { get; set; }

    /// <summary>Recent commands of operators.</summary>
    [Id(13)] public CommandLog Commands { get; set; } = new();

    /// <summary>Stickers: whoever scans one takes its rose, and nothing is counted.</summary>
    [Id(14)] public bool Free { get; set; }

    /// <summary>The one courier who hands it out; default for none. Their company, or the pool, is <see cref="Seed"/>.</summary>
    [Id(15)] public ParticipantId Courier { get; set; }

    /// <summary>Whether it is a new print of an older batch's codes.</summary>
    public bool IsReprint => Root != Number;

    /// <summary>The code that a print stands for: of the batch that was printed first.</summary>
    public PaperCode CodeOf(int serial) => new(Root, RootFrom + serial);

    /// <summary>Whether the code's rose was born.</summary>
    public bool IsBound(int serial) => Bound is { } bits && (bits[serial >> 3] & 1 << (serial & 7)) != 0;

    /// <summary>The void that took this print away; null while it is good. A new print of it says more than a void.</summary>
    public VoidRange? VoidOf(int serial) => Voids?.Find(range => range.Has(serial) && range.ReplacedBy > 0) ?? Voids?.Find(range => range.Has(serial));

    /// <summary>Codes whose prints are dead.</summary>
    public int Dead => Size - Living.Count();

    /// <summary>Codes whose prints are good and whose roses were born.</summary>
    public int OnTheWay => Living.Count(IsBound);

    private IEnumerable<int> Living
    {
        get
        {
            var dead = new bool[Size];
            Voids?.ForEach(range => Array.Fill(dead, true, range.From, range.To - range.From + 1));
            return Enumerable.Range(0, Size).Where(serial => !dead[serial]);
        }
    }

    /// <summary>Codes whose roses were born.</summary>
    public int BoundCount => Bound?.Sum(bits => int.PopCount(bits)) ?? 0;

    internal void Bind(int serial)
    {
        Bound ??= new byte[(Size + 7) / 8];
        Bound[serial >> 3] |= (byte)(1 << (serial & 7));
    }

    /// <inheritdoc/>
    internal override IEnumerable<Effect> Derived()
    {
        if (At == 0)
        {
            yield break;
        }

        yield return new Index(PaperEffects.Batches, Number, At);
        if (Seed is not null && !IsReprint)
        {
            yield return new Count(PaperEffects.Seeds, "issued", Size);
        }

        if (!Courier.IsNone)
        {
            yield return new Index(PaperEffects.Carried(Courier), Number, At);
        }

        for (var i = 0; i < (Voids?.Count ?? 0); i++)
        {
            if (!Voids![i].IsDone)
            {
                yield return new Index(RoseEffects.Agenda, PaperEffects.Step(Number, i, Voids[i].Next), AgendaEntry.AtOnce);
            }
        }
    }
}

/// <summary>Codes that were voided together.</summary>
[GenerateSerializer, OmitDefaultMemberValues, Alias("eng.batch.void")]
public sealed class VoidRange
{
    /// <summary>First serial.</summary>
    [Id(0)] public int From { get; set; }

    /// <summary>Last serial.</summary>
    [Id(1)] public int To { get; set; }

    /// <summary>Unix milliseconds.</summary>
    [Id(2)] public long At { get; set; }

    /// <summary>Who decided it; why is on the audit log.</summary>
    [Id(3)] public ParticipantId By { get; set; }

    /// <summary>The batch that was printed instead; 0 when the roses end with their prints.</summary>
    [Id(4)] public int ReplacedBy { get; set; }

    /// <summary>First serial whose rose is still to be voided; beyond <see cref="To"/> when all are.</summary>
    [Id(5)] public int Next { get; set; }

    /// <summary>Whether every rose of it is voided, or none has to be.</summary>
    public bool IsDone => Next > To;

    /// <summary>Whether the code is one of them.</summary>
    public bool Has(int serial) => serial >= From && serial <= To;
}
