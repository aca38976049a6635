using Engagement.Contracts;
using Engagement.Grains.Activities;
using Engagement.Grains.Hours;
using Engagement.Grains.Hours.Cases;
using Engagement.Grains.Hours.Corrections;
using Engagement.Grains.Hours.MakeUps;
using Engagement.Grains.Roses;
using Engagement.Grains.Storage;
using Engagement.Grains.Volunteers;
using Engagement.Tests.Storage;
using Microsoft.Extensions.DependencyInjection;
using RedisValue = StackExchange.Redis.RedisValue;

namespace Engagement.Tests.Hours;

/// <summary>A small city with volunteers, settled activities and people who look after hours.</summary>
internal sealed class HoursCity(City city) : IAsyncDisposable
{
    public const string Team = "org-team";

    private int _activities;

    public City City => city;

    public HourReader Hours => city.Cell.Services.GetRequiredService<HourReader>();

    public MakeUpReader MakeUps => city.Cell.Services.GetRequiredService<MakeUpReader>();

    public CorrectionReader Corrections => city.Cell.Services.GetRequiredService<CorrectionReader>();

    public HoursCaseReader Cases => city.Cell.Services.GetRequiredService<HoursCaseReader>();

    public static async Task<HoursCity> StartAsync(StoreFixture stores, short silos = 1, Dictionary<string, string?>? settings = null) =>
        new(await City.StartAsync(await stores.ConnectionAsync(StoreKind.Redis), silos, settings));

    public IVolunteerGrain Volunteer(ParticipantId id) => city.Cell.Grains.GetGrain<IVolunteerGrain>($"{city.Cell.CellId}/{id}");

    public IMakeUpGrain MakeUp(MakeUpId id) => city.Cell.Grains.GetGrain<IMakeUpGrain>($"{city.Cell.CellId}/{id}");

    public ICorrectionGrain Correction(CorrectionId id) => city.Cell.Grains.GetGrain<ICorrectionGrain>($"{city.Cell.CellId}/{id}");

    public IHoursCaseGrain Case(HoursCaseId id) => city.Cell.Grains.GetGrain<IHoursCaseGrain>($"{city.Cell.CellId}/{id}");

    /// <summary>Somebody with a role.</summary>
    public async Task<ParticipantId> StaffAsync(Role role, string scope)
    {
        var person = await city.CitizenAsync();
        Assert.Equal(Outcome.Done, (await city.Person(person).Appoint(city.Cell.Command(), person, new(role, scope), true, "test")).Outcome);
        return person;
    }

    /// <summary>A settled activity of one shift, as attendance leaves it: its messages are on their way.</summary>
    /// <param name="start">Hours before now at which it began.</param>
    /// <param name="length">Hours.</param>
    /// <param name="came">Who came.</param>
    public Task<ActivityId> SettledAsync(double start, double length, params ParticipantId[] came) => ActivityAsync(start, length, came, _ => { });

    /// <summary>The same, changed before it is written.</summary>
    public async Task<ActivityId> ActivityAsync(double start, double length, IEnumerable<ParticipantId> came, Action<ActivityState> change)
    {
        var id = new ActivityId(new Guid(++_activities, 0, 0, new byte[8]));
        var (from, to) = (city.Clock.UtcNow.AddHours(-start).ToUnixTimeMilliseconds(), city.Clock.UtcNow.AddHours(length - start).ToUnixTimeMilliseconds());
        var storage = city.Cell.Services.GetRequiredService<LedgerStorage>();
        IGrainState<ActivityState> record = new GrainState<ActivityState>(new());
        var grain = GrainId.Create("activity", $"{city.Cell.CellId}/{id}");
        await storage.ReadStateAsync(ActivityState.Kind, grain, record);
        var activity = record.State!;
        (activity.Id, activity.Organisation, activity.Stage, activity.CreatedAt, activity.SettledAt) =
            (id, Team, ActivityStage.Settled, from - 86_400_000, city.Clock.UtcNow.ToUnixTimeMilliseconds());
        activity.Details = new("护河", "440703", ServiceClass: "environment");
        activity.Shifts.Add(new() { Number = 1, Start = from, End = to, Places = 5_000 });
        foreach (var person in came)
        {
            activity.SignUps[new(person, 1)] = new()
            {
                State = SignUpState.Confirmed, Number = ++activity.Numbered, Since = from, In = from + activity.Numbered * 1_000, Out = to,
                InBy = AttendanceMethod.RotatingCode, OutBy = AttendanceMethod.RotatingCode,
            };
        }

        activity.Carried = activity.Numbered;
        change(activity);
        activity.Follow([.. activity.Derived()]);
        if (activity.Stage == ActivityStage.Settled)
        {
            activity.Follow([.. activity.SignUps.Keys.Select(key => AttendanceEffects.Message(id, key))]);
        }

        await storage.WriteStateAsync(ActivityState.Kind, grain, record);
        return id;
    }

    /// <summary>A row of another system that its volunteer confirmed, nine days old; what it brings is on its way.</summary>
    public async Task ConfirmedRowAsync(ParticipantId volunteer, string source, int minutes = 120, string organisation = Team, string service = "environment")
    {
        var row = new HourImportRow(2, null, default, "志愿汇", source, "北街社区", "护河", service, city.Clock.UtcNow.AddDays(-9).ToUnixTimeMilliseconds(), minutes) { Volunteer = volunteer };
        var grain = city.Cell.Grains.GetGrain<IHourRowGrain>($"{city.Cell.CellId}/{city.Cell.Services.GetRequiredService<CellKeys>().HourRow(row.System, row.Source)}");
        Assert.Equal(HourOfferResult.Offered, await grain.Offer(new("import", organisation, "440703", new(Guid.NewGuid()), row)));
        Assert.Equal(Outcome.Done, (await grain.Answer(city.Cell.Command(), volunteer, MakeUpAnswer.Confirm)).Outcome);
    }

    /// <summary>A make-up that was proposed.</summary>
    public async Task<MakeUpId> ProposedAsync(ParticipantId by, ActivityId activity, ParticipantId volunteer)
    {
        var shift = (await city.Cell.Services.GetRequiredService<ShiftReader>().Read(activity, 1))!;
        var id = new MakeUpId(Guid.NewGuid());
        Assert.Equal(Outcome.Done, (await MakeUp(id).Propose(city.Cell.Command(), by,
            new(activity, 1, volunteer, shift.Start, shift.End, MakeUpReason.ForgotIn, MakeUpEvidence.SignedList))).Outcome);
        return id;
    }

    /// <summary>A make-up that two people and the volunteer agreed on.</summary>
    public async Task AgreedAsync(ParticipantId by, ParticipantId other, ActivityId activity, ParticipantId volunteer)
    {
        var id = await ProposedAsync(by, activity, volunteer);
        Assert.Equal(Outcome.Done, (await MakeUp(id).Decide(city.Cell.Command(), other, true)).Outcome);
        Assert.Equal(Outcome.Done, (await MakeUp(id).Answer(city.Cell.Command(), volunteer, MakeUpAnswer.Confirm)).Outcome);
    }

    public async Task<ServiceRecord[]> EntriesAsync(ParticipantId volunteer) => [.. await Hours.All(volunteer)];

    public async Task<VolunteerState> RecordAsync(ParticipantId volunteer) => (await Hours.Volunteer(volunteer))!;

    public IEnumerable<RedisValue> Agenda() => city.Redis.SortedSetRangeByRank(city.Keys.Key(RoseEffects.Agenda));

    public ValueTask DisposeAsync() => city.DisposeAsync();
}
