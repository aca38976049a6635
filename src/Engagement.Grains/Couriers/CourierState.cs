using Engagement.Contracts;
using Engagement.Grains.Acts;
using Engagement.Grains.Storage;

namespace Engagement.Grains.Couriers;

/// <summary>A courier's record. Ids 0 to 19 are enrolment, 20 to 39 civic acts. A closed account keeps only that it was erased.</summary>
[GenerateSerializer, OmitDefaultMemberValues, Alias("eng.courier.state")]
public sealed class CourierState : LedgerState
{
    /// <summary>Name of the record in keys.</summary>
    public const string Kind = "courier";

    /// <summary>Companies remembered.</summary>
    public const int SpellsKept = 20;

    /// <summary>Its own id.</summary>
    [Id(0)] public ParticipantId Id { get; set; }

    /// <summary>Enrolled now, with a company or in the pool.</summary>
    [Id(1)] public bool Active { get; set; }

    /// <summary>Company now; null in the pool.</summary>
    [Id(2)] public string? Company { get; set; }

    /// <summary>Unix milliseconds since which they are with the company, or in the pool.</summary>
    [Id(3)] public long Since { get; set; }

    /// <summary>Consent to others seeing the company.</summary>
    [Id(4)] public bool ShowCompany { get; set; }

    /// <summary>The number that was confirmed for the company.</summary>
    [Id(5)] public PhoneKey Phone { get; set; }

    /// <summary>Which confirmation of that number it is.</summary>
    [Id(6)] public long Confirmation { get; set; }

    /// <summary>Companies before, oldest first; at most <see cref="SpellsKept"/>.</summary>
    [Id(7)] public List<CourierSpell>? Spells { get; set; }

    /// <summary>Recent commands.</summary>
    [Id(8)] public CommandLog Commands { get; set; } = new();

    /// <summary>Grows with every change of company.</summary>
    [Id(9)] public long Version { get; set; }

    /// <summary>Number whose confirmation was ended last: coming back to it needn't wait until its record knows.</summary>
    [Id(10)] public PhoneKey OverPhone { get; set; }

    /// <summary>Confirmations of it up to here have ended.</summary>
    [Id(11)] public long OverUpTo { get; set; }

    /// <summary>Shanghai day of the tries.</summary>
    [Id(12)] public int TriesDay { get; set; }

    /// <summary>Enrolments tried on that day since the last that succeeded.</summary>
    [Id(13)] public int Tries { get; set; }

    /// <summary>The account was closed: everything personal is gone.</summary>
    [Id(14)] public bool Erased { get; set; }

    /// <summary>Acts that were logged for the latest days, oldest first: as long as a draft of their days may still arrive.</summary>
    [Id(20)] public List<LoggedAct>? Logged { get; set; }

    /// <summary>The company that what happens at an instant counts for: a company that was left counts until midnight.</summary>
    public string? ScoringCompany(DateTimeOffset now) => Company ?? Leaving(now)?.Company;

    /// <summary>The company that was left today and still counts; null for none.</summary>
    public CourierSpell? Leaving(DateTimeOffset now) =>
        Company is null && Spells is { Count: > 0 } spells && now.ToUnixTimeMilliseconds() < spells[^1].To ? spells[^1] : null;

    /// <summary>What the participant's units follow.</summary>
    public CourierAffiliation Affiliation()
    {
        var last = Company is null && Spells is { Count: > 0 } spells ? spells[^1] : default;
        return new(Version, Company, last.Company, last.To);
    }

    /// <inheritdoc/>
    internal override IEnumerable<Effect> Derived()
    {
        if (Active)
        {
            yield return new Count(CourierEffects.Couriers, CourierEffects.Field(Company), 1);
        }
    }
}
