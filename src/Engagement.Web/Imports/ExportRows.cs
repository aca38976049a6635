using System.Globalization;
using Engagement.Contracts;
using Engagement.Grains.Activities;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Hours;
using Engagement.Grains.Volunteers;
using Engagement.Web.Boards;
using Engagement.Web.Resources;
using Microsoft.Extensions.Localization;

namespace Engagement.Web.Imports;

/// <summary>What an organisation takes out: its activities, who came, hours as they stand, and the yearly statement (令67号 Art. 18). Volunteers are numbers in it.</summary>
public sealed class ExportRows(
    ActivityReader activities, HourReader hours, VolunteerReader volunteers, HourSheetWriter writer, SeededCatalogue catalogue, Names names, IStringLocalizer<Texts> texts)
{
    private const int Page = 100;

    /// <summary>Its activities, newest first.</summary>
    public async IAsyncEnumerable<IReadOnlyList<string>> Activities(string organisation)
    {
        yield return Heading("Activity", "Title", "Class", "District", "Stage", "From", "To", "Places", "SignedUp", "Came");
        await foreach (var activity in All(organisation))
        {
            yield return
            [
                activity.Id.ToString(), activity.Details.Title, catalogue.Reference.Service(activity.Details.ServiceClass)?.Title.Zh ?? activity.Details.ServiceClass,
                names.District(activity.Details.District) ?? "", texts["Activities.Stage" + activity.Stage].Value,
                activity.Shifts.Count == 0 ? "" : Instant(activity.Shifts.Min(shift => shift.Start)), activity.Shifts.Count == 0 ? "" : Instant(activity.Shifts.Max(shift => shift.LastMoment)),
                Number(activity.Shifts.Sum(shift => shift.Places)), Number(activity.SignUps.Values.Count(signUp => signUp.HasPlace)), Number(activity.SignUps.Values.Count(signUp => signUp.In > 0)),
            ];
        }
    }

    /// <summary>Who came to them, and when.</summary>
    public async IAsyncEnumerable<IReadOnlyList<string>> Attendance(string organisation)
    {
        yield return Heading("Activity", "Title", "Shift", "Volunteer", "In", "InBy", "Out", "OutBy");
        await foreach (var activity in All(organisation))
        {
            var came = activity.SignUps.Where(entry => entry.Value.In > 0).OrderBy(entry => entry.Key.Shift).ThenBy(entry => entry.Value.In).ToArray();
            var numbers = await Numbers(came.Select(entry => entry.Key.Person));
            foreach (var (key, signUp) in came)
            {
                yield return
                [
                    activity.Id.ToString(), activity.Details.Title, Number(key.Shift), numbers.GetValueOrDefault(key.Person) ?? "", Instant(signUp.In), texts["Attendance.By" + signUp.InBy].Value,
                    signUp.Out == 0 ? "" : Instant(signUp.Out), signUp.Out == 0 ? "" : texts["Attendance.By" + signUp.OutBy].Value,
                ];
            }
        }
    }

    /// <summary>Services as they stand with their offsets; what counts nothing is left out.</summary>
    /// <param name="organisation">Whose.</param>
    /// <param name="format">How.</param>
    /// <param name="name">What stands in front of each row of this volunteer; null for no such column.</param>
    public async IAsyncEnumerable<IReadOnlyList<string>> Hours(string organisation, SheetFormat format, Func<ParticipantId, Task<string>>? name = null)
    {
        var unit = names.Organisation(organisation) ?? organisation;
        yield return [.. name is null ? [] : Heading("Name"), .. HourSheetWriter.Heading(format)];
        await foreach (var page in Entries(organisation))
        {
            var roots = page.Where(entry => entry.Offsets.IsNone).ToArray();
            var numbers = await Numbers(roots.Select(entry => entry.Volunteer));
            foreach (var (entry, net) in roots.Zip(await Task.WhenAll(roots.Select(Net))).Where(row => row.Second > 0))
            {
                yield return [.. name is null ? Array.Empty<string>() : [await name(entry.Volunteer)], .. writer.Row(format, entry, net, numbers.GetValueOrDefault(entry.Volunteer) ?? "", unit)];
            }
        }
    }

    /// <summary>Month by month of a year by the day of service: services, volunteers, minutes.</summary>
    public async IAsyncEnumerable<IReadOnlyList<string>> Statement(string organisation, int year)
    {
        var months = Enumerable.Range(0, 12).Select(_ => new Month()).ToArray();
        await foreach (var page in Entries(organisation))
        {
            foreach (var entry in page)
            {
                var at = DateTimeOffset.FromUnixTimeMilliseconds(entry.From).ToOffset(ShanghaiDay.Offset);
                if (at.Year == year)
                {
                    months[at.Month - 1].Add(entry);
                }
            }
        }

        yield return [texts["Exports.Statement", names.Organisation(organisation) ?? organisation, year].Value];
        yield return Heading("Month", "Services", "Volunteers", "Credit", "Honour", "Total");
        foreach (var (index, month) in months.Index())
        {
            yield return Line(string.Create(CultureInfo.InvariantCulture, $"{year}-{index + 1:00}"), month);
        }

        var sum = new Month();
        foreach (var month in months)
        {
            sum.Add(month);
        }

        yield return Line(texts["Exports.Year"].Value, sum);
        yield return [texts["Exports.StatementLaw"].Value];
    }

    private static IReadOnlyList<string> Line(string name, Month month) =>
        [name, Number(month.Services), Number(month.Volunteers.Count), Number(month.Credit), Number(month.Honour), Number(month.Credit + month.Honour)];

    private async Task<int> Net(ServiceRecord root) => (await hours.Between(root.Volunteer, root.From, root.From)).Where(entry => entry.Root == root.Id).Sum(entry => entry.Minutes);

    private async IAsyncEnumerable<ActivityState> All(string organisation)
    {
        for (var (skip, page) = (0, await activities.Of(organisation, 0, Page)); page.Count > 0; page = await activities.Of(organisation, skip, Page))
        {
            foreach (var activity in page)
            {
                yield return activity;
            }

            skip += Page;
        }
    }

    private async IAsyncEnumerable<IReadOnlyList<ServiceRecord>> Entries(string organisation)
    {
        for (var (skip, page) = (0, await hours.Recorded(organisation, 0, Page)); page.Count > 0; page = await hours.Recorded(organisation, skip, Page))
        {
            yield return page;
            skip += Page;
        }
    }

    private async Task<IReadOnlyDictionary<ParticipantId, string>> Numbers(IEnumerable<ParticipantId> people) =>
        (await volunteers.Briefs([.. people.Distinct()])).ToDictionary(brief => brief.Id, brief => brief.Number);

    private IReadOnlyList<string> Heading(params string[] columns) => [.. columns.Select(column => texts["Exports.Column." + column].Value)];

    private static string Instant(long at) => DateTimeOffset.FromUnixTimeMilliseconds(at).ToOffset(ShanghaiDay.Offset).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private sealed class Month
    {
        public int Services { get; private set; }
        public HashSet<ParticipantId> Volunteers { get; } = [];
        public int Credit { get; private set; }
        public int Honour { get; private set; }

        public void Add(ServiceRecord entry)
        {
            Services += entry.Offsets.IsNone ? 1 : 0;
            Volunteers.Add(entry.Volunteer);
            Credit += entry.Class == HourClass.Credit ? entry.Minutes : 0;
            Honour += entry.Class == HourClass.Honour ? entry.Minutes : 0;
        }

        public void Add(Month other)
        {
            Services += other.Services;
            Volunteers.UnionWith(other.Volunteers);
            (Credit, Honour) = (Credit + other.Credit, Honour + other.Honour);
        }
    }
}
