using Orleans.Concurrency;

namespace Engagement.Contracts;

/// <summary>A person as courier (CA-01): with one company, or as a city rider without one. Key: <c>campaign/participant-id</c>.</summary>
/// <remarks>Every command is safe to retry: the same <c>command</c> with the same content returns its first answer.</remarks>
[Alias("eng.courier")]
public partial interface ICourierGrain : IGrainWithStringKey
{
    /// <summary>What others need to know of this courier now; not Active for everybody else.</summary>
    [Alias("Card")] Task<CourierCard> Card();

    /// <summary>The courier's own page and export.</summary>
    [Alias("Self")] Task<CourierSelf> Self();

    /// <summary>Which company the person rides for, by version: what the participant's units follow. Never leaves the cluster.</summary>
    [Alias("Affiliation")] Task<CourierAffiliation> Affiliation();

    /// <summary>
    /// Confirms one's place on a company's roster. Invalid names the field; NotFound when no such company lists the number;
    /// AlreadyEnrolled with another company, or when somebody else confirmed the number; DailyLimit after ten tries that found nothing.
    /// </summary>
    /// <exception cref="LedgerException">Durability unknown; retry with the same command.</exception>
    [Alias("Enrol"), ResponseTimeout("00:00:05")]
    Task<Receipt> Enrol(CommandId command, EnrolCourier enrol);

    /// <summary>Becomes a city rider, without a company. AlreadyEnrolled while riding for one.</summary>
    /// <exception cref="LedgerException">Durability unknown; retry with the same command.</exception>
    [Alias("EnterPool"), ResponseTimeout("00:00:05")]
    Task<Receipt> EnterPool(CommandId command);

    /// <summary>Leaves the company, and with <paramref name="stay"/> goes on as a city rider. The history stays; scoring for the company ends with the Shanghai day.</summary>
    /// <exception cref="LedgerException">Durability unknown; retry with the same command.</exception>
    [Alias("Leave"), ResponseTimeout("00:00:05")]
    Task<Receipt> Leave(CommandId command, bool stay);

    /// <summary>Consents to others seeing the company, or takes the consent back.</summary>
    /// <exception cref="LedgerException">Durability unknown; retry with the same command.</exception>
    [Alias("ShowCompany"), ResponseTimeout("00:00:05")]
    Task<Receipt> ShowCompany(CommandId command, bool show);

    /// <summary>An agenda entry of this courier is due. Late, repeated and concurrent calls are harmless.</summary>
    /// <exception cref="LedgerException">Not done; the sweeper tries again.</exception>
    [Alias("Due"), ResponseTimeout("00:00:10")]
    Task Due(string entry);
}
