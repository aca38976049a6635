using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Engagement.Grains.Archive;

/// <summary>
/// Writes the public archive: closed days are added, and what is there already never changes. What became different since (a void, a correction) is a line of
/// the newest day. Needs no silo, and works beside a living city.
/// </summary>
public sealed class PublicArchive(IServiceProvider services)
{
    // A claim that began before midnight is stored by then.
    private static readonly TimeSpan Patience = TimeSpan.FromHours(1);

    private readonly ICampaignClock _clock = services.GetRequiredService<CampaignSettings>().Clock;
    private readonly StoreConnection _store = services.GetRequiredService<StoreConnection>();
    private readonly Cell _cell = services.GetRequiredService<Cell>();
    private readonly CellSigner _signer = services.GetRequiredService<CellSigner>();

    /// <summary>Adds the closed days.</summary>
    /// <param name="folder">The archive's; made when it is not there.</param>
    /// <param name="progress">Told how many roses were read.</param>
    /// <exception cref="InvalidDataException">The folder holds something else, or a published day is not what the records say any more; nothing was written.</exception>
    public async Task<ArchiveReport> WriteAsync(string folder, Action<long> progress)
    {
        var before = ArchiveIndex.Read(folder) ?? new(ArchiveIndex.Current, _cell.Campaign, []);
        if (before.Campaign != _cell.Campaign)
        {
            throw new InvalidDataException($"{folder} is the archive of {before.Campaign}.");
        }

        var sequence = await SequenceAsync();
        using var days = new DaySpool(Path.Combine(folder, ".unsorted"), before.Latest is { } known ? Next(known.Day) : 0);
        var facts = new PublicFacts(_store, services.GetRequiredService<RecordFormat>(), _cell, services.GetRequiredService<CellKeys>(), days);
        await facts.GatherAsync(progress);
        var totals = await _store.Database.HashGetAsync(_cell.Key("totals"), ["sent", "claimed"]);
        var quiet = await SequenceAsync() == sequence;
        if (quiet && ((long)totals[0], (long)totals[1]) != facts.Totals)
        {
            throw new InvalidDataException($"The records say {facts.Totals.Sent} sent and {facts.Totals.Claimed} claimed, the counters {totals[0]} and {totals[1]}: recount first.");
        }

        Compare(before, days);
        var (first, last) = (before.Latest is { } latest ? Next(latest.Day) : FirstDay(facts), LastClosed());
        var index = before;
        if (first <= last)
        {
            var published = Published(folder, before);
            for (var day = first; day <= last; day = Next(day))
            {
                index = index with { Days = [.. index.Days, Write(folder, index, day, last, facts, published)] };
            }

            Finish(folder, index);
        }

        return new(index, index.Days.Count - before.Days.Count, facts.Totals.Sent, facts.Totals.Claimed, quiet);
    }

    // The first day that has anything; a city without any has no day to publish.
    private static int FirstDay(PublicFacts facts) => facts.Days.Days.Concat(facts.Counts.Keys.Select(of => of.Day)).DefaultIfEmpty(int.MaxValue).Min();

    private int LastClosed() => ShanghaiDay.Of(_clock.UtcNow - Patience - TimeSpan.FromDays(1));

    // A fact that came to, or went from, a day after it was published would be a broken promise: better no new day than a silent one.
    private static void Compare(ArchiveIndex before, DaySpool days)
    {
        foreach (var day in before.Days)
        {
            var (sent, claimed) = days.Count(day.Day);
            var rows = day.Rows - day.Others;
            if (rows != sent + claimed)
            {
                throw new InvalidDataException($"{day.Day} was published with {rows} births and takings, the records have {sent + claimed} now.");
            }
        }
    }

    private static ArchiveDay Write(string folder, ArchiveIndex index, int day, int last, PublicFacts facts, PublishedFacts published)
    {
        var others = new List<string>();
        foreach (var (_, line) in facts.Voided.Where(one => one.Day == day || day == last && one.Day < day))
        {
            if (published.Voided.Add(line))
            {
                others.Add(line);
            }
        }

        var voided = others.Count;
        foreach (var of in facts.Counts.Keys.Union(published.Counts.Keys).Where(of => of.Day == day || day == last && of.Day < day).ToArray())
        {
            var more = facts.Counts.GetValueOrDefault(of) - published.Counts.GetValueOrDefault(of);
            if (more != 0)
            {
                published.Counts[of] = published.Counts.GetValueOrDefault(of) + more;
                others.Add(PublicRow.Board(of, more));
            }
        }

        var (sent, claimed) = facts.Days.Count(day);
        string[] lines = [.. facts.Days.Lines(day).Concat(others).Order(StringComparer.Ordinal)];
        var hash = Put(Path.Combine(folder, ArchiveIndex.FileOf(day)), lines);
        return index.Next(day, hash, lines.Length, others.Count, sent, claimed - voided);
    }

    private void Finish(string folder, ArchiveIndex index)
    {
        foreach (var name in new[] { "verify.py", "README.md" })
        {
            using var shipped = typeof(PublicArchive).Assembly.GetManifestResourceStream("archive." + name)!;
            using var bytes = new MemoryStream();
            shipped.CopyTo(bytes);
            Put(Path.Combine(folder, name), bytes.ToArray());
        }

        var list = index.Bytes();
        Put(Path.Combine(folder, ArchiveIndex.KeyName), Encoding.ASCII.GetBytes(_signer.PublicKey));
        Put(Path.Combine(folder, ArchiveIndex.SignatureName), _signer.Sign(list));
        Put(Path.Combine(folder, ArchiveIndex.FileName), list); // last: until then the days before it stand
    }

    private static PublishedFacts Published(string folder, ArchiveIndex index)
    {
        var published = new PublishedFacts([], []);
        foreach (var line in index.Days.SelectMany(day => File.ReadLines(Path.Combine(folder, ArchiveIndex.FileOf(day.Day)))))
        {
            if (line.StartsWith(PublicRow.VoidedStart, StringComparison.Ordinal))
            {
                published.Voided.Add(line);
            }
            else if (line.StartsWith(PublicRow.BoardStart, StringComparison.Ordinal))
            {
                using var row = JsonDocument.Parse(line);
                var of = new PublicCount(row.RootElement.GetProperty("board").GetString()!, row.RootElement.GetProperty("of").GetInt32(), row.RootElement.GetProperty("unit").GetString()!);
                published.Counts[of] = published.Counts.GetValueOrDefault(of) + row.RootElement.GetProperty("count").GetInt64();
            }
        }

        return published;
    }

    // The same, line by line; answers the file's SHA-256 in hexadecimal.
    private static string Put(string path, string[] lines)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using (var file = File.Create(path + ".partial"))
        {
            foreach (var line in lines)
            {
                var bytes = Encoding.UTF8.GetBytes(line + "\n");
                hash.AppendData(bytes);
                file.Write(bytes);
            }
        }

        File.Move(path + ".partial", path, overwrite: true);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    // A reader sees the old file or the new one, never half of it.
    private static void Put(string path, byte[] bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path + ".partial", bytes);
        File.Move(path + ".partial", path, overwrite: true);
    }

    private async Task<long> SequenceAsync() => (long)await _store.Database.StringGetAsync(_cell.Sequence);

    private static int Next(int day) => ShanghaiDay.Of(ShanghaiDay.End(day));

    private sealed record PublishedFacts(HashSet<string> Voided, Dictionary<PublicCount, long> Counts);
}

/// <summary>What was written.</summary>
/// <param name="Index">All days.</param>
/// <param name="Added">Days that are new.</param>
/// <param name="Sent">Roses by now, the open day's among them.</param>
/// <param name="Claimed">Roses taken by now.</param>
/// <param name="Quiet">Nothing was written meanwhile, so these are the city's own totals.</param>
public sealed record ArchiveReport(ArchiveIndex Index, int Added, long Sent, long Claimed, bool Quiet);
