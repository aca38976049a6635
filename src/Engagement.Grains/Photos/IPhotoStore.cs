namespace Engagement.Grains.Photos;

/// <summary>Which of a photo's two pictures.</summary>
public enum PhotoSize
{
    /// <summary>As large as it is kept.</summary>
    Full = 0,

    /// <summary>For lists.</summary>
    Small,
}

/// <summary>
/// Where pictures lie, by the digest of their content. A folder; an object store later. Written by <see cref="PhotoGrain"/>
/// only. Who may see a picture is not decided here.
/// </summary>
public interface IPhotoStore
{
    /// <summary>Stores both pictures, durably. The same content again changes nothing.</summary>
    /// <returns>SHA-256 of the full picture as 43 base64url characters.</returns>
    /// <exception cref="IOException">It may or may not be stored; repeat.</exception>
    Task<string> Put(ReadOnlyMemory<byte> full, ReadOnlyMemory<byte> small);

    /// <summary>A picture; null when there is none.</summary>
    Task<byte[]?> Get(string hash, PhotoSize size);

    /// <summary>Deletes both. Nothing happens when there are none.</summary>
    Task Delete(string hash);
}
