using Engagement.Grains.Activities;
using Engagement.Grains.Acts;
using Engagement.Grains.Bouquets;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Certificates;
using Engagement.Grains.Couriers;
using Engagement.Grains.Control;
using Engagement.Grains.Filings;
using Engagement.Grains.Hours;
using Engagement.Grains.Hours.Cases;
using Engagement.Grains.Hours.Corrections;
using Engagement.Grains.Hours.MakeUps;
using Engagement.Grains.Identities;
using Engagement.Grains.Imports;
using Engagement.Grains.Moderation;
using Engagement.Grains.Needs;
using Engagement.Grains.Nominations;
using Engagement.Grains.Notices;
using Engagement.Grains.Paper;
using Engagement.Grains.Participants;
using Engagement.Grains.Photos;
using Engagement.Grains.Protection;
using Engagement.Grains.Publications;
using Engagement.Grains.Records;
using Engagement.Grains.Roses;
using Engagement.Grains.Stars;
using Engagement.Grains.Stations;
using Engagement.Grains.Storage;
using Engagement.Grains.Teams;
using Engagement.Grains.Volunteers;
using Engagement.Grains.WeChat;

namespace Engagement.Grains.Recounting;

/// <summary>The kinds of records: another kind is one line.</summary>
internal static class RecordKinds
{
    /// <summary>How to read each kind.</summary>
    public static readonly IReadOnlyDictionary<string, Func<RecordFormat, byte[], LedgerState>> All =
        new Dictionary<string, Func<RecordFormat, byte[], LedgerState>>
        {
            [RoseState.Kind] = static (format, bytes) => format.Read<RoseState>(bytes),
            [BouquetState.Kind] = static (format, bytes) => format.Read<BouquetState>(bytes),
            [ParticipantState.Kind] = static (format, bytes) => format.Read<ParticipantState>(bytes),
            [IdentityState.Kind] = static (format, bytes) => format.Read<IdentityState>(bytes),
            [NoticeState.Kind] = static (format, bytes) => format.Read<NoticeState>(bytes),
            [QuotaState.Kind] = static (format, bytes) => format.Read<QuotaState>(bytes),
            [MediaRecord.Kind] = static (format, bytes) => format.Read<MediaRecord>(bytes),
            [ProtectionState.Kind] = static (format, bytes) => format.Read<ProtectionState>(bytes),
            [PhotoState.Kind] = static (format, bytes) => format.Read<PhotoState>(bytes),
            [FollowerState.Kind] = static (format, bytes) => format.Read<FollowerState>(bytes),
            [NominationsState.Kind] = static (format, bytes) => format.Read<NominationsState>(bytes),
            [StationState.Kind] = static (format, bytes) => format.Read<StationState>(bytes),
            [RoseBatchState.Kind] = static (format, bytes) => format.Read<RoseBatchState>(bytes),
            [CivicRecordState.Kind] = static (format, bytes) => format.Read<CivicRecordState>(bytes),
            [PublicationState.Kind] = static (format, bytes) => format.Read<PublicationState>(bytes),
            [EditionState.Kind] = static (format, bytes) => format.Read<EditionState>(bytes),
            [CivicActState.Kind] = static (format, bytes) => format.Read<CivicActState>(bytes),
            [ActWitness.Kind] = static (format, bytes) => format.Read<ActWitness>(bytes),
            [CourierState.Kind] = static (format, bytes) => format.Read<CourierState>(bytes),
            [RosterState.Kind] = static (format, bytes) => format.Read<RosterState>(bytes),
            [ImportState.Kind] = static (format, bytes) => format.Read<ImportState>(bytes),
            [RealNameState.Kind] = static (format, bytes) => format.Read<RealNameState>(bytes),
            [TeamState.Kind] = static (format, bytes) => format.Read<TeamState>(bytes),
            [VolunteerState.Kind] = static (format, bytes) => format.Read<VolunteerState>(bytes),
            [HourImportState.Kind] = static (format, bytes) => format.Read<HourImportState>(bytes),
            [HourImportPartState.Kind] = static (format, bytes) => format.Read<HourImportPartState>(bytes),
            [HourRowState.Kind] = static (format, bytes) => format.Read<HourRowState>(bytes),
            [FilingBatchState.Kind] = static (format, bytes) => format.Read<FilingBatchState>(bytes),
            [FilingState.Kind] = static (format, bytes) => format.Read<FilingState>(bytes),
            [MakeUpState.Kind] = static (format, bytes) => format.Read<MakeUpState>(bytes),
            [HourCorrectionState.Kind] = static (format, bytes) => format.Read<HourCorrectionState>(bytes),
            [HoursCaseState.Kind] = static (format, bytes) => format.Read<HoursCaseState>(bytes),
            [HoursWatchState.Kind] = static (format, bytes) => format.Read<HoursWatchState>(bytes),
            [ServiceState.Kind] = static (format, bytes) => format.Read<ServiceState>(bytes),
            [NeedState.Kind] = static (format, bytes) => format.Read<NeedState>(bytes),
            [ActivityState.Kind] = static (format, bytes) => format.Read<ActivityState>(bytes),
            [StarState.Kind] = static (format, bytes) => format.Read<StarState>(bytes),
            [CertificateState.Kind] = static (format, bytes) => format.Read<CertificateState>(bytes),
            [CertifierState.Kind] = static (format, bytes) => format.Read<CertifierState>(bytes),
            [CompanyState.Kind] = static (format, bytes) => format.Read<CompanyState>(bytes),
            [ControlState.Kind] = static (format, bytes) => format.Read<ControlState>(bytes),
            [CampaignState.Kind] = static (format, bytes) => format.Read<CampaignState>(bytes),
        };
}
