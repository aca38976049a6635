using System.Reflection;
using System.Text.Json;

namespace Engagement.Grains.Archive;

/// <summary>What an export of a whole cell holds (docs/archive.md).</summary>
/// <param name="Schema">How its lines are written: <see cref="Current"/>.</param>
/// <param name="Campaign">Whose.</param>
/// <param name="At">When it was made.</param>
/// <param name="Sequence">The cell's count of commits: the same before and after, so it is one state.</param>
/// <param name="KeyId">Of the signing key, which follows from <c>Keys:Master</c>: another master key would not open what is sealed here.</param>
/// <param name="Program">Version of the program that wrote it.</param>
/// <param name="Files">Its files.</param>
public sealed record CellManifest(string Schema, string Campaign, DateTimeOffset At, long Sequence, string KeyId, string Program, IReadOnlyList<CellFile> Files)
{
    internal static readonly string ThisProgram = "engagement " + typeof(CellManifest).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion;

    /// <summary>This program's schema.</summary>
    public const string Current = "engagement-cell-1";

    /// <summary>Name of the manifest, and of the file with its hash.</summary>
    public const string FileName = "manifest.json", HashName = "manifest.json.sha256";

    internal static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, NewLine = "\n" };
}

/// <summary>A file of an export.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Keys">Lines in it: one a key.</param>
/// <param name="Sha256">Of the file as it lies there, compressed.</param>
public sealed record CellFile(string Name, long Keys, string Sha256);
