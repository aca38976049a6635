namespace Engagement.Rig.Serve.Ef;

/// <summary>A row of participants.</summary>
public sealed class EfPerson
{
    public Guid Id { get; set; }
    public long Since { get; set; }
    public long ClosedAt { get; set; }
    public int Consent { get; set; }
    public byte[] Salt { get; set; } = [];
    public string? District { get; set; }
    public string? Community { get; set; }
    public string? Organisation { get; set; }
    public string? Company { get; set; }
    public bool OnBoards { get; set; }
    public Guid[] Blocked { get; set; } = [];
    public int Day { get; set; }
    public int Granted { get; set; }
    public int Restored { get; set; }
    public int Sent { get; set; }
    public int Bouquets { get; set; }
    public long AllGranted { get; set; }
    public long AllRestored { get; set; }
    public long AllSent { get; set; }
    public long AllBouquets { get; set; }
    public long AllLapsed { get; set; }
    public long BudgetIn { get; set; }
    public long BudgetOut { get; set; }
}

/// <summary>A row of roses.</summary>
public sealed class EfRose
{
    public Guid Id { get; set; }
    public Guid Sender { get; set; }
    public long BornAt { get; set; }
    public int BornDay { get; set; }
    public bool Anonymous { get; set; }
    public long Content { get; set; }
    public short Remaining { get; set; }
    public Guid? Bouquet { get; set; }
    public short Status { get; set; }
    public Guid Holder { get; set; }
    public Guid? CameFrom { get; set; }
    public int Hops { get; set; }
    public int Offers { get; set; }
    public long OfferAt { get; set; }
    public long OfferDue { get; set; }
    public Guid? OfferTo { get; set; }
    public string Reason { get; set; } = "";
    public string Preset { get; set; } = "";
    public byte[]? Letter { get; set; }
    public byte[]? Addressee { get; set; }
    public short TextState { get; set; }
    public long WrittenAt { get; set; }
}

/// <summary>A row of hops.</summary>
public sealed class EfHop
{
    public Guid Rose { get; set; }
    public int Number { get; set; }
    public Guid Command { get; set; }
    public Guid Giver { get; set; }
    public Guid Taker { get; set; }
    public long At { get; set; }
    public int Day { get; set; }
    public int Second { get; set; }
    public int Offer { get; set; }
    public bool Counted { get; set; }
    public string? District { get; set; }
    public string? Community { get; set; }
    public string? Organisation { get; set; }
    public string? Company { get; set; }
}
