namespace Engagement.Rig.History;

/// <summary>What a client asks: who, what, and with which idempotency key. Null means not given.</summary>
/// <param name="Kind">What is asked.</param>
/// <param name="Command">Idempotency key; the same one for every retry. Null for a read.</param>
/// <param name="By">Participant id of who asks.</param>
internal sealed record OperationCall(OperationKind Kind, string? Command, string? By)
{
    /// <summary>The rose it is about; null for a send, whose rose the answer names.</summary>
    public string? Rose { get; init; }

    /// <summary>The bouquet it is about; null for a send, whose bouquet the answer names.</summary>
    public string? Bouquet { get; init; }

    /// <summary>Of a claim: <see cref="SecretId"/> of the link's secret; null for a rose that is addressed to the claimer.</summary>
    public string? Secret { get; init; }

    /// <summary>Of a send or offer: the one person it is for.</summary>
    public string? To { get; init; }

    /// <summary>Of a bouquet or a grant: how many roses.</summary>
    public int? Roses { get; init; }

    /// <summary>Of a bouquet: how many shares.</summary>
    public int? Shares { get; init; }

    /// <summary>Of a bouquet: drawn by luck.</summary>
    public bool? Lucky { get; init; }

    /// <summary>Of <see cref="OperationKind.Advance"/>: by how many hours the clock moves at every try.</summary>
    public double? Hours { get; init; }

    /// <summary>Of a read after everything came to rest: what must have happened has happened, restores included.</summary>
    public bool? AtRest { get; init; }

    /// <summary>Short name of a secret, so that a history shows no links: 12 hexadecimal digits of its SHA-256.</summary>
    public static string SecretId(string secret) =>
        Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(secret)).AsSpan(0, 6));
}
