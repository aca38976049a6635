namespace Engagement.Web.Photos;

/// <summary>What a photo may cost before anything of it is decoded.</summary>
public static class PhotoLimits
{
    /// <summary>Bytes of a file: phones send up to about 12 MB.</summary>
    public const int Bytes = 15 * 1024 * 1024;

    /// <summary>Bytes of a form with one photo: for <c>RequestSizeLimit</c>. Twice as much, so that whoever sends too
    /// large a photo reads a sentence and not that the connection broke.</summary>
    public const int Request = 34 * 1024 * 1024;

    /// <summary>Pixels on the longer side.</summary>
    public const int Side = 12_000;

    /// <summary>Pixels on the shorter side.</summary>
    public const int ShortSide = 32;

    /// <summary>Pixels: 48 million is what phones take at most without being asked for more.</summary>
    public const long Pixels = 51_000_000;

    /// <summary>Bytes that decoding may take.</summary>
    public const long Work = 160L * 1024 * 1024;

    /// <summary>Passes over a JPEG: each costs as much time as a whole picture, and cameras write about ten.</summary>
    public const int Scans = 32;

    /// <summary>Photos decoded at a time.</summary>
    public const int AtOnce = 2;

    /// <summary>Pixels on the longer side of what is kept.</summary>
    public const int Kept = 1600;

    /// <summary>Pixels on the longer side of the small one.</summary>
    public const int Small = 320;
}
