namespace Engagement.Contracts;

/// <summary>An upload of hours is announced.</summary>
/// <param name="Id">Derived from organisation and command (<c>CellKeys.Import</c>), in its visible form.</param>
/// <param name="Organisation">Who takes it in.</param>
/// <param name="District">Its district's code: whose reviewers approve; null for those of the whole city.</param>
/// <param name="By">Who uploads.</param>
/// <param name="File">Name of the file, at most 100 characters.</param>
/// <param name="Content">Keyed digest of all rows, to tell another content under the same command.</param>
/// <param name="Rows">All rows, faulty ones included.</param>
/// <param name="Parts">How many parts will come.</param>
[GenerateSerializer, Immutable, Alias("eng.hourimport.begin")]
public sealed record BeginHourImport(
    [property: Id(0)] string Id, [property: Id(1)] string Organisation, [property: Id(2)] string? District, [property: Id(3)] ParticipantId By,
    [property: Id(4)] string File, [property: Id(5)] ulong Content, [property: Id(6)] int Rows, [property: Id(7)] int Parts);

/// <summary>A row as far as it alone tells. It holds no name and no ID number.</summary>
/// <param name="Line">Line in the file, the heading being 1.</param>
/// <param name="Number">Volunteer number as typed; null when the row names an ID number.</param>
/// <param name="IdNumber">HMAC of the ID number; none when the row names a volunteer number.</param>
/// <param name="System">The other system's name, as shown.</param>
/// <param name="Source">What that system calls the row.</param>
/// <param name="Unit">The unit that organised and recorded there, as shown.</param>
/// <param name="Title">Service content.</param>
/// <param name="ServiceClass">Id of the service class.</param>
/// <param name="From">Unix milliseconds at which the service began.</param>
/// <param name="Minutes">Minutes served, 1 to 480.</param>
[GenerateSerializer, Immutable, Alias("eng.hourimport.row")]
public sealed record HourImportRow(
    [property: Id(0)] int Line, [property: Id(1)] string? Number, [property: Id(2)] RealNameKey IdNumber, [property: Id(3)] string System, [property: Id(4)] string Source,
    [property: Id(5)] string Unit, [property: Id(6)] string Title, [property: Id(7)] string ServiceClass, [property: Id(8)] long From, [property: Id(9)] int Minutes)
{
    /// <summary>Whose it is, once the dry run has found them.</summary>
    [Id(10)] public ParticipantId Volunteer { get; init; }
}

/// <summary>How far an upload of hours is.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Organisation">Who takes it in.</param>
/// <param name="District">Its district's code; null for none.</param>
/// <param name="By">Who uploaded.</param>
/// <param name="File">Name of the file.</param>
/// <param name="At">When.</param>
/// <param name="Phase">Where it is.</param>
/// <param name="Total">All rows, faulty ones included.</param>
/// <param name="Looked">Rows that the present phase is through with.</param>
/// <param name="Parts">Parts it is stored in.</param>
/// <param name="Counts">What was found and done so far.</param>
/// <param name="AskedBy">Who asked for approval; none before.</param>
/// <param name="DecidedBy">Who approved or refused; none before.</param>
/// <param name="DecidedAt">Unix milliseconds of that.</param>
[GenerateSerializer, Immutable, Alias("eng.hourimport.view")]
public sealed record HourImportView(
    [property: Id(0)] string Id, [property: Id(1)] string Organisation, [property: Id(2)] string? District, [property: Id(3)] ParticipantId By, [property: Id(4)] string File,
    [property: Id(5)] long At, [property: Id(6)] HourImportPhase Phase, [property: Id(7)] int Total, [property: Id(8)] int Looked, [property: Id(9)] int Parts,
    [property: Id(10)] HourPartCounts Counts, [property: Id(11)] ParticipantId AskedBy, [property: Id(12)] ParticipantId DecidedBy, [property: Id(13)] long DecidedAt = 0)
{
    /// <summary>It goes on by itself.</summary>
    public bool IsRunning => Phase is HourImportPhase.Receiving or HourImportPhase.Checking or HourImportPhase.Applying or HourImportPhase.Dropping;
}

/// <summary>What was found in rows, and what was done with them.</summary>
/// <param name="Rows">Rows, faulty ones included.</param>
/// <param name="Faults">Faulty rows.</param>
/// <param name="Overlaps">Rows at whose time something of their volunteer's counts already: they will be held.</param>
/// <param name="Offered">Rows that went to their volunteers.</param>
/// <param name="Known">Rows that an earlier upload had.</param>
[GenerateSerializer, Immutable, Alias("eng.hourimport.counts")]
public readonly record struct HourPartCounts(
    [property: Id(0)] int Rows, [property: Id(1)] int Faults, [property: Id(2)] int Overlaps, [property: Id(3)] int Offered, [property: Id(4)] int Known)
{
    /// <summary>Both together.</summary>
    public HourPartCounts Plus(HourPartCounts more) =>
        new(Rows + more.Rows, Faults + more.Faults, Overlaps + more.Overlaps, Offered + more.Offered, Known + more.Known);
}

/// <summary>A row of an approved upload.</summary>
/// <param name="Import">Of which upload.</param>
/// <param name="Organisation">Who takes it in.</param>
/// <param name="District">Their district: whose reviewers decide when it is held; null for none.</param>
/// <param name="By">Who approved.</param>
/// <param name="Row">The row, with its volunteer.</param>
/// <param name="Wake">Unix milliseconds at which the volunteer's notices are to be looked at; 0 when no message could be sent anyway.</param>
/// <param name="ApprovedAt">Unix milliseconds at which the upload was approved: the same for all its rows, so that they are one notice.</param>
[GenerateSerializer, Immutable, Alias("eng.hourrow.offer")]
public sealed record HourOffer(
    [property: Id(0)] string Import, [property: Id(1)] string Organisation, [property: Id(2)] string? District, [property: Id(3)] ParticipantId By, [property: Id(4)] HourImportRow Row,
    [property: Id(5)] long Wake = 0, [property: Id(6)] long ApprovedAt = 0);

/// <summary>Hours of another system that their volunteer confirmed.</summary>
/// <param name="Service">What was served.</param>
/// <param name="By">Who approved the upload.</param>
[GenerateSerializer, Immutable, Alias("eng.hourrow.agreed")]
public sealed record AgreedHours([property: Id(0)] ImportedHours Service, [property: Id(1)] ParticipantId By);
