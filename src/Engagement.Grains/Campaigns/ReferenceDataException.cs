using Engagement.Contracts;
namespace Engagement.Grains.Campaigns;

/// <summary>The reference data can not be used. The message names the file, the place in it and what to change.</summary>
public sealed class ReferenceDataException(string file, string path, string reason, Exception? inner = null)
    : Exception($"{file} {path}: {reason}", inner)
{
    /// <summary>File name, for example <c>companies.json</c>.</summary>
    public string File { get; } = file;

    /// <summary>JSON path, for example <c>$.companies[3].joinCode</c>.</summary>
    public string Path { get; } = path;

    /// <summary>What is wrong.</summary>
    public string Reason { get; } = reason;
}
