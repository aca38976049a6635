namespace Engagement.Contracts;

/// <summary>What a make-up entry rests on. The numbers are stored.</summary>
public enum MakeUpEvidence
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>A list that was signed on the spot.</summary>
    SignedList = 1,

    /// <summary>Photos of the service.</summary>
    Photos = 2,

    /// <summary>The place that was served says so.</summary>
    ServedPlace = 3,

    /// <summary>Others who served there say so.</summary>
    Witnesses = 4,

    /// <summary>A device or the network failed: its log.</summary>
    DeviceLog = 5,
}
