namespace Engagement.Contracts;

/// <summary>What others need to know of a volunteer: nothing in it tells who they are.</summary>
/// <param name="Level">How well they are known; <see cref="IdentityLevel.WeChat"/> for accounts that were closed or joined with another.</param>
/// <param name="Hours">Their hours.</param>
/// <param name="Age">Whole years today in Shanghai; null when not known. The birth date itself never leaves the record.</param>
/// <param name="Absences">Times in the latest 90 days that they did not come and gave no reason: asks for a second look, shown to nobody (VH-19).</param>
/// <param name="Guardian">What the guardian says; means nothing for adults.</param>
/// <param name="PhoneConfirmed">An organisation's steward compared the mobile number with one that they knew.</param>
/// <param name="MergedInto">The account that goes on for this person; none for almost everybody.</param>
[GenerateSerializer, Immutable, Alias("eng.volunteer.card")]
public sealed record VolunteerCard(
    [property: Id(0)] IdentityLevel Level, [property: Id(1)] HourTotals Hours, [property: Id(2)] int? Age = null, [property: Id(3)] int Absences = 0,
    [property: Id(4)] GuardianConsent Guardian = GuardianConsent.None, [property: Id(5)] bool PhoneConfirmed = false, [property: Id(6)] ParticipantId MergedInto = default)
{
    /// <summary>How the rules see the age.</summary>
    public AgeBand Band => Age is { } years ? BirthDay.BandOf(years) : AgeBand.Unknown;

    /// <summary>Known to be below 18: no dangerous service, no board of persons.</summary>
    public bool IsMinor => Band is AgeBand.Under8 or AgeBand.Under14 or AgeBand.Under18;

    /// <summary>Somebody must come along.</summary>
    public bool NeedsCompany => Band is AgeBand.Under8 or AgeBand.Under14;

    /// <summary>Why they can't sign up for an activity now; null when nothing about them is in the way (VH-02).</summary>
    /// <param name="needs">The level that the activity asks for.</param>
    /// <param name="dangerous">It may put people in danger (VH-15).</param>
    public Outcome? Gate(IdentityLevel needs, bool dangerous) =>
        Level < needs || Band == AgeBand.Unknown ? Outcome.LevelNeeded
        : Band == AgeBand.Under8 || dangerous && IsMinor ? Outcome.TooYoung
        : IsMinor && Guardian != GuardianConsent.Given ? Outcome.GuardianNeeded
        : null;
}
