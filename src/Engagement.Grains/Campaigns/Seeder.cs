using System.Security.Cryptography;
using Engagement.Grains.Moderation;
using Engagement.Grains.Storage;

namespace Engagement.Grains.Campaigns;

/// <summary>Puts the reference data of a folder into the campaign's record. Needs no silo and may run beside a living site.</summary>
public sealed class Seeder(LedgerStorage storage, Cell cell, IMessageModerator moderator)
{
    private static readonly GrainType Campaign = GrainType.Create("campaign");

    /// <summary>Seeds from <paramref name="folder"/>. Safe to repeat: the same files write nothing.</summary>
    /// <returns>Whether anything was written.</returns>
    /// <exception cref="ReferenceDataException">A file is missing or wrong; it names file, path and reason, and nothing was written.</exception>
    public async Task<bool> Seed(string folder)
    {
        var reference = ReferenceDataLoader.Load(folder, moderator);
        var fingerprint = Fingerprint(folder);
        IGrainState<CampaignState> record = new GrainState<CampaignState>(new());
        var id = GrainId.Create(Campaign, cell.GrainKey(cell.Campaign));
        await storage.ReadStateAsync(CampaignState.Kind, id, record);
        var state = record.State!;
        if (state.Fingerprint == fingerprint)
        {
            return false;
        }

        (state.Reference, state.Fingerprint) = (reference, fingerprint);
        await storage.WriteStateAsync(CampaignState.Kind, id, record);
        return true;
    }

    private static string Fingerprint(string folder)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in Directory.GetFiles(folder, "*.json").Order(StringComparer.Ordinal))
        {
            hash.AppendData(File.ReadAllBytes(file));
        }

        return Convert.ToHexString(hash.GetHashAndReset());
    }
}
