using Engagement.Contracts;
using Engagement.Grains.Hours;
using Engagement.Grains.Roses;
using Engagement.Grains.Storage;

namespace Engagement.Grains.Imports;

/// <summary>The rules of one upload of hours: dry run, approval by somebody else, run. Pure and synchronous.</summary>
internal static class HourImportRules
{
    /// <summary>Parts of one step: one commit of the upload's record.</summary>
    public const int PartsPerStep = 8;

    private const int UploadHours = 1; // a browser that takes longer has gone

    /// <summary>Announces it.</summary>
    public static Outcome Begin(HourImportState import, BeginHourImport begin, HourMoment moment)
    {
        if (import.Phase != HourImportPhase.None)
        {
            return import.Content == begin.Content && import.Parts == begin.Parts ? Outcome.Done : Outcome.CommandReused;
        }

        HourCommands.Differ(import, () =>
        {
            (import.Id, import.Organisation, import.District, import.By, import.File) = (begin.Id, begin.Organisation, begin.District, begin.By, begin.File);
            (import.At, import.Content, import.Total, import.Parts) = (moment.Milliseconds, begin.Content, begin.Rows, begin.Parts);
            (import.Phase, import.Until) = (HourImportPhase.Receiving, moment.Now.AddHours(UploadHours).ToUnixTimeMilliseconds());
        });
        import.Follow(HourCommands.Audit(moment, "hours.upload", $"{import.Organisation}:{import.Id}", import.By, $"{import.Total} rows"));
        return Outcome.Done;
    }

    /// <summary>The next rows: their record is born in this commit, so none is missing and none is twice.</summary>
    public static Receipt Put(HourImportState import, int part, IReadOnlyList<HourImportRow> rows, IReadOnlyList<RowFault> faults)
    {
        if (import.Phase == HourImportPhase.None || part < import.Received)
        {
            return import.Phase == HourImportPhase.None ? new(Outcome.NotFound) : Receipt.Done;
        }

        if (import.Phase != HourImportPhase.Receiving)
        {
            return new(Outcome.AlreadyDecided);
        }

        if (part != import.Received)
        {
            return new(Outcome.Invalid, "part");
        }

        var state = new HourImportPartState { Import = import.Id, Number = part, Rows = [.. rows], Faults = [.. faults] };
        import.Follow(new Birth(HourImportPartState.Kind, state.Id, state));
        HourCommands.Differ(import, () =>
        {
            import.Received++;
            import.Phase = import.Received == import.Parts ? HourImportPhase.Checking : HourImportPhase.Receiving;
        });
        return Receipt.Done;
    }

    /// <summary>An organiser asks for approval.</summary>
    public static Receipt Ask(HourImportState import, CommandId command, ParticipantId by, bool organises, HourMoment moment, ImportOptions options) =>
        HourCommands.Once(import, import.Commands, command, Content.Of("ask"), moment, () =>
        {
            if (!organises)
            {
                return new(Outcome.Forbidden);
            }

            if (import.Phase != HourImportPhase.Checked || import.Counts.Faults >= import.Total)
            {
                return new(Outcome.AlreadyDecided);
            }

            (import.Phase, import.AskedBy, import.Until) = (HourImportPhase.Waiting, by, moment.Now.AddDays(options.KeepDays).ToUnixTimeMilliseconds());
            return Receipt.Done;
        });

    /// <summary>Somebody else has it carried out, or refuses.</summary>
    public static Receipt Decide(HourImportState import, CommandId command, ParticipantId by, bool reviews, bool approve, HourMoment moment) =>
        HourCommands.Once(import, import.Commands, command, Content.Of("decide", approve ? "1" : "0"), moment, () =>
        {
            if (!reviews || by == import.By || by == import.AskedBy)
            {
                return new(Outcome.Forbidden);
            }

            if (import.Phase != HourImportPhase.Waiting)
            {
                return new(Outcome.AlreadyDecided);
            }

            (import.Phase, import.DecidedBy, import.DecidedAt, import.Through, import.Looked) =
                (approve ? HourImportPhase.Applying : HourImportPhase.Dropping, by, moment.Milliseconds, 0, 0);
            import.Follow(HourCommands.Audit(moment, approve ? "hours.import" : "hours.import-refused", $"{import.Organisation}:{import.Id}", by,
                $"{import.Total} rows, {import.Counts.Faults} faulty"));
            return Receipt.Done;
        });

    /// <summary>The parts of the next step; none when the step only ends a wait.</summary>
    public static IEnumerable<int> Next(HourImportState import)
    {
        var end = import.Phase == HourImportPhase.Dropping ? import.Received : import.Parts;
        return import.IsCarrying ? Enumerable.Range(import.Through, Math.Min(PartsPerStep, end - import.Through)) : [];
    }

    /// <summary>What became of the parts of a step. The step's entry is taken, so each is counted once.</summary>
    public static void Step(HourImportState import, string entry, IReadOnlyList<HourPartCounts> results, HourMoment moment, ImportOptions options)
    {
        if (import.Entry != entry || !import.IsCarrying && import.Until > moment.Milliseconds)
        {
            return;
        }

        HourCommands.Step(import, entry, () =>
        {
            import.Step++;
            if (!import.IsCarrying)
            {
                (import.Phase, import.Through, import.Looked) = (HourImportPhase.Dropping, 0, 0); // nobody came in time
                return;
            }

            import.Through += results.Count;
            var sum = results.Aggregate(default(HourPartCounts), (all, part) => all.Plus(part));
            import.Looked += sum.Rows;
            if (import.Phase != HourImportPhase.Dropping)
            {
                import.Counts = import.Counts.Plus(import.Phase == HourImportPhase.Checking ? sum : sum with { Rows = 0 });
            }

            if (import.Through >= (import.Phase == HourImportPhase.Dropping ? import.Received : import.Parts))
            {
                (import.Phase, import.Until) = import.Phase switch
                {
                    HourImportPhase.Checking => (HourImportPhase.Checked, moment.Now.AddDays(options.KeepDays).ToUnixTimeMilliseconds()),
                    HourImportPhase.Applying => (HourImportPhase.Done, 0),
                    _ => (HourImportPhase.Dropped, 0L),
                };
            }
        });
    }

    /// <summary>As it is shown.</summary>
    public static HourImportView View(HourImportState import) => new(
        import.Id, import.Organisation, import.District, import.By, import.File, import.At, import.Phase, import.Total, import.Looked, import.Parts, import.Counts,
        import.AskedBy, import.DecidedBy, import.DecidedAt);
}
