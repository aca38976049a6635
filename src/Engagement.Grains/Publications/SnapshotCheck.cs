using System.Security.Cryptography;
using System.Text.Json;
using Engagement.Grains.Rankings;

namespace Engagement.Grains.Publications;

/// <summary>Checks a published document without the site, the store or any key but the public one: anyone may do it.</summary>
public static class SnapshotCheck
{
    /// <summary>What is wrong with the document in itself; nothing when every rank and rate follows from its counts.</summary>
    public static IReadOnlyList<string> Faults(ReadOnlySpan<byte> file)
    {
        Snapshot snapshot;
        try
        {
            snapshot = SnapshotFormat.Read(file);
        }
        catch (JsonException e)
        {
            return [$"not a document of {Snapshot.Current}: {e.Message}"];
        }

        if (snapshot.Format != Snapshot.Current || snapshot.Boards is null)
        {
            return [$"not a document of {Snapshot.Current}: {snapshot.Format}"];
        }

        List<string> faults = file.SequenceEqual(SnapshotFormat.Write(snapshot)) ? [] : ["the file is not written as the format says"];
        foreach (var board in snapshot.Boards)
        {
            faults.AddRange(Boards.IsOfActs(board.Board) ? Acts(board, snapshot.LeastCouriers) : Roses(board));
        }

        return faults;
    }

    /// <summary>Whether the signature is of this file and this key.</summary>
    public static bool IsSigned(ReadOnlySpan<byte> file, ReadOnlySpan<byte> signature, string publicKey)
    {
        using var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(publicKey);
            return key.VerifyData(file, signature, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException)
        {
            return false;
        }
    }

    private static IEnumerable<string> Acts(SnapshotBoard board, int least)
    {
        var ranked = board.Lines.Where(line => line.Rank is not null).ToArray();
        var made = Standings.Of(ranked.Select(line => new CompanyFigures(line.Id, line.Count, line.Couriers ?? 0)), least, board.Board == Boards.ActRate);
        if (!made.Select(line => (line.Company, line.Rank)).SequenceEqual(ranked.Select(line => (line.Id, line.Rank!.Value))))
        {
            yield return $"{board.Board}: the ranks do not follow from the counts";
        }

        foreach (var line in board.Lines.Where(line => line.Rank is null && line.Id is not (Standings.Pool or Standings.Small)))
        {
            yield return $"{board.Board}: {line.Id} has no rank";
        }

        foreach (var line in board.Lines.Where(line => line.PerHundred != (line.Couriers >= least ? new Standing(0, line.Id, line.Count, line.Couriers.Value).PerHundred : null)))
        {
            yield return $"{board.Board}: {line.Id} has {line.PerHundred} per hundred, which does not follow from {line.Count} acts of {line.Couriers} couriers";
        }
    }

    private static IEnumerable<string> Roses(SnapshotBoard board)
    {
        for (var i = 0; i < board.Lines.Count; i++)
        {
            var (line, above) = (board.Lines[i], i == 0 ? null : board.Lines[i - 1]);
            var rank = above is not null && above.Count == line.Count ? above.Rank : i + 1;
            if (line.Rank != rank || line.Count > above?.Count)
            {
                yield return $"{board.Board}: {line.Id} has rank {line.Rank}, which does not follow from the counts";
            }
        }
    }
}
