namespace Engagement.Contracts;

/// <summary>Whether a guardian consents to a minor's service. The numbers are stored.</summary>
public enum GuardianConsent
{
    /// <summary>Nobody was asked or answered.</summary>
    None = 0,

    /// <summary>Given and standing.</summary>
    Given = 1,

    /// <summary>Taken back: nothing new can be signed up for; hours stay.</summary>
    Withdrawn = 2,
}
