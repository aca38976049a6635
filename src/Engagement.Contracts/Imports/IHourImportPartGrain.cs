namespace Engagement.Contracts;

/// <summary>A few hundred rows of an upload of hours. Born by its upload. Key: <c>campaign/import-id.number</c>.</summary>
[Alias("eng.hourpart")]
public interface IHourImportPartGrain : IGrainWithStringKey
{
    /// <summary>The dry run: finds the volunteers, writes down what is wrong, changes nothing else. Answers the same again when it was done before.</summary>
    /// <exception cref="LedgerException">Durability unknown; repeat.</exception>
    [Alias("Check"), ResponseTimeout("00:00:20")]
    Task<HourPartCounts> Check(HourImportView import);

    /// <summary>Offers every good row to its volunteer, once however often it is called. Answers the same again when it was done before.</summary>
    /// <exception cref="LedgerException">Durability unknown; repeat.</exception>
    [Alias("Apply"), ResponseTimeout("00:00:20")]
    Task<HourPartCounts> Apply(HourImportView import);

    /// <summary>Empties the rows of an upload that comes to nothing; what was wrong stays readable.</summary>
    /// <exception cref="LedgerException">Durability unknown; repeat.</exception>
    [Alias("Drop"), ResponseTimeout("00:00:10")]
    Task<HourPartCounts> Drop();
}
