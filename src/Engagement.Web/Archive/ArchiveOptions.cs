namespace Engagement.Web.Archive;

/// <summary>Where the public archive lies.</summary>
public sealed class ArchiveOptions
{
    /// <summary>The folder that <c>export --public --out</c> writes; empty for none. The same for every process of a site.</summary>
    public string Folder { get; set; } = "";
}
