namespace Engagement.Grains.Certificates;

/// <summary>What a certificate states, as it was when it was issued. It never changes: what was wrong is superseded or revoked.</summary>
/// <param name="IssuedAt">Unix milliseconds.</param>
/// <param name="From">First Shanghai day of the period.</param>
/// <param name="To">Last Shanghai day of it.</param>
/// <param name="Volunteer">Volunteer number as it is read out; null when the holder does not show it.</param>
/// <param name="Units">Organisations that recorded (记录单位), those with the most hours first.</param>
/// <param name="Lines">Service content and time, by activity, oldest first.</param>
[GenerateSerializer, Immutable, Alias("eng.certificate.snapshot")]
public sealed record CertificateSnapshot(
    [property: Id(0)] long IssuedAt, [property: Id(1)] int From, [property: Id(2)] int To, [property: Id(3)] string? Volunteer,
    [property: Id(4)] IReadOnlyList<CertificateUnit> Units, [property: Id(5)] IReadOnlyList<CertificateLine> Lines)
{
    /// <summary>Minutes that the server counted.</summary>
    public int Credit => Units.Sum(unit => unit.Credit);

    /// <summary>Minutes that two people entered and the volunteer confirmed.</summary>
    public int Honour => Units.Sum(unit => unit.Honour);

    /// <summary>All minutes.</summary>
    public int Minutes => Credit + Honour;

    /// <summary>Classes of service and their minutes, most first.</summary>
    public IEnumerable<CertificateField> Fields => Lines.GroupBy(line => (line.Class, line.ClassName))
        .Select(group => new CertificateField(group.Key.Class, group.Key.ClassName, group.Sum(line => line.Minutes))).OrderByDescending(one => one.Minutes).ThenBy(one => one.Class, StringComparer.Ordinal);
}

/// <summary>What one organisation recorded.</summary>
/// <param name="Id">Organisation id.</param>
/// <param name="Name">Its name then.</param>
/// <param name="Credit">信用时数, minutes.</param>
/// <param name="Honour">荣誉时数, minutes.</param>
/// <param name="InCharge">负责人; empty for nobody named.</param>
/// <param name="Handler">经办人; empty for nobody named.</param>
/// <param name="Phone">How to reach the office; empty for not named.</param>
[GenerateSerializer, Immutable, Alias("eng.certificate.unit")]
public sealed record CertificateUnit(
    [property: Id(0)] string Id, [property: Id(1)] string Name, [property: Id(2)] int Credit, [property: Id(3)] int Honour,
    [property: Id(4)] string InCharge = "", [property: Id(5)] string Handler = "", [property: Id(6)] string Phone = "");

/// <summary>Service in one activity.</summary>
/// <param name="Unit">Organisation id.</param>
/// <param name="Title">Service content.</param>
/// <param name="Class">Id of the service class.</param>
/// <param name="ClassName">Its name then.</param>
/// <param name="From">First Shanghai day.</param>
/// <param name="To">Last Shanghai day.</param>
/// <param name="Times">How often.</param>
/// <param name="Minutes">Minutes that count.</param>
[GenerateSerializer, Immutable, Alias("eng.certificate.line")]
public sealed record CertificateLine(
    [property: Id(0)] string Unit, [property: Id(1)] string Title, [property: Id(2)] string Class, [property: Id(3)] string ClassName,
    [property: Id(4)] int From, [property: Id(5)] int To, [property: Id(6)] int Times, [property: Id(7)] int Minutes);

/// <summary>One class of service in a certificate.</summary>
/// <param name="Class">Its id.</param>
/// <param name="Name">Its name then.</param>
/// <param name="Minutes">Minutes that count.</param>
public sealed record CertificateField(string Class, string Name, int Minutes);
