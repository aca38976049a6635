namespace Engagement.Grains.Participants;

/// <summary>
/// A person's roses. Always: granted + restored + leftovers = remaining + lapsed + sent + put into bouquets, and
/// budget granted + its leftovers = budget left + put into bouquets (design.md §5).
/// </summary>
[GenerateSerializer, OmitDefaultMemberValues, Alias("eng.participant.purse")]
public sealed class Purse
{
    /// <summary>Shanghai day that the numbers of the day belong to; 0 before the first.</summary>
    [Id(0)] public int Day { get; set; }

    /// <summary>Today's allowance as it was granted.</summary>
    [Id(1)] public int Granted { get; set; }

    /// <summary>Restored today: offers and leftovers of whatever day that came back unclaimed.</summary>
    [Id(2)] public int Restored { get; set; }

    /// <summary>Given today.</summary>
    [Id(3)] public int Sent { get; set; }

    /// <summary>Put into bouquets today, from the allowance.</summary>
    [Id(4)] public int Bouquets { get; set; }

    /// <summary>Granted on all days.</summary>
    [Id(5)] public long AllGranted { get; set; }

    /// <summary>Restored on all days.</summary>
    [Id(6)] public long AllRestored { get; set; }

    /// <summary>Given on all days.</summary>
    [Id(7)] public long AllSent { get; set; }

    /// <summary>Put into bouquets on all days, from allowances.</summary>
    [Id(8)] public long AllBouquets { get; set; }

    /// <summary>Left over at the ends of days.</summary>
    [Id(9)] public long AllLapsed { get; set; }

    /// <summary>Budget granted by operators.</summary>
    [Id(10)] public long BudgetIn { get; set; }

    /// <summary>Budget put into bouquets.</summary>
    [Id(11)] public long BudgetOut { get; set; }

    /// <summary>Leftovers of bouquets that came back to the allowance.</summary>
    [Id(12)] public long Leftovers { get; set; }

    /// <summary>Leftovers of bouquets that came back to the budget.</summary>
    [Id(13)] public long BudgetLeftovers { get; set; }

    /// <summary>What can still be given today.</summary>
    public int Remaining => Granted + Restored - Sent - Bouquets;

    /// <summary>Budget that is left.</summary>
    public long Budget => BudgetIn + BudgetLeftovers - BudgetOut;

    /// <summary>Begins the day if it is a new one: what was left lapses, the day's allowance is granted. Days never go back.</summary>
    public void Turn(int day, int perDay)
    {
        if (day <= Day)
        {
            return;
        }

        AllLapsed += Remaining;
        (Day, Granted, Restored, Sent, Bouquets) = (day, perDay, 0, 0, 0);
        AllGranted += perDay;
    }

    /// <summary>What would remain on <paramref name="day"/>, without beginning it.</summary>
    public int RemainingOn(int day, int perDay) => day <= Day ? Remaining : perDay;

    /// <summary>What was restored on <paramref name="day"/>, without beginning it.</summary>
    public int RestoredOn(int day) => day <= Day ? Restored : 0;
}
