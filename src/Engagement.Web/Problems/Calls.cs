using System.Diagnostics;
using System.Runtime.CompilerServices;
using Engagement.Contracts;
using Engagement.Grains;
using Engagement.Grains.Publications;
using Engagement.Web.Sight;

namespace Engagement.Web.Problems;

/// <summary>Calls grains for a request: stops waiting after a second, and tries once more where nothing was written.</summary>
public sealed class Calls(CellGrains grains)
{
    /// <summary>After this a request is answered OutcomeUnknown; the grain's own write goes on (design.md §10).</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>For WeChat's pushes: it hangs up after five seconds and comes again.</summary>
    public static readonly TimeSpan PushPatience = TimeSpan.FromSeconds(4);

    /// <summary>For what much is read for: an operator who publishes boards, a volunteer who wants all hours certified.</summary>
    private static readonly TimeSpan PublicationPatience = TimeSpan.FromSeconds(4);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>A rose.</summary>
    public Task<T> Rose<T>(RoseId rose, Func<IRoseGrain, Task<T>> call) => Run(() => call(grains.Rose(rose)));

    /// <summary>A bouquet.</summary>
    public Task<T> Bouquet<T>(BouquetId bouquet, Func<IBouquetGrain, Task<T>> call) =>
        Run(() => call(grains.Bouquet(bouquet)));

    /// <summary>A batch of printed codes, by its number.</summary>
    public Task<T> Batch<T>(int number, Func<IRoseBatchGrain, Task<T>> call) => Run(() => call(grains.Batch(number)));

    /// <summary>A person.</summary>
    public Task<T> Participant<T>(ParticipantId person, Func<IParticipantGrain, Task<T>> call) =>
        Run(() => call(grains.Participant(person)));

    /// <summary>A civic act.</summary>
    public Task<T> Act<T>(CivicActId act, Func<ICivicActGrain, Task<T>> call) => Run(() => call(grains.Act(act)));

    /// <summary>What operators change while the campaign runs.</summary>
    public Task<T> Campaign<T>(Func<ICampaignGrain, Task<T>> call) => Run(() => call(grains.Campaign));

    /// <summary>How WeChat reaches a person.</summary>
    public Task<T> Notices<T>(ParticipantId person, Func<INoticeGrain, Task<T>> call) =>
        Run(() => call(grains.Notices(person)));

    /// <summary>A person's civic-behaviour record.</summary>
    public Task<T> Record<T>(ParticipantId person, Func<ICivicRecordGrain, Task<T>> call) => Run(() => call(grains.Record(person)));

    /// <summary>The boards of a week or of the campaign.</summary>
    public Task<T> Publication<T>(PublicationPeriod period, Func<IPublicationGrain, Task<T>> call) =>
        Run(() => call(grains.Publication(period)), PublicationPatience);

    /// <summary>The good-deed letter of an act.</summary>
    public Task<T> Protection<T>(CivicActId act, Func<IProtectionLetterGrain, Task<T>> call) =>
        Run(() => call(grains.Protection(act)));

    /// <summary>A WeChat identity, by its HMAC.</summary>
    public Task<T> Identity<T>(string identity, Func<IIdentityGrain, Task<T>> call) =>
        Run(() => call(grains.Identity(identity)));

    /// <summary>A WeChat identity's side of the service account, by its HMAC.</summary>
    public Task<T> Follower<T>(string follower, Func<IFollowerGrain, Task<T>> call) =>
        Run(() => call(grains.Follower(follower)), PushPatience);

    /// <summary>What the public thanks a courier for.</summary>
    public Task<T> Nominations<T>(ParticipantId courier, Func<INominationGrain, Task<T>> call) =>
        Run(() => call(grains.Nominations(courier)));

    /// <summary>A rose station.</summary>
    public Task<T> Station<T>(StationId station, Func<IStationGrain, Task<T>> call) =>
        Run(() => call(grains.Station(station)));

    /// <summary>A volunteer activity. A sign-up asks the person's own record first: two commits, one after the other.</summary>
    public Task<T> Activity<T>(ActivityId activity, Func<IActivityGrain, Task<T>> call) =>
        Run(() => call(grains.Activity(activity)));

    /// <summary>An order of the needs market.</summary>
    public Task<T> Need<T>(NeedId need, Func<INeedGrain, Task<T>> call) =>
        Run(() => call(grains.Need(need)));

    /// <summary>A person as courier.</summary>
    public Task<T> Courier<T>(ParticipantId person, Func<ICourierGrain, Task<T>> call) =>
        Run(() => call(grains.Courier(person)));

    /// <summary>An ID number, by its HMAC.</summary>
    public Task<T> RealName<T>(RealNameKey key, Func<IRealNameGrain, Task<T>> call) =>
        Run(() => call(grains.RealName(key)));

    /// <summary>A volunteer team.</summary>
    public Task<T> Team<T>(string id, Func<ITeamGrain, Task<T>> call) =>
        Run(() => call(grains.Team(id)));

    /// <summary>A mobile number on companies' rosters.</summary>
    public Task<T> Roster<T>(PhoneKey phone, Func<IRosterGrain, Task<T>> call) =>
        Run(() => call(grains.Roster(phone)));

    /// <summary>An upload of a roster: thousands of rows travel with the call.</summary>
    public Task<T> Import<T>(string id, Func<IRosterImportGrain, Task<T>> call) =>
        Run(() => call(grains.Import(id)), PushPatience);

    /// <summary>A person as volunteer.</summary>
    public Task<T> Volunteer<T>(ParticipantId person, Func<IVolunteerGrain, Task<T>> call) =>
        Run(() => call(grains.Volunteer(person)));

    /// <summary>A make-up entry of hours.</summary>
    public Task<T> MakeUp<T>(MakeUpId makeUp, Func<IMakeUpGrain, Task<T>> call) =>
        Run(() => call(grains.MakeUp(makeUp)));

    /// <summary>An upload of hours: hundreds of rows travel with the call.</summary>
    public Task<T> HourImport<T>(string id, Func<IHourImportGrain, Task<T>> call) =>
        Run(() => call(grains.HourImport(id)), PushPatience);

    /// <summary>One row of another system.</summary>
    public Task<T> HourRow<T>(HourRowId id, Func<IHourRowGrain, Task<T>> call) =>
        Run(() => call(grains.HourRow(id)));

    /// <summary>Services on their way into another system: a thousand at once.</summary>
    public Task<T> FilingBatch<T>(string id, Func<IFilingBatchGrain, Task<T>> call) =>
        Run(() => call(grains.FilingBatch(id)), PushPatience);

    /// <summary>A request to correct hours.</summary>
    public Task<T> Correction<T>(CorrectionId correction, Func<ICorrectionGrain, Task<T>> call) =>
        Run(() => call(grains.Correction(correction)));

    /// <summary>Hours that somebody is to look at.</summary>
    public Task<T> HoursCase<T>(HoursCaseId id, Func<IHoursCaseGrain, Task<T>> call) =>
        Run(() => call(grains.HoursCase(id)));

    /// <summary>A certificate of volunteer service: all of a volunteer's entries are read for a new one.</summary>
    public Task<T> Certificate<T>(CertificateNumber number, Func<ICertificateGrain, Task<T>> call) =>
        Run(() => call(grains.Certificate(number)), PublicationPatience);

    /// <summary>What an organisation puts under its certificates.</summary>
    public Task<T> Certifier<T>(string organisation, Func<ICertifierGrain, Task<T>> call) =>
        Run(() => call(grains.Certifier(organisation)));

    /// <summary>A volunteer's stars.</summary>
    public Task<T> Stars<T>(ParticipantId person, Func<IStarGrain, Task<T>> call) =>
        Run(() => call(grains.Stars(person)), PublicationPatience);

    /// <summary>A courier company.</summary>
    public Task<T> Company<T>(string id, Func<ICompanyGrain, Task<T>> call) =>
        Run(() => call(grains.Company(id)));

    // Commands are idempotent, so a retry is always safe; after these failures it is also known to be useful.
    private static async Task<T> Run<T>(Func<Task<T>> call, TimeSpan? patience = null, [CallerMemberName] string grain = "")
    {
        try
        {
            var answer = await Twice(call, patience);
            CommandMeter.Count(grain, answer);
            return answer;
        }
        catch
        {
            CommandMeter.Lost<T>(grain);
            throw;
        }
    }

    private static async Task<T> Twice<T>(Func<Task<T>> call, TimeSpan? patience)
    {
        var start = Stopwatch.GetTimestamp();
        try
        {
            return await Reach(call, patience ?? Patience);
        }
        catch (LedgerException e) when (e.Failure is LedgerFailure.Conflict or LedgerFailure.LeaseLost or LedgerFailure.BirthExists or LedgerFailure.AlreadyDone)
        {
            return await Reach(call, patience is { } all ? Left(start, all) : Patience); // whoever names a patience means both tries
        }
    }

    // A silo that stops or died hands its grains on within moments; a person should not have to press again for that.
    private static async Task<T> Reach<T>(Func<Task<T>> call, TimeSpan patience)
    {
        var start = Stopwatch.GetTimestamp();
        while (true)
        {
            try
            {
                return await call().WaitAsync(Left(start, patience));
            }
            catch (Exception e) when (e is SiloUnavailableException or OrleansMessageRejectionException && Left(start, patience) > Pause)
            {
                await Task.Delay(Pause);
            }
        }
    }

    private static TimeSpan Left(long start, TimeSpan patience) => patience - Stopwatch.GetElapsedTime(start) is { Ticks: > 0 } left ? left : TimeSpan.Zero;
}
