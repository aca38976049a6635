namespace Engagement.Contracts;

/// <summary>What others need to know of a volunteer: nothing in it tells who they are.</summary>
/// <param name="Level">How well they are known; <see cref="IdentityLevel.WeChat"/> for accounts that were closed or joined with another.</param>
/// <param name="Hours">Their hours.</param>
/// <param name="Age">Today's, by the campaign's clock.</param>
/// <param name="Guardian">What the guardian says; means nothing for adults.</param>
/// <param name="PhoneConfirmed">An organisation's steward compared the mobile number with one that they knew.</param>
/// <param name="MergedInto">The account that goes on for this person; none for almost everybody.</param>
/// <param name="Absences">Times in the latest 90 days that they did not come and gave no reason: asks for a second look, shown to nobody (VH-19).</param>
[GenerateSerializer, Immutable, Alias("eng.volunteer.card")]
public sealed record VolunteerCard(
    [property: Id(0)] IdentityLevel Level, [property: Id(1)] HourTotals Hours, [property: Id(2)] AgeBand Age = AgeBand.Unknown,
    [property: Id(3)] GuardianConsent Guardian = GuardianConsent.None, [property: Id(4)] bool PhoneConfirmed = false, [property: Id(5)] ParticipantId MergedInto = default,
    [property: Id(6)] int Absences = 0)
{
    /// <summary>Known to be below 18: no dangerous service, no board of persons.</summary>
    public bool IsMinor => Age is AgeBand.Under8 or AgeBand.Under14 or AgeBand.Under18;

    /// <summary>Somebody must come along.</summary>
    public bool NeedsCompany => Age is AgeBand.Under8 or AgeBand.Under14;

    /// <summary>Surely as old as that, as far as the band tells.</summary>
    public bool IsAtLeast(int years) => years <= Age switch { AgeBand.Adult => 18, AgeBand.Under18 => 14, AgeBand.Under14 => 8, _ => 0 };

    /// <summary>Why they can't sign up for an activity now; null when nothing about them is in the way (VH-02).</summary>
    /// <param name="needs">The level that the activity asks for.</param>
    /// <param name="dangerous">It may put people in danger (VH-15).</param>
    public Outcome? Gate(IdentityLevel needs, bool dangerous) =>
        Level < needs || Age == AgeBand.Unknown ? Outcome.LevelNeeded
        : Age == AgeBand.Under8 || dangerous && IsMinor ? Outcome.TooYoung
        : IsMinor && Guardian != GuardianConsent.Given ? Outcome.GuardianNeeded
        : null;
}
