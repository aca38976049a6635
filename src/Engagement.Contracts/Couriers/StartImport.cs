namespace Engagement.Contracts;

/// <summary>An upload, read and checked as far as one row alone tells. Numbers are HMACs and names are sealed: nothing in it can be read.</summary>
/// <param name="Id">Derived from company and command (<c>CellKeys.Import</c>), in its visible form.</param>
/// <param name="Command">Idempotency key of whoever uploads.</param>
/// <param name="Company">Company id.</param>
/// <param name="By">Who uploads; none for the company's own system.</param>
/// <param name="File">Name of the file, at most 100 characters; of an API key when a system sent it.</param>
/// <param name="AllOrNothing">One faulty row refuses all; otherwise the others are carried out.</param>
/// <param name="Content">Keyed digest of all rows, to tell another content under the same command.</param>
/// <param name="Rows">Rows without a fault of their own.</param>
/// <param name="Faults">The others.</param>
[GenerateSerializer, Immutable, Alias("eng.import.start")]
public sealed record StartImport(
    [property: Id(0)] string Id, [property: Id(1)] CommandId Command, [property: Id(2)] string Company, [property: Id(3)] ParticipantId By, [property: Id(4)] string File,
    [property: Id(5)] bool AllOrNothing, [property: Id(6)] ulong Content, [property: Id(7)] IReadOnlyList<ImportRow> Rows, [property: Id(8)] IReadOnlyList<RowFault> Faults);

/// <summary>A row that is to be carried out.</summary>
/// <param name="Line">Line in the file, the heading being 1; or place in the request, from 1.</param>
/// <param name="Phone">HMAC of the number.</param>
/// <param name="Name">Sealed; null for none.</param>
/// <param name="Salt">Of this row.</param>
/// <param name="Station">Station or team.</param>
/// <param name="Number">The company's own number of the person.</param>
/// <param name="Left">Take them off.</param>
[GenerateSerializer, Immutable, Alias("eng.import.row")]
public sealed record ImportRow(
    [property: Id(0)] int Line, [property: Id(1)] PhoneKey Phone, [property: Id(2)] byte[]? Name, [property: Id(3)] byte[] Salt,
    [property: Id(4)] string Station, [property: Id(5)] string Number, [property: Id(6)] bool Left);

/// <summary>A row that was not carried out, and why.</summary>
/// <param name="Line">As of <see cref="ImportRow"/>.</param>
/// <param name="Field">Column, as the format of the file calls it: phone, name, station, number, company or status of a roster.</param>
/// <param name="Problem">What is wrong with it.</param>
[GenerateSerializer, Immutable, Alias("eng.import.fault")]
public readonly record struct RowFault([property: Id(0)] int Line, [property: Id(1)] string Field, [property: Id(2)] RowProblem Problem);

/// <summary>What can be wrong with a row. The numbers are stored.</summary>
public enum RowProblem
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>There is no mobile number.</summary>
    Missing = 1,

    /// <summary>It is no mobile number of mainland China.</summary>
    NoMobile = 2,

    /// <summary>The number stands in an earlier row.</summary>
    Duplicate = 3,

    /// <summary>The row names another company.</summary>
    WrongCompany = 4,

    /// <summary>Longer than 40 characters.</summary>
    TooLong = 5,

    /// <summary>Hidden or control characters.</summary>
    NoPlainText = 6,

    /// <summary>Neither here nor left.</summary>
    UnknownStatus = 7,

    /// <summary>Enrolled with another company.</summary>
    EnrolledElsewhere = 8,

    /// <summary>On the rosters of too many companies.</summary>
    TooManyCompanies = 9,

    /// <summary>Nobody here has this number, or the account was closed.</summary>
    NoVolunteer = 10,

    /// <summary>No date and time that the format knows.</summary>
    NoTime = 11,

    /// <summary>It lies ahead.</summary>
    InFuture = 12,

    /// <summary>It ends before it begins, or the minutes are more than that time.</summary>
    WrongSpan = 13,

    /// <summary>No whole number, or one out of range.</summary>
    NoNumber = 14,

    /// <summary>None of the values that the format knows.</summary>
    UnknownValue = 15,

    /// <summary>Nothing that may be recorded as voluntary service.</summary>
    NotService = 16,

    /// <summary>An earlier upload had this number with another content.</summary>
    TakenBefore = 17,

    /// <summary>Nobody takes in, or approves, their own hours.</summary>
    OwnHours = 18,

    /// <summary>No valid ID number.</summary>
    NoIdNumber = 19,

    /// <summary>No such record ever went out for this organisation.</summary>
    NeverSent = 20,

    /// <summary>It went out again since: another batch's answer counts.</summary>
    SentAgain = 21,
}

/// <summary>Where an import is.</summary>
public enum ImportPhase
{
    /// <summary>Nowhere.</summary>
    None = 0,

    /// <summary>All rows are looked at before the first is carried out.</summary>
    Checking = 1,

    /// <summary>Rows are carried out.</summary>
    Applying = 2,

    /// <summary>All rows without a fault are carried out.</summary>
    Done = 3,

    /// <summary>Nothing was carried out: there are faults, and it was all or nothing.</summary>
    Refused = 4,
}

/// <summary>How far an import is.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Company">Company id.</param>
/// <param name="By">Who uploaded; none for the company's system.</param>
/// <param name="File">Name of the file, or of the API key.</param>
/// <param name="At">When.</param>
/// <param name="AllOrNothing">One faulty row refuses all.</param>
/// <param name="Phase">Where it is.</param>
/// <param name="Total">All rows.</param>
/// <param name="Looked">Rows that are through, faulty ones included.</param>
/// <param name="Added">Listed for the first time.</param>
/// <param name="Updated">Changed.</param>
/// <param name="Unchanged">As they were.</param>
/// <param name="Removed">Taken off.</param>
/// <param name="Faults">By line.</param>
[GenerateSerializer, Immutable, Alias("eng.import.view")]
public sealed record ImportView(
    [property: Id(0)] string Id, [property: Id(1)] string Company, [property: Id(2)] ParticipantId By, [property: Id(3)] string File, [property: Id(4)] DateTimeOffset At,
    [property: Id(5)] bool AllOrNothing, [property: Id(6)] ImportPhase Phase, [property: Id(7)] int Total, [property: Id(8)] int Looked, [property: Id(9)] int Added,
    [property: Id(10)] int Updated, [property: Id(11)] int Unchanged, [property: Id(12)] int Removed, [property: Id(13)] IReadOnlyList<RowFault> Faults)
{
    /// <summary>Nothing more will happen.</summary>
    public bool IsOver => Phase is ImportPhase.Done or ImportPhase.Refused;
}
