using System.ComponentModel.DataAnnotations;

namespace Engagement.Grains.Nominations;

/// <summary>Limits of public thanks (CA-11). Section "Nominations".</summary>
public sealed class NominationOptions
{
    /// <summary>Thanks that one person may say on a Shanghai day, to all couriers together. Default 5, as roses.</summary>
    [Range(1, 100)] public int PerDay { get; set; } = 5;

    /// <summary>New people whose thanks reach one courier on a day; more are not kept. Default 50.</summary>
    [Range(1, 1_000)] public int PeoplePerDay { get; set; } = 50;
}
