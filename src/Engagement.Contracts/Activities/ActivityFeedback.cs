namespace Engagement.Contracts;

/// <summary>What a volunteer says afterwards, in taps: no free text, so nothing has to be read before it counts. The numbers are stored.</summary>
[Flags]
public enum ActivityFeedback
{
    /// <summary>Nothing said.</summary>
    None = 0,

    /// <summary>Does not want to be asked.</summary>
    Dismissed = 1,

    /// <summary>Would come again.</summary>
    Again = 2,

    /// <summary>Well prepared.</summary>
    Prepared = 4,

    /// <summary>Learnt something.</summary>
    Learnt = 8,

    /// <summary>Waited too long.</summary>
    Waited = 16,

    /// <summary>It was other than described.</summary>
    Different = 32,

    /// <summary>Did not feel safe.</summary>
    Unsafe = 64,

    /// <summary>All of them.</summary>
    All = Dismissed | Again | Prepared | Learnt | Waited | Different | Unsafe,
}
