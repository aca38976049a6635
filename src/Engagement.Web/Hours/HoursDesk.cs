using Engagement.Contracts;
using Engagement.Grains.Activities;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Hours.Cases;
using Engagement.Grains.Hours.Corrections;
using Engagement.Grains.Hours.MakeUps;
using Engagement.Grains.Hours;
using Engagement.Grains.Participants;
using Engagement.Grains.Volunteers;
using Engagement.Web.Boards;
using Engagement.Web.Shared;

namespace Engagement.Web.Hours;

/// <summary>What organisers and reviewers of hours find on their desk.</summary>
public sealed class HoursDesk(
    MakeUpReader makeUps, CorrectionReader corrections, HoursCaseReader cases, HourReader hours, ShiftReader shifts, HourShelf shelf, HourClock clock,
    PersonLabels labels, VolunteerReader volunteers, PersonReader persons, SeededCatalogue catalogue, Names names)
{
    private const int ClosedShown = 20;

    /// <summary>The desk.</summary>
    /// <param name="me">Who looks.</param>
    /// <param name="organisations">Organisations and teams that they run.</param>
    /// <param name="districts">Districts whose reviewer they are; null for all, empty for none.</param>
    public async Task<HoursDeskPage> Read(ParticipantId me, IReadOnlyList<string> organisations, IReadOnlyList<string>? districts)
    {
        string[] mine = [.. organisations];
        string?[] where = [.. districts ?? catalogue.Reference.Districts.Select(district => (string?)district.Code).Append(null)];
        var (waiting, requests, over) = (makeUps.Waiting(mine, where), corrections.Waiting(mine, where), Task.WhenAll(mine.Select(shifts.Over)));
        var (held, open, closed) = (hours.Held(where), cases.Open(where), cases.Closed(where));
        var name = await labels.For([
            .. (await waiting).Select(makeUp => makeUp.Volunteer), .. (await requests).Select(request => request.Volunteer), .. (await held).Select(entry => entry.Volunteer),
            .. (await open).Concat(await closed).SelectMany(one => new[] { one.Volunteer, one.EnteredBy })]);
        var activities = (await over).SelectMany(page => page).ToArray();
        return new(
            [.. (await waiting).Select(makeUp => shelf.Row(makeUp, name(makeUp.Volunteer), me))],
            [.. await Task.WhenAll((await requests).Select(request => Row(request, name(request.Volunteer))))],
            [.. await Task.WhenAll((await held).Where(entry => entry.Volunteer != me).Select(entry => Row(entry, name(entry.Volunteer))))],
            [.. (await open).Select(one => Row(one, name))],
            [.. (await closed).Take(ClosedShown).Select(one => Row(one, name))],
            await Task.WhenAll(activities.Where(activity => activity.Stage == ActivityStage.Ended).Select(activity => clock.Of(activity))))
        {
            Over = [.. activities.Select(activity => new OverRow(
                activity.Id.ToString(), activity.Details.Title, names.Organisation(activity.Organisation) ?? activity.Organisation, DateTimeOffset.FromUnixTimeMilliseconds(activity.End)))],
            Reviews = where.Length > 0,
        };
    }

    /// <summary>The form for a make-up entry of an activity; null when it is not over.</summary>
    public async Task<MakeUpPage?> MakeUp(ActivityState activity)
    {
        if (activity.Stage is not (ActivityStage.Ended or ActivityStage.Settled))
        {
            return null;
        }

        var listed = activity.SignUps.Keys.Select(key => key.Person).Distinct().ToArray();
        var (label, numbers) = (await labels.For(listed), await volunteers.Numbers(listed));
        return new(
            activity.Id.ToString(), activity.Details.Title, activity.Organisation,
            [.. activity.Shifts.Select(shift => new MakeUpShift(
                shift.Number, DateTimeOffset.FromUnixTimeMilliseconds(shift.Start), DateTimeOffset.FromUnixTimeMilliseconds(shift.LastMoment)))],
            [.. listed.Where(numbers.ContainsKey).Select(person => new ListedRow(VolunteerNumber.Show(numbers[person]), label(person)))]);
    }

    private async Task<CorrectionRow> Row(HourCorrectionState request, string volunteer)
    {
        var row = shelf.Row(request, (await persons.Read(request.Volunteer))?.Salt ?? []) with { Volunteer = volunteer };
        return request.Entry.IsNone || await Line(request.Volunteer, request.Entry) is not { } line ? row : row with { Entry = line.Sentence, Net = line.Net };
    }

    private async Task<HeldRow> Row(ServiceRecord entry, string volunteer)
    {
        var around = await hours.Between(entry.Volunteer, entry.From - Day, entry.To);
        var met = around.Where(other => other.Offsets.IsNone && other.Id != entry.Id && new HourSpan(other.From, other.To).Meets(new(entry.From, entry.To)));
        return new(entry.Volunteer.ToString(), volunteer, shelf.Row([entry]), [.. met.Select(other => shelf.Row([other]))]);
    }

    private async Task<HourRow?> Line(ParticipantId volunteer, ServiceRecordId id)
    {
        if (await hours.Read(id) is not { } entry)
        {
            return null;
        }

        var line = (await hours.Between(volunteer, entry.From, entry.From)).Where(other => other.Root == id).ToArray();
        return line.Length == 0 ? null : shelf.Row(line);
    }

    private CaseRow Row(HoursCaseState one, Func<ParticipantId, string> name) => new(
        one.Id.ToString(), one.Signal, one.Volunteer.IsNone ? null : name(one.Volunteer),
        one.Organisation.Length == 0 ? null : names.Organisation(one.Organisation) ?? one.Organisation, one.Activity.IsNone ? null : one.Activity.ToString(),
        one.EnteredBy.IsNone ? null : name(one.EnteredBy), one.Period, one.Measured, DateTimeOffset.FromUnixTimeMilliseconds(one.OpenedAt),
        one.IsOpen ? null : DateTimeOffset.FromUnixTimeMilliseconds(one.ClosedAt), one.Founded, one.Reason);

    private const long Day = 24 * 3_600_000L;
}
