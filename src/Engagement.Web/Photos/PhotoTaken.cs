namespace Engagement.Web.Photos;

/// <summary>What became of a file.</summary>
/// <param name="Hash">The photo's name, for the record that will show it; null when it was refused.</param>
/// <param name="Refusal">Why it was refused.</param>
public readonly record struct PhotoTaken(string? Hash, PhotoRefusal Refusal = PhotoRefusal.None)
{
    /// <summary>The sentence that says why, in the texts.</summary>
    public string Sentence => "Photos." + Refusal;
}
