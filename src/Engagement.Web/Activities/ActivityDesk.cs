using Engagement.Contracts;
using Engagement.Grains.Activities;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Needs;
using Engagement.Grains.Participants;
using Engagement.Grains.Storage;
using Engagement.Web.Boards;
using Engagement.Web.Shared;

namespace Engagement.Web.Activities;

/// <summary>Makes what organisers and reviewers see of activities, from plain reads.</summary>
public sealed class ActivityDesk(
    ActivityReader activities, ActivityBook book, ActivitySettings settings, Names names, PeopleReader people, PersonLabels labels, CellKeys keys, NeedReader needs)
{
    /// <summary>Fewer voices than this are shown to nobody: who said what must not come out.</summary>
    public const int FewestVoices = 3;

    private const int Shown = 100, BlankShifts = 2;

    /// <summary>The first page.</summary>
    /// <param name="organises">Organisations and teams that the reader runs.</param>
    /// <param name="reviews">Districts; null for all, empty for none.</param>
    public async Task<ActivitiesConsolePage> Overview(IReadOnlyList<Choice> organises, IReadOnlyList<string>? reviews)
    {
        var mine = (await Task.WhenAll(organises.Select(unit => activities.Of(unit.Value, 0, Shown)))).SelectMany(of => of).OrderByDescending(activity => activity.CreatedAt).Take(Shown);
        return new(organises, [.. (await activities.Queue(reviews)).Select(Row)], [.. mine.Select(Row)]);
    }

    /// <summary>What an order that the organisation took says already: its name and district, never how to reach the requester.</summary>
    public async Task<ActivityForm> For(string organisation, string? need) =>
        NeedId.TryParse(need, out var id) && await needs.Read(id) is { Stage: NeedStage.Accepted, Title: { } title } found && found.Organisation == organisation
            && await people.Salt(found.Requester) is { } salt ? new() { Title = keys.Open(title, salt), District = found.District } : new();

    /// <summary>An empty form, or one with what was filled in.</summary>
    public ActivityFormPage Form(string organisation, ActivityForm form, ActivityState? activity = null, IReadOnlyList<string>? faults = null) => new(
        activity?.Id.ToString(), organisation, names.Organisation(organisation) ?? organisation, form with { Shifts = [.. form.Shifts ?? [], .. Enumerable.Repeat(new ShiftForm(), BlankShifts)] },
        faults ?? [], book.Districts(), book.Services(), activity?.IsOpen == true);

    /// <summary>The form of a stored activity.</summary>
    public ActivityFormPage Form(ActivityState activity) => Form(activity.Organisation, ActivityForm.Of(activity, PrivateDetails.Open(activity, keys)), activity);

    /// <summary>The activity with its roster.</summary>
    public async Task<ActivityDeskPage> Page(ActivityState activity, bool organises, bool reviews)
    {
        var known = await labels.For(organises ? activity.SignUps.Keys.Select(key => key.Person) : []);
        var page = book.Page(activity, default);
        return new(page with { Private = PrivateDetails.Open(activity, keys) }, organises ? [.. page.Shifts.Select(row => Roster(activity, row, known))] : [], organises, reviews)
        {
            Returned = activity.Stage == ActivityStage.Draft ? activity.Reason ?? "" : "",
            Voices = Voices(activity),
            Uninsured = activity.Details.Danger ? activity.SignUps.Values.Count(signUp => signUp.HasPlace && !activity.Covers(signUp)) : 0,
            ExtendMinutes = settings.Options.ExtendMinutes,
            Missing = activity.Stage == ActivityStage.Draft ? ActivityInput.Missing(activity.Details, activity.Shifts.Count) : [],
        };
    }

    private RosterShift Roster(ActivityState activity, ShiftRow row, Func<ParticipantId, string> known)
    {
        var shift = activity.Shift(row.Number)!;
        return new(row, shift.Places, shift.Extended, [.. activity.SignUps.Where(entry => entry.Key.Shift == row.Number).OrderBy(entry => Order(entry.Value)).ThenBy(entry => entry.Value.Number)
            .Select(entry => new RosterRow(entry.Key.Person.ToString(), known(entry.Key.Person), entry.Value.State, entry.Value.Insured,
                entry.Value.MarkedAt > 0, entry.Value.Reason, entry.Value.In > 0))], shift.LastMoment <= settings.Clock.UtcNow.ToUnixTimeMilliseconds());
    }

    private ActivityConsoleRow Row(ActivityState activity) => new(activity.Id.ToString(), activity.Details.Title, names.Organisation(activity.Organisation) ?? activity.Organisation, activity.Stage,
        activity.Shifts.Count == 0 ? null : DateTimeOffset.FromUnixTimeMilliseconds(activity.Start), activity.Shifts.Sum(shift => shift.Taken), activity.Shifts.Sum(shift => shift.Places));

    private static int Order(SignUp signUp) => signUp.State == SignUpState.Asked ? 0 : signUp.HasPlace ? 1 : signUp.State == SignUpState.Waiting ? 2 : 3;

    private static IReadOnlyList<(ActivityFeedback, int)> Voices(ActivityState activity)
    {
        var said = activity.SignUps.Values.Select(signUp => signUp.Feedback).Where(feedback => feedback is not (ActivityFeedback.None or ActivityFeedback.Dismissed)).ToArray();
        return said.Length < FewestVoices ? [] : [.. Enum.GetValues<ActivityFeedback>().Where(one => one is not (ActivityFeedback.None or ActivityFeedback.Dismissed or ActivityFeedback.All))
            .Select(one => (one, said.Count(feedback => feedback.HasFlag(one)))).Where(voice => voice.Item2 > 0)];
    }
}
