namespace Engagement.Web.Photos;

/// <summary>Why a file was not taken. Each has its own sentence, <c>Photos.</c> and its name, for the field with the photo.</summary>
public enum PhotoRefusal
{
    /// <summary>It was taken.</summary>
    None = 0,

    /// <summary>Nothing in it.</summary>
    Empty,

    /// <summary>More bytes than <see cref="PhotoLimits.Bytes"/>.</summary>
    TooLarge,

    /// <summary>An iPhone's own format, which other phones can't show.</summary>
    Heic,

    /// <summary>Neither JPEG, PNG nor WebP, whatever it is called.</summary>
    NotAPhoto,

    /// <summary>It moves.</summary>
    Moving,

    /// <summary>More pixels, or longer on one side, than would be decoded.</summary>
    TooManyPixels,

    /// <summary>Too small to show anything.</summary>
    TooSmall,

    /// <summary>Cut off or damaged.</summary>
    Broken,

    /// <summary>The person sent as many as one may on a day, or too many people sent this very picture.</summary>
    TooMany,

    /// <summary>This very picture was looked at before and can't be shown.</summary>
    Refused,

    /// <summary>Too many are being read at the moment.</summary>
    Busy,

    /// <summary>The staff paused photos.</summary>
    Paused,
}
