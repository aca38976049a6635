namespace Engagement.Contracts;

/// <summary>How far a service is on its way into another system (IN-01).</summary>
public enum FilingStage
{
    /// <summary>It never went out.</summary>
    None = 0,

    /// <summary>It went out in a batch; no answer yet.</summary>
    Sent,

    /// <summary>The other system took it.</summary>
    Accepted,

    /// <summary>The other system did not take it, and said why.</summary>
    Rejected,
}
