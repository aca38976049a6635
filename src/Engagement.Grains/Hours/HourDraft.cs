using Engagement.Contracts;

namespace Engagement.Grains.Hours;

/// <summary>Service that is to be recorded, before the server has counted it.</summary>
/// <param name="Id">The entry's id, derived from what it records.</param>
/// <param name="Kind">What the entry is.</param>
/// <param name="Class">Its class.</param>
/// <param name="Organisation">Who organised and records.</param>
/// <param name="Activity">Where; none for imported hours.</param>
/// <param name="Shift">Number of the shift.</param>
/// <param name="Title">Service content.</param>
/// <param name="ServiceClass">Id of the service class.</param>
/// <param name="District">District's code; null for none.</param>
/// <param name="Proof">Instants, and who attests them.</param>
internal sealed record HourDraft(
    ServiceRecordId Id, EntryKind Kind, HourClass Class, string Organisation, ActivityId Activity, int Shift, string Title, string ServiceClass,
    string? District, ServiceProof Proof)
{
    /// <summary>Another system's name; null for what was served here.</summary>
    public string? Origin { get; init; }

    /// <summary>Who took it in.</summary>
    public ParticipantId By { get; init; }

    /// <summary>What a settled shift is recorded as.</summary>
    public static HourDraft Of(ServiceRecordId id, SettledAttendance settled) => new(
        id, EntryKind.Attended, HourClass.Credit, settled.Organisation, settled.Activity, settled.Shift, settled.Title, settled.ServiceClass, settled.District,
        new(settled.Start, settled.End, settled.In, settled.Out, settled.InBy, settled.OutBy, settled.LedBy, settled.SettledBy, EnteredAt: settled.SettledAt));

    /// <summary>What hours of another system are recorded as.</summary>
    public static HourDraft Of(ServiceRecordId id, ImportedHours service, ParticipantId by)
    {
        var end = service.From + service.Minutes * 60_000L;
        return new(
            id, EntryKind.Imported, HourClass.Honour, service.Organisation, default, 0, service.Title, service.ServiceClass, service.District,
            new(service.From, end, service.From, end))
        {
            Origin = service.System, By = by,
        };
    }

    /// <summary>What a make-up is recorded as.</summary>
    public static HourDraft Of(ServiceRecordId id, MakeUpId makeUp, AgreedMakeUp agreed) => new(
        id, EntryKind.MakeUp, HourClass.Honour, agreed.Shift.Organisation, agreed.Shift.Activity, agreed.Shift.Number, agreed.Shift.Title, agreed.Shift.ServiceClass,
        agreed.Shift.District,
        new(agreed.Shift.Start, agreed.Shift.End, agreed.From, agreed.To, LedBy: agreed.ProposedBy, SettledBy: agreed.ApprovedBy, Evidence: agreed.Evidence, MakeUp: makeUp,
            EnteredAt: agreed.ProposedAt));
}
