using Engagement.Contracts;
using Engagement.Grains.Control;
using Engagement.Grains.Publications;
using Engagement.Grains.Storage;

namespace Engagement.Grains;

/// <summary>
/// References to this cell's grains. <see cref="IGrainFactory"/> looks an interface's type up by reflection at every
/// GetGrain, 7 us each (docs/decisions/0003); here it is asked once.
/// </summary>
public sealed class CellGrains(IGrainFactory grains, Cell cell)
{
    // Each works on one thread at a time; enough of them keep every core busy, and a silo makes only those it needs.
    private const int Beds = 64;

    private readonly IRoseGrain[] _beds = [.. Enumerable.Range(0, Beds).Select(bed => grains.GetGrain<IRoseGrain>(cell.GrainKey($"bed{bed}")))];
    private readonly Kind<IBouquetGrain> _bouquets = new(grains, cell);
    private readonly Kind<IParticipantGrain> _participants = new(grains, cell);
    private readonly Kind<IIdentityGrain> _identities = new(grains, cell);
    private readonly Kind<ISignInGrain> _signIns = new(grains, cell);
    private readonly Kind<IDoorGrain> _doors = new(grains, cell);
    private readonly Kind<INoticeGrain> _notices = new(grains, cell);
    private readonly Kind<IQuotaGrain> _quotas = new(grains, cell);
    private readonly Kind<IMediaCheckGrain> _media = new(grains, cell);
    private readonly Kind<IProtectionLetterGrain> _protections = new(grains, cell);
    private readonly Kind<IPhotoGrain> _photos = new(grains, cell);
    private readonly Kind<ICivicActGrain> _acts = new(grains, cell);
    private readonly Kind<IFollowerGrain> _followers = new(grains, cell);
    private readonly Kind<IStationGrain> _stations = new(grains, cell);
    private readonly Kind<INominationGrain> _nominations = new(grains, cell);
    private readonly Kind<IRoseBatchGrain> _batches = new(grains, cell);
    private readonly Kind<IPublicationGrain> _publications = new(grains, cell);
    private readonly Kind<ICivicRecordGrain> _records = new(grains, cell);
    private readonly Kind<ICourierGrain> _couriers = new(grains, cell);
    private readonly Kind<IRosterGrain> _rosters = new(grains, cell);
    private readonly Kind<IRosterImportGrain> _imports = new(grains, cell);
    private readonly Kind<IVolunteerGrain> _volunteers = new(grains, cell);
    private readonly Kind<IMakeUpGrain> _makeUps = new(grains, cell);
    private readonly Kind<IHourImportGrain> _hourImports = new(grains, cell);
    private readonly Kind<IHourImportPartGrain> _hourParts = new(grains, cell);
    private readonly Kind<IHourRowGrain> _hourRows = new(grains, cell);
    private readonly Kind<IFilingBatchGrain> _filingBatches = new(grains, cell);
    private readonly Kind<IFilingGrain> _filings = new(grains, cell);
    private readonly Kind<ICorrectionGrain> _corrections = new(grains, cell);
    private readonly Kind<IHoursCaseGrain> _hoursCases = new(grains, cell);
    private readonly Kind<IHoursWatchGrain> _hoursWatches = new(grains, cell);
    private readonly Kind<IActivityGrain> _activities = new(grains, cell);
    private readonly Kind<IRealNameGrain> _realNames = new(grains, cell);
    private readonly Kind<ITeamGrain> _teams = new(grains, cell);
    private readonly Kind<IStarGrain> _stars = new(grains, cell);
    private readonly Kind<ICertificateGrain> _certificates = new(grains, cell);
    private readonly Kind<ICertifierGrain> _certifiers = new(grains, cell);
    private readonly Kind<INeedGrain> _needs = new(grains, cell);
    private readonly Kind<ICompanyGrain> _companies = new(grains, cell);
    private readonly Kind<ICampaignGrain> _campaign = new(grains, cell);

    /// <summary>A rose: the bed that arbitrates it.</summary>
    public IRoseGrain Rose(RoseId id) => _beds[(int)((uint)id.GetHashCode() % Beds)];

    /// <summary>A bouquet.</summary>
    public IBouquetGrain Bouquet(BouquetId id) => _bouquets.Of(id.ToString());

    /// <summary>A person.</summary>
    public IParticipantGrain Participant(ParticipantId id) => _participants.Of(id.ToString());

    /// <summary>A WeChat identity, by its HMAC.</summary>
    public IIdentityGrain Identity(string id) => _identities.Of(id);

    /// <summary>A web sign-in on its way, by its state.</summary>
    public ISignInGrain SignIn(string state) => _signIns.Of(state);

    /// <summary>A computer at the console's door, by its ticket.</summary>
    public IDoorGrain Door(string ticket) => _doors.Of(ticket);

    /// <summary>How WeChat reaches a person.</summary>
    public INoticeGrain Notices(ParticipantId id) => _notices.Of(id.ToString());

    /// <summary>The messages of a Shanghai day, like 20261123.</summary>
    public IQuotaGrain Quota(int day) => _quotas.Of(day.ToString(System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>The check of a medium, by the hash of its content.</summary>
    public IMediaCheckGrain Media(string hash) => _media.Of(hash);

    /// <summary>The good-deed letter of an act.</summary>
    public IProtectionLetterGrain Protection(CivicActId act) => _protections.Of(act.ToString());

    /// <summary>A photo, by the hash of its content.</summary>
    public IPhotoGrain Photo(string hash) => _photos.Of(hash);

    /// <summary>A person's civic-behaviour record.</summary>
    public ICivicRecordGrain Record(ParticipantId id) => _records.Of(id.ToString());

    /// <summary>The boards of a week or of the campaign.</summary>
    public IPublicationGrain Publication(PublicationPeriod period) => _publications.Of(period.ToString());

    /// <summary>A civic act.</summary>
    public ICivicActGrain Act(CivicActId id) => _acts.Of(id.ToString());

    /// <summary>A WeChat identity's side of the service account, by its HMAC.</summary>
    public IFollowerGrain Follower(string id) => _followers.Of(id);

    /// <summary>What the public thanks a courier for.</summary>
    public INominationGrain Nominations(ParticipantId courier) => _nominations.Of(courier.ToString());

    /// <summary>A rose station.</summary>
    public IStationGrain Station(StationId id) => _stations.Of(id.ToString());

    /// <summary>A batch of printed codes, by its number.</summary>
    public IRoseBatchGrain Batch(int number) => _batches.Of(number.ToString(System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>A person as courier.</summary>
    public ICourierGrain Courier(ParticipantId id) => _couriers.Of(id.ToString());

    /// <summary>A mobile number on companies' rosters.</summary>
    public IRosterGrain Roster(PhoneKey phone) => _rosters.Of(phone.ToString());

    /// <summary>An upload of a roster.</summary>
    public IRosterImportGrain Import(string id) => _imports.Of(id);

    /// <summary>A person as volunteer.</summary>
    public IVolunteerGrain Volunteer(ParticipantId id) => _volunteers.Of(id.ToString());

    /// <summary>A make-up entry.</summary>
    public IMakeUpGrain MakeUp(MakeUpId id) => _makeUps.Of(id.ToString());

    /// <summary>An upload of hours.</summary>
    public IHourImportGrain HourImport(string id) => _hourImports.Of(id);

    /// <summary>Some rows of an upload of hours.</summary>
    public IHourImportPartGrain HourImportPart(string id) => _hourParts.Of(id);

    /// <summary>One row of another system.</summary>
    public IHourRowGrain HourRow(HourRowId id) => _hourRows.Of(id.ToString());

    /// <summary>Services that go into another system together.</summary>
    public IFilingBatchGrain FilingBatch(string id) => _filingBatches.Of(id);

    /// <summary>A service on its way into another system.</summary>
    public IFilingGrain Filing(ServiceRecordId id) => _filings.Of(id.ToString());

    /// <summary>A request to correct hours.</summary>
    public ICorrectionGrain Correction(CorrectionId id) => _corrections.Of(id.ToString());

    /// <summary>Hours that somebody is to look at.</summary>
    public IHoursCaseGrain HoursCase(HoursCaseId id) => _hoursCases.Of(id.ToString());

    /// <summary>Looks at an activity's hours.</summary>
    public IHoursWatchGrain HoursWatch(ActivityId id) => _hoursWatches.Of(id.ToString());

    /// <summary>A volunteer activity.</summary>
    public IActivityGrain Activity(ActivityId id) => _activities.Of(id.ToString());

    /// <summary>An ID number, by its HMAC.</summary>
    public IRealNameGrain RealName(RealNameKey key) => _realNames.Of(key.ToString());

    /// <summary>A volunteer team.</summary>
    public ITeamGrain Team(string id) => _teams.Of(id);

    /// <summary>A volunteer's stars.</summary>
    public IStarGrain Stars(ParticipantId id) => _stars.Of(id.ToString());

    /// <summary>A certificate of volunteer service.</summary>
    public ICertificateGrain Certificate(CertificateNumber number) => _certificates.Of(number.ToString());

    /// <summary>What an organisation puts under its certificates.</summary>
    public ICertifierGrain Certifier(string organisation) => _certifiers.Of(organisation);

    /// <summary>An order of the needs market.</summary>
    public INeedGrain Need(NeedId id) => _needs.Of(id.ToString());

    /// <summary>A courier company.</summary>
    public ICompanyGrain Company(string id) => _companies.Of(id);

    /// <summary>What operators change while the campaign runs.</summary>
    public ICampaignGrain Campaign => _campaign.Of(ControlState.Kind);

    private sealed class Kind<T>(IGrainFactory grains, Cell cell) where T : IGrainWithStringKey
    {
        private Types? _types;

        public T Of(string id)
        {
            var key = cell.GrainKey(id);
            if (_types is { } types)
            {
                return (T)grains.GetGrain(GrainId.Create(types.Grain, key), types.Interface);
            }

            var first = grains.GetGrain<T>(key);
            _types = new(first.GetGrainId().Type, ((GrainReference)(object)first).InterfaceType);
            return first;
        }
    }

    private sealed record Types(GrainType Grain, GrainInterfaceType Interface);
}
