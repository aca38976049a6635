using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Hours;
using Engagement.Grains.Hours.Corrections;
using Engagement.Grains.Hours.MakeUps;
using Engagement.Grains.Imports;
using Engagement.Grains.Participants;
using Engagement.Grains.Storage;
using Engagement.Grains.Volunteers;
using Engagement.Web.Boards;

namespace Engagement.Web.Hours;

/// <summary>A volunteer's own hours, month by month, and what waits for them.</summary>
public sealed class HourShelf(
    HourReader hours, HourRowReader imported, MakeUpReader makeUps, CorrectionReader corrections, ShiftReader shifts, HourWords words, HourClock clock, Names names, PersonReader persons,
    CellKeys keys, ICampaignClock time, VolunteerReader volunteers)
{
    private const int CorrectionsShown = 30;

    /// <summary>The page.</summary>
    public async Task<MyHoursPage> Read(ParticipantId me, int? year)
    {
        var volunteer = await hours.Volunteer(me);
        var accounts = volunteer is null or { Locked: > 0 } ? [] : await volunteers.AccountsOf(me);
        var entries = (await Task.WhenAll(accounts.Select(Open))).SelectMany(account => account).ToArray();
        var years = entries.Select(entry => Local(entry.From).Year).Distinct().OrderDescending().ToArray();
        var shown = year is { } asked && years.Contains(asked) ? asked : years.FirstOrDefault();
        var today = ShanghaiDay.Of(time.UtcNow);
        return new(HourSums.Of(entries), shown, years, Months(me, entries, shown))
        {
            Own = volunteer is null or { Locked: > 0 } ? 0 : volunteer.Hours.Entries,
            MakeUps = [.. (await makeUps.For(me)).Select(makeUp => Row(makeUp, ""))],
            Imported = (await imported.For(me, 1)).Total,
            Clocks = await Clocks(me, activity => volunteer?.Nudges.Exists(nudge => nudge.Activity == activity && nudge.Day == today) == true),
            Corrections = await Corrections(me),
            Recent = [.. (await shifts.Over(me)).Select(activity => new OverRow(
                activity.Id.ToString(), activity.Details.Title, names.Organisation(activity.Organisation) ?? activity.Organisation, DateTimeOffset.FromUnixTimeMilliseconds(activity.End)))],
        };
    }

    /// <summary>A make-up as a row.</summary>
    public MakeUpRow Row(MakeUpState makeUp, string volunteer, ParticipantId reader = default) => new(
        makeUp.Id.ToString(), makeUp.Shift!.Title, names.Organisation(makeUp.Shift.Organisation) ?? makeUp.Shift.Organisation, volunteer,
        DateTimeOffset.FromUnixTimeMilliseconds(makeUp.From), DateTimeOffset.FromUnixTimeMilliseconds(makeUp.To), makeUp.Minutes, makeUp.Reason, makeUp.Evidence,
        reader == makeUp.ProposedBy || reader == makeUp.Volunteer, clock.IsLate(makeUp.Shift));

    /// <summary>An entry as a row, with what came after it.</summary>
    public HourRow Row(IReadOnlyList<ServiceRecord> line)
    {
        var root = line[0];
        return new(
            root, DateTimeOffset.FromUnixTimeMilliseconds(root.From), words.Organisation(root), words.Explain(root), line.Sum(entry => entry.Minutes), line.Sum(entry => entry.Pending),
            [.. line.Skip(1).Select(entry => words.Explain(entry, root.Number))]);
    }

    // A joined account that was closed is shown to nobody.
    private async Task<IReadOnlyList<ServiceRecord>> Open(ParticipantId account) =>
        await hours.Volunteer(account) is { Locked: 0 } ? await hours.All(account) : [];

    private IReadOnlyList<HourMonth> Months(ParticipantId me, IReadOnlyList<ServiceRecord> entries, int year) =>
    [
        .. entries.Where(entry => Local(entry.From).Year == year).GroupBy(entry => Local(entry.From).Month).OrderByDescending(month => month.Key)
            .Select(month => new HourMonth(
                new(year, month.Key, 1, 0, 0, 0, ShanghaiDay.Offset), HourSums.Of(month),
                [.. month.GroupBy(entry => entry.Root).Select(line => Row([.. line.OrderBy(entry => entry.Number)]) with { Joined = line.First().Volunteer != me }).OrderByDescending(row => row.Entry.From)])),
    ];

    private async Task<IReadOnlyList<ClockRow>> Clocks(ParticipantId me, Func<ActivityId, bool> nudged) =>
        await Task.WhenAll((await shifts.Unsettled(me)).Select(activity => clock.Of(activity, nudged(activity.Id))));

    private async Task<IReadOnlyList<CorrectionRow>> Corrections(ParticipantId me)
    {
        var requests = await corrections.Of(me, 0, CorrectionsShown);
        var salt = requests.Count == 0 ? [] : (await persons.Read(me))?.Salt ?? [];
        return [.. requests.Select(request => Row(request, salt))];
    }

    /// <summary>A request as a row.</summary>
    /// <param name="request">The request.</param>
    /// <param name="salt">Opens the volunteer's words; empty when they are gone.</param>
    public CorrectionRow Row(HourCorrectionState request, byte[] salt) => new(
        request.Id.ToString(), request.Title, request.Fault, request.Stage, DateTimeOffset.FromUnixTimeMilliseconds(request.AskedAt),
        DateTimeOffset.FromUnixTimeMilliseconds(request.Due).AddTicks(-1), request.Stage == CorrectionStage.Refused && !request.WasEscalated,
        request.Note is { } note && salt.Length > 0 ? keys.Open(note, salt) : null);

    private static DateTimeOffset Local(long at) => DateTimeOffset.FromUnixTimeMilliseconds(at).ToOffset(ShanghaiDay.Offset);
}
