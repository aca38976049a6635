namespace Engagement.Rig.Check.Objects;

/// <summary>Where a rose can be, as its clients can tell.</summary>
internal enum RoseLife
{
    /// <summary>Not born yet.</summary>
    None = 0,

    /// <summary>Given, never taken.</summary>
    Offered,

    /// <summary>In somebody's hands, perhaps offered on.</summary>
    Held,

    /// <summary>Came back, never taken.</summary>
    Returned,

    /// <summary>Taken back, never taken by anybody else.</summary>
    Withdrawn,

    /// <summary>Voided.</summary>
    Voided,
}

/// <summary>A rose between two operations.</summary>
/// <param name="Life">Where it is.</param>
/// <param name="Sender">Who gave it first.</param>
/// <param name="Holder">In whose hands it is.</param>
/// <param name="From">Who gave it to the holder; null before the first hop.</param>
/// <param name="Hops">How often it was taken.</param>
/// <param name="People">Distinct people of its chain, sorted.</param>
/// <param name="Offer">The open offer; null for none.</param>
internal sealed record RoseModel(RoseLife Life, string Sender, string Holder, string? From, int Hops, string People, OpenOffer? Offer)
{
    /// <summary>Before its birth.</summary>
    public static readonly RoseModel None = new(RoseLife.None, "", "", null, 0, "", null);

    /// <summary>Just given.</summary>
    public static RoseModel Given(string sender, OpenOffer offer) => new(RoseLife.Offered, sender, sender, null, 0, sender, offer);

    /// <summary>Somebody else's from now on.</summary>
    public RoseModel TakenBy(string person) =>
        this with { Life = RoseLife.Held, From = Holder, Holder = person, Hops = Hops + 1, People = With(People, person), Offer = null };

    /// <summary>The open offer is over, and nobody took it.</summary>
    public RoseModel OfferOver(RoseLife end) => this with { Offer = null, Life = Hops == 0 ? end : Life };

    /// <summary>How many people were part of it.</summary>
    public int PeopleCount => People.Split(' ').Length;

    /// <inheritdoc/>
    public override string ToString() => Life switch
    {
        RoseLife.None => "not born",
        RoseLife.Held => $"held by {Holder} after {Hops} hops{(Offer is null ? "" : ", offered on")}",
        _ => Life.ToString().ToLowerInvariant(),
    };

    private static string With(string people, string person)
    {
        var all = people.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return all.Contains(person) ? people : string.Join(' ', all.Append(person).Order(StringComparer.Ordinal));
    }
}

/// <summary>An offer that waits.</summary>
/// <param name="Secret">Which link opens it; another name for one whose link nobody got.</param>
/// <param name="To">The one person it is for; null for whoever comes first.</param>
/// <param name="DueFrom">The earliest that it may be due, Unix milliseconds of the city's clock.</param>
/// <param name="DueTo">The latest.</param>
internal sealed record OpenOffer(string Secret, string? To, long DueFrom, long DueTo);
