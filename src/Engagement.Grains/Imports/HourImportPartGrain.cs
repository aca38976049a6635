using Engagement.Contracts;
using Engagement.Grains.Hours;
using Engagement.Grains.Storage;
using Orleans.Concurrency;

namespace Engagement.Grains.Imports;

/// <inheritdoc cref="IHourImportPartGrain"/>
[Reentrant, CollectionAgeLimit(Minutes = 2)]
public sealed class HourImportPartGrain(
    [PersistentState(HourImportPartState.Kind, LedgerStorage.Name)] IPersistentState<HourImportPartState> part,
    HourSettings settings, VolunteerLookup lookup, HourRowReader rows, HourReader hours, CellKeys keys, CellGrains grains)
    : LedgerGrain<HourImportPartState>(part, settings.Clock), IHourImportPartGrain
{
    private const int AtOnce = 50; // so many rows' records are written side by side

    /// <inheritdoc/>
    public async Task<HourPartCounts> Check(HourImportView import)
    {
        Present();
        var looked = State.Checked is null ? await Task.WhenAll(State.Rows.ToArray().Select(row => Look(import, row))) : [];
        var counts = Change(_ => HourImportPartRules.Check(State, looked));
        await CommitAsync();
        return counts;
    }

    /// <inheritdoc/>
    public async Task<HourPartCounts> Apply(HourImportView import)
    {
        Present();
        var carried = new List<(HourImportRow, HourOfferResult)>(State.Rows.Count);
        foreach (var chunk in State.Rows.ToArray().Chunk(AtOnce))
        {
            var wakes = (await Task.WhenAll(chunk.Select(row => row.Volunteer).Distinct().Select(async who => (who, (await grains.Participant(who).AsGiver(default)).Wake)))).ToDictionary();
            carried.AddRange(await Task.WhenAll(chunk.Select(async row => (row, await grains.HourRow(keys.HourRow(row.System, row.Source)).Offer(
                new(import.Id, import.Organisation, import.District, import.DecidedBy, row, wakes[row.Volunteer], import.DecidedAt))))));
        }

        var counts = Change(_ => HourImportPartRules.Apply(State, carried));
        await CommitAsync();
        return counts;
    }

    /// <inheritdoc/>
    public async Task<HourPartCounts> Drop()
    {
        Present();
        var counts = Change(_ => HourImportPartRules.Drop(State));
        await CommitAsync();
        return counts;
    }

    private async Task<HourImportPartRules.Looked> Look(HourImportView import, HourImportRow row)
    {
        var (volunteer, known) = (await lookup.Find(row), await rows.Read(keys.HourRow(row.System, row.Source)));
        var found = row with { Volunteer = volunteer };
        RowFault? fault = volunteer.IsNone ? new RowFault(row.Line, row.Number is null ? "idNumber" : "volunteer", RowProblem.NoVolunteer)
            : volunteer == import.By ? new RowFault(row.Line, row.Number is null ? "idNumber" : "volunteer", RowProblem.OwnHours)
            : known is not null && !HourRowRules.IsSame(known, found) ? new RowFault(row.Line, "source", RowProblem.TakenBefore)
            : null;
        return new(found, fault, fault is null && known is null && await Overlaps(found));
    }

    private async Task<bool> Overlaps(HourImportRow row)
    {
        var span = new HourSpan(row.From, row.From + row.Minutes * 60_000L);
        var book = new HourBook(await hours.Between(row.Volunteer, span.From - HourBook.Window, span.To));
        return book.Standing().Any(line => line.Presence.Meets(span));
    }

    // It was born with its upload: without a record nobody can have asked for it.
    private void Present()
    {
        if (!Exists)
        {
            Nothing(true);
            throw new InvalidOperationException("There is no such part of an upload of hours.");
        }
    }
}
