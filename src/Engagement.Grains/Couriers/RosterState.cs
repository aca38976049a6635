using Engagement.Contracts;
using Engagement.Grains.Storage;

namespace Engagement.Grains.Couriers;

/// <summary>A mobile number's record: which companies list it, and which courier confirmed it for one of them.</summary>
[GenerateSerializer, OmitDefaultMemberValues, Alias("eng.roster.state")]
public sealed class RosterState : LedgerState
{
    /// <summary>Name of the record in keys.</summary>
    public const string Kind = "roster";

    /// <summary>Companies that may list one number at a time.</summary>
    public const int ListingsKept = 8;

    /// <summary>The number's key; the record's own id.</summary>
    [Id(0)] public PhoneKey Phone { get; set; }

    /// <summary>What companies wrote, at most <see cref="ListingsKept"/>.</summary>
    [Id(1)] public List<Listing> Listings { get; set; } = [];

    /// <summary>Who confirmed it; none when nobody has.</summary>
    [Id(2)] public ParticipantId Courier { get; set; }

    /// <summary>For which company.</summary>
    [Id(3)] public string? Company { get; set; }

    /// <summary>Unix milliseconds of the confirmation.</summary>
    [Id(4)] public long ConfirmedAt { get; set; }

    /// <summary>Confirmations so far: the number of the latest.</summary>
    [Id(5)] public long Confirmation { get; set; }

    /// <summary>The message of the latest confirmation.</summary>
    [Id(6)] public string? Entry { get; set; }

    /// <inheritdoc/>
    internal override IEnumerable<Effect> Derived()
    {
        foreach (var listing in Listings.Where(listing => !listing.Gone))
        {
            yield return new Index(CourierEffects.Roster(listing.Company), CourierEffects.Member(Phone), listing.Since);
        }
    }

    /// <summary>What a company wrote and still stands.</summary>
    public Listing? Of(string company) => Listings.Find(listing => listing.Company == company && !listing.Gone);
}

/// <summary>What a company wrote about a number. One that was taken off stays for a while without its contents, so that the same import finds its answer.</summary>
[GenerateSerializer, OmitDefaultMemberValues, Immutable, Alias("eng.roster.row")]
public sealed record Listing
{
    /// <summary>Company id.</summary>
    [Id(0)] public string Company { get; init; } = "";

    /// <summary>The courier's name, sealed under <see cref="Salt"/>; null for none.</summary>
    [Id(1)] public byte[]? Name { get; init; }

    /// <summary>Of this listing alone.</summary>
    [Id(2)] public byte[] Salt { get; init; } = [];

    /// <summary>Station or team; empty for none.</summary>
    [Id(3)] public string Station { get; init; } = "";

    /// <summary>The company's own number of the person; empty for none.</summary>
    [Id(4)] public string Number { get; init; } = "";

    /// <summary>Unix milliseconds since which it is listed.</summary>
    [Id(5)] public long Since { get; init; }

    /// <summary>The import that wrote it last.</summary>
    [Id(6)] public CommandId Import { get; init; }

    /// <summary>What it answered.</summary>
    [Id(7)] public RosterResult Result { get; init; }

    /// <summary>Taken off.</summary>
    [Id(8)] public bool Gone { get; init; }
}
