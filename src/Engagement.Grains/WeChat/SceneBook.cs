using System.Diagnostics.CodeAnalysis;
using Engagement.Contracts;
using Engagement.Grains.Storage;

namespace Engagement.Grains.WeChat;

/// <summary>A kind of thing that a parametric code of the service account may open: another kind is another one of these.</summary>
public interface ISceneKind
{
    /// <summary>What its scenes begin with, before the first dot.</summary>
    string Prefix { get; }

    /// <summary>Where the scene leads; null when it is forged or there is no such thing.</summary>
    /// <param name="rest">The scene behind its prefix and dot.</param>
    Task<Landing?> Open(string rest);
}

/// <summary>
/// Scenes of the service account's codes. A scene names a thing and proves, by a tag of the cell's key, that whoever made the
/// code had its link; the link's secret itself is not in it, and the tag opens nothing on the site.
/// </summary>
public sealed class SceneBook(IEnumerable<ISceneKind> kinds)
{
    /// <summary>Longest scene that WeChat takes of the service account.</summary>
    public const int Longest = 64;

    /// <summary>Longest scene that WeChat takes of a mini program: a short one has exactly this length, a prefix of one and no dot.</summary>
    public const int Short = 32;

    // 54 bits: whoever tries them must ask this site, signed in and limited, while the offer lasts.
    private const int ShortTag = Short - 1 - OpaqueId.Length;

    private readonly Dictionary<string, ISceneKind> _kinds = kinds.ToDictionary(kind => kind.Prefix);

    /// <summary>Where a scene leads; null when nowhere.</summary>
    public async Task<Landing?> Open(string scene)
    {
        if (scene.StartsWith(PushTopics.Page, StringComparison.Ordinal))
        {
            return new(scene[PushTopics.Page.Length..]);
        }

        var dot = scene.IndexOf('.');
        if (dot < 0 && scene.Length == Short)
        {
            return _kinds.TryGetValue(scene[..1], out var named) ? await named.Open(scene[1..]) : null;
        }

        return dot > 0 && scene.Length <= Longest && _kinds.TryGetValue(scene[..dot], out var kind) ? await kind.Open(scene[(dot + 1)..]) : null;
    }

    /// <summary>The scene of one offer of a thing: 47 characters for a prefix of one.</summary>
    internal static string Of(CellKeys keys, string prefix, Guid id, int offer) => $"{prefix}.{OpaqueId.Format(id)}.{keys.SceneTag(prefix, id, offer)}";

    /// <summary>The same for a mini program: 32 characters, for a prefix of one.</summary>
    internal static string ShortOf(CellKeys keys, string prefix, Guid id, int offer) => prefix + OpaqueId.Format(id) + keys.SceneTag(prefix, id, offer)[..ShortTag];

    /// <summary>Reads what <see cref="Of"/> or <see cref="ShortOf"/> wrote, behind the prefix.</summary>
    internal static bool TryRead(string rest, out Guid id, [NotNullWhen(true)] out string? tag)
    {
        tag = rest.Length == 2 * OpaqueId.Length + 1 && rest[OpaqueId.Length] == '.' ? rest[(OpaqueId.Length + 1)..]
            : rest.Length == Short - 1 ? rest[OpaqueId.Length..]
            : null;
        id = default;
        return tag is not null && OpaqueId.TryParse(rest.AsSpan(0, OpaqueId.Length), out id);
    }
}
