namespace Engagement.Contracts;

/// <summary>Birth dates as Shanghai days, like 20100105, and the ages that follow. Whole years are full on the birthday (Civil Code Art. 13, 17 to 20); of 29 February in other years on 1 March.</summary>
public static class BirthDay
{
    /// <summary>Whether it is a day on which somebody may have been born.</summary>
    public static bool Is(int birth, int today) => birth is >= 1900_01_01 && birth <= today
        && birth / 100 % 100 is >= 1 and <= 12 && birth % 100 >= 1 && birth % 100 <= DateTime.DaysInMonth(birth / 10_000, birth / 100 % 100);

    /// <summary>Whole years on a day; below zero before the birth.</summary>
    public static int Age(int birth, int day) => day / 10_000 - birth / 10_000 - (day % 10_000 < birth % 10_000 ? 1 : 0);

    /// <summary>How the rules see this age (VH-02).</summary>
    public static AgeBand Band(int birth, int day) => BandOf(Age(birth, day));

    /// <summary>How the rules see an age in whole years.</summary>
    public static AgeBand BandOf(int years) => years switch
    {
        < 8 => AgeBand.Under8,
        < 14 => AgeBand.Under14,
        < 18 => AgeBand.Under18,
        _ => AgeBand.Adult,
    };
}
