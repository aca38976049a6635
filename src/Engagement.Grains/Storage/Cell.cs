using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace Engagement.Grains.Storage;

/// <summary>Which campaign this site serves (design.md §10).</summary>
public sealed class CellOptions
{
    /// <summary>Campaign id: the hash tag of all keys of the cell and the first part of every grain key.</summary>
    [Required, RegularExpression("^[a-z0-9-]{2,32}$")] public string Id { get; set; } = "jiangmen";
}

/// <summary>Names of a campaign's keys. All carry one hash tag, so that one script may touch several of them atomically.</summary>
public sealed class Cell(IOptions<CellOptions> options)
{
    private readonly string _prefix = "{" + options.Value.Id + "}:";

    /// <summary>The campaign's id.</summary>
    public string Campaign { get; } = options.Value.Id;

    /// <summary>Incremented by every script: tells `recount` whether the cell is quiet.</summary>
    public RedisKey Sequence => _prefix + "seq";

    /// <summary>A key inside the cell.</summary>
    public RedisKey Key(string name) => _prefix + name;

    /// <summary>A record's key.</summary>
    public RedisKey Record(string kind, string id) => string.Concat(_prefix, kind, ":", id);

    /// <summary>The grain key of an id in this campaign.</summary>
    public string GrainKey(string id) => Campaign + "/" + id;

    /// <summary>The id in a grain key of this campaign.</summary>
    /// <exception cref="ArgumentException">The key belongs to another campaign.</exception>
    public string IdOf(string grainKey) => grainKey.StartsWith(Campaign + "/", StringComparison.Ordinal)
        ? grainKey[(Campaign.Length + 1)..]
        : throw new ArgumentException("The grain key belongs to another campaign.", nameof(grainKey));
}
