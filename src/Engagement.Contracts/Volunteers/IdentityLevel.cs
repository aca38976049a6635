namespace Engagement.Contracts;

/// <summary>How well a person is known (VH-01). The numbers are stored.</summary>
public enum IdentityLevel
{
    /// <summary>L0: signed in with WeChat, nothing more. Enough for roses.</summary>
    WeChat = 0,

    /// <summary>L1: a mobile number is known. Enough to sign up for activities.</summary>
    Phone = 1,

    /// <summary>L2: by real name. Needed for hours that are certified (Charity Law Art. 66).</summary>
    RealName = 2,
}
