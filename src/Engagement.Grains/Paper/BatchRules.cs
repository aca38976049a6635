using Engagement.Contracts;
using Engagement.Grains.Agenda;
using Engagement.Grains.Roses;
using Engagement.Grains.Storage;

namespace Engagement.Grains.Paper;

/// <summary>The rules of one batch of printed codes: pure and synchronous.</summary>
internal static class BatchRules
{
    /// <summary>Roses that one step of a void ends.</summary>
    public const int VoidedPerStep = 50;

    /// <summary>Characters of a batch's name.</summary>
    public const int NameLength = 30;

    /// <summary>The batch comes into the world under this number, unless another has it.</summary>
    public static BatchReceipt Issue(RoseBatchState batch, int number, CommandId command, IssueBatch wanted, bool knowsSeed, Moment moment)
    {
        if (batch.At > 0)
        {
            return batch.Issued != command ? new(Outcome.AlreadyDecided)
                : (batch.Size, batch.Name, batch.Free) == (wanted.Size, wanted.Name.Trim(), wanted.Free) ? new(Outcome.Done, batch.Number) : new(Outcome.CommandReused);
        }

        var field = wanted.Size is < 1 or > PaperCode.MaxSize ? "size"
            : wanted.Name.Trim() is not { Length: > 0 and <= NameLength } ? "name"
            : wanted.Seed is not null && (!knowsSeed || wanted.Free) ? "seed"
            : null;
        if (field is not null)
        {
            return new(Outcome.Invalid, Field: field);
        }

        Begin(batch, number, command, wanted, moment);
        batch.Follow([.. batch.Derived(), Audit(batch, moment, "paper.issue", wanted.By, batch.Size.ToString(System.Globalization.CultureInfo.InvariantCulture))]);
        return new(Outcome.Done, number);
    }

    /// <summary>The first scan of a code bears its rose in the scanner's hands. Null for a code that is bound: then the rose itself decides.</summary>
    public static PaperReceipt? Scan(RoseBatchState batch, CommandId command, int serial, PaperScan scan, bool isOpen, RoseId rose, Moment moment)
    {
        if (serial < 0 || serial >= batch.Size || batch.VoidOf(serial) is not null)
        {
            return new(serial < 0 || serial >= batch.Size ? Outcome.NotFound : Outcome.Voided);
        }

        if (batch.IsBound(serial))
        {
            return null;
        }

        var refusal = !isOpen ? Outcome.SignInRequired
            : scan.DeviceAt > moment.Milliseconds + RoseRules.ClockSkew.TotalMilliseconds ? Outcome.Invalid
            : moment.Stops(ControlField.Claiming) is var stopped and not Outcome.Done ? stopped
            : command.UnixMilliseconds < moment.Real.Subtract(CommandLog.Horizon).ToUnixTimeMilliseconds() ? Outcome.TooOld
            : Outcome.Done;
        if (refusal != Outcome.Done)
        {
            return new(refusal);
        }

        var born = RoseRules.Found(rose, new() { Batch = batch.Number, Serial = serial, Seed = batch.Seed, Free = batch.Free }, scan, command, moment, out var effects);
        batch.Bind(serial);
        batch.Born++;
        batch.Follow([new Birth(RoseState.Kind, rose.ToString(), born), .. effects]);
        return new(Outcome.Done, rose);
    }

    /// <summary>Who hands the batch out, while nobody has scanned any of it: the number of seeds is fixed before they travel (RR-05).</summary>
    /// <param name="batch">The record.</param>
    /// <param name="command">The operator's key.</param>
    /// <param name="by">The operator.</param>
    /// <param name="seed">A company or the pool; null for everybody.</param>
    /// <param name="courier">The one courier, who rides for <paramref name="seed"/>; default for all of them.</param>
    /// <param name="knowsSeed">The company exists.</param>
    /// <param name="moment">Now.</param>
    public static Outcome Hand(
        RoseBatchState batch, CommandId command, ParticipantId by, string? seed, ParticipantId courier, bool knowsSeed, Moment moment)
    {
        var content = courier.IsNone ? Content.Of("hand", seed) : Content.Of("hand-to", courier.ToString());
        if (batch.Commands.Seen(command, content, moment.Real) is { } seen)
        {
            return seen.Outcome;
        }

        if (seed is not null && (!knowsSeed || batch.Free) || batch.Bound is not null || batch.IsReprint)
        {
            return seed is not null && (!knowsSeed || batch.Free) ? Outcome.Invalid : Outcome.AlreadyDecided;
        }

        var seeds = (seed is null ? 0 : 1) - (batch.Seed is null ? 0 : 1);
        batch.Follow([.. seeds == 0 ? Array.Empty<Effect>() : [new Count(PaperEffects.Seeds, "issued", seeds * batch.Size)],
            .. batch.Courier.IsNone ? Array.Empty<Effect>() : [new Unindex(PaperEffects.Carried(batch.Courier), batch.Number)],
            .. courier.IsNone ? Array.Empty<Effect>() : [new Index(PaperEffects.Carried(courier), batch.Number, batch.At)],
            Audit(batch, moment, "paper.hand", by, courier.IsNone ? seed ?? "" : $"{seed}:{courier}")]);
        (batch.Seed, batch.Courier) = (seed, courier);
        batch.Commands.Keep(command, content, 0, moment.Real);
        return Outcome.Done;
    }

    /// <summary>The prints are dead from now on; their roses follow step by step.</summary>
    public static Outcome Void(RoseBatchState batch, CommandId command, ParticipantId by, int from, int to, string reason, Moment moment)
    {
        var content = Content.Of("void", $"{from}-{to}", reason);
        if (batch.Commands.Seen(command, content, moment.Real) is { } seen)
        {
            return seen.Outcome;
        }

        if (!IsRange(batch, from, to))
        {
            return Outcome.Invalid;
        }

        var range = new VoidRange { From = from, To = to, At = moment.Milliseconds, By = by };
        (batch.Voids ??= []).Add(range);
        range.Next = NextBound(batch, range, from);
        batch.Follow([.. StepOf(batch, batch.Voids.Count - 1), Audit(batch, moment, "paper.void", by, reason, $"{from}-{to}")]);
        batch.Commands.Keep(command, content, 0, moment.Real);
        return Outcome.Done;
    }

    /// <summary>The serials whose roses the next step of a void ends.</summary>
    public static IReadOnlyList<int> StepOf(RoseBatchState batch, VoidRange range)
    {
        var serials = new List<int>();
        for (var serial = range.Next; serial <= range.To && serials.Count < VoidedPerStep; serial = NextBound(batch, range, serial + 1))
        {
            serials.Add(serial);
        }

        return serials;
    }

    /// <summary>These roses were voided: the next ones follow.</summary>
    public static void Voided(RoseBatchState batch, int index, IReadOnlyList<int> serials)
    {
        var range = batch.Voids![index];
        if (serials.Count > 0 && range.Next == serials[0])
        {
            batch.Follow(new Take(RoseEffects.Agenda, PaperEffects.Step(batch.Number, index, range.Next)));
            range.Next = NextBound(batch, range, serials[^1] + 1);
            batch.Follow([.. StepOf(batch, index)]);
        }
    }

    /// <summary>New prints of the same codes, in one commit with the end of the old ones: a rose never has two.</summary>
    public static BatchReceipt Reissue(RoseBatchState batch, CommandId command, ParticipantId by, int from, int to, int number, string reason, Moment moment)
    {
        var content = Content.Of("reissue", $"{from}-{to}", reason);
        if (batch.Commands.Seen(command, content, moment.Real) is { } seen)
        {
            return new(seen.Outcome, (int)seen.Value);
        }

        if (!IsRange(batch, from, to) || batch.Voids?.Exists(range => range.ReplacedBy > 0 && range.From <= to && range.To >= from) == true)
        {
            return IsRange(batch, from, to) ? new(Outcome.AlreadyDecided) : new(Outcome.Invalid, Field: "from");
        }

        var print = new RoseBatchState();
        Begin(print, number, command, new(by, to - from + 1, batch.Name, batch.Seed, batch.Free), moment);
        (print.Root, print.RootFrom, print.Courier) = (batch.Root, batch.RootFrom + from, batch.Courier);
        for (var serial = from; serial <= to; serial++)
        {
            if (batch.IsBound(serial))
            {
                print.Bind(serial - from);
            }
        }

        (batch.Voids ??= []).Add(new() { From = from, To = to, At = moment.Milliseconds, By = by, ReplacedBy = number, Next = to + 1 });
        batch.Follow([new Birth(RoseBatchState.Kind, number.ToString(System.Globalization.CultureInfo.InvariantCulture), print), .. print.Derived(),
            Audit(batch, moment, "paper.reissue", by, reason, $"{from}-{to}:{number}")]);
        batch.Commands.Keep(command, content, number, moment.Real);
        return new(Outcome.Done, number);
    }

    /// <summary>Live codes are taken away.</summary>
    public static Outcome Download(RoseBatchState batch, CommandId command, ParticipantId by, string what, Moment moment)
    {
        var content = Content.Of("download", what);
        if (batch.Commands.Seen(command, content, moment.Real) is { } seen)
        {
            return seen.Outcome;
        }

        batch.Downloads++;
        batch.Follow(Audit(batch, moment, "paper.download", by, what));
        batch.Commands.Keep(command, content, 0, moment.Real);
        return Outcome.Done;
    }

    private static bool IsRange(RoseBatchState batch, int from, int to) =>
        from >= 0 && to >= from && to < batch.Size && (batch.Voids?.Count ?? 0) < RoseBatchState.VoidsKept;

    private static void Begin(RoseBatchState batch, int number, CommandId command, IssueBatch wanted, Moment moment) =>
        (batch.Number, batch.Root, batch.At, batch.By, batch.Issued, batch.Size, batch.Name, batch.Seed, batch.Free) =
        (number, number, moment.Milliseconds, wanted.By, command, wanted.Size, wanted.Name.Trim(), wanted.Seed, wanted.Free);

    // A rose that lives on under a new print is not voided with its old one.
    private static int NextBound(RoseBatchState batch, VoidRange range, int from)
    {
        for (var serial = from; serial <= range.To; serial++)
        {
            if (batch.IsBound(serial) && batch.VoidOf(serial)?.ReplacedBy is null or 0)
            {
                return serial;
            }
        }

        return range.To + 1;
    }

    private static IEnumerable<Effect> StepOf(RoseBatchState batch, int index) => batch.Voids![index] is { IsDone: false } range
        ? [new Index(RoseEffects.Agenda, PaperEffects.Step(batch.Number, index, range.Next), AgendaEntry.AtOnce)]
        : [];

    private static Append Audit(RoseBatchState batch, Moment moment, string act, ParticipantId by, string why, string? what = null) =>
        new("audit", AuditEntry.Of(moment.Now, act, what is null ? $"{batch.Number}" : $"{batch.Number}:{what}", by, why));
}
