using System.Security.Cryptography;
using Engagement.Contracts;
using Engagement.Grains.Hours;
using Engagement.Grains.Storage;
using StackExchange.Redis;

namespace Engagement.Grains.Certificates;

/// <summary>Plain reads of certificates.</summary>
public sealed class CertificateReader(StoreConnection store, RecordFormat format, Cell cell, CellKeys keys, HourReader hours, CertificateSignature signature)
{
    /// <summary>The record; null when there is none, or when its holder closed the account.</summary>
    public async Task<CertificateState?> Read(CertificateNumber number)
    {
        byte[]? record = await store.Database.StringGetAsync(cell.Record(CertificateState.Kind, number.ToString()));
        return record is not null && format.Read<CertificateState>(record) is { Locked: false, Snapshot: not null } certificate ? certificate : null;
    }

    /// <summary>A volunteer's certificates, newest first.</summary>
    public Task<IReadOnlyList<CertificateState>> Of(ParticipantId volunteer, int skip, int take) => Load(CertificateEffects.Of(volunteer), skip, take);

    /// <summary>A person's certificates, under whichever of their accounts they were issued; newest first.</summary>
    /// <param name="accounts">The person's (<see cref="Volunteers.VolunteerReader.AccountsOf"/>).</param>
    /// <param name="skip">How many to pass over.</param>
    /// <param name="take">How many at most.</param>
    public async Task<IReadOnlyList<CertificateState>> Of(IReadOnlyList<ParticipantId> accounts, int skip, int take)
    {
        var each = await Task.WhenAll(accounts.Select(account => Of(account, 0, skip + take)));
        return [.. each.SelectMany(of => of).OrderByDescending(one => one.Snapshot!.IssuedAt).Skip(skip).Take(take)];
    }

    /// <summary>An organisation's certificates, newest first.</summary>
    public Task<IReadOnlyList<CertificateState>> By(string unit, int skip, int take) => Load(CertificateEffects.By(unit), skip, take);

    /// <summary>Certificates that somebody of the organisation wants to take back, newest first.</summary>
    public Task<IReadOnlyList<CertificateState>> Asked(string unit, int take) => Load(CertificateEffects.Asked(unit), 0, take);

    /// <summary>Certificates that a person had issued since then.</summary>
    public Task<long> CountSince(ParticipantId volunteer, DateTimeOffset since) =>
        store.Database.SortedSetLengthAsync(cell.Key(CertificateEffects.Of(volunteer)), since.ToUnixTimeMilliseconds());

    /// <summary>What it is worth now, and since when (Unix milliseconds). An offset of one of its entries supersedes it from the instant of the offset, with nothing to carry out and nothing to miss.</summary>
    public async Task<(CertificateStanding Standing, long Since)> Standing(CertificateState certificate)
    {
        if (certificate.RevokedAt > 0)
        {
            return (CertificateStanding.Revoked, certificate.RevokedAt);
        }

        var entries = certificate.Entries.ToHashSet();
        var since = long.MaxValue;
        foreach (var (account, seen) in certificate.Accounts)
        {
            var now = (await hours.Volunteer(account))?.Hours.Entries ?? 0;
            foreach (var younger in now > seen ? await hours.Of(account, 0, now - seen) : [])
            {
                since = entries.Contains(younger.Offsets) ? Math.Min(since, younger.RecordedAt) : since;
            }
        }

        return since == long.MaxValue ? (CertificateStanding.Valid, certificate.Snapshot!.IssuedAt) : (CertificateStanding.Superseded, since);
    }

    /// <summary>Its parts, and the name and masked ID number that it shows; no parts when its holder's record is locked or anything in it is not as it was signed.</summary>
    public async Task<(IReadOnlyList<CertificateLeaf> Leaves, string? Name, string? IdNumber)> Open(CertificateState certificate)
    {
        if (await hours.Volunteer(certificate.Volunteer) is not { Locked: 0 } person)
        {
            return ([], null, null);
        }

        try
        {
            var name = certificate.Name is { } sealedName ? keys.Open(sealedName, person.Salt) : null;
            var id = certificate.IdNumber is { } sealedId ? keys.Open(sealedId, person.Salt) : null;
            var leaves = CertificateLeaves.Of(certificate.Snapshot!, name, id, part => keys.CertificateSalt(certificate.Number, part));
            return signature.Holds(certificate, leaves) ? (leaves, name, id) : ([], null, null);
        }
        catch (CryptographicException)
        {
            return ([], null, null); // changed in the store: nothing that this city signed
        }
    }

    private async Task<IReadOnlyList<CertificateState>> Load(string index, int skip, int take)
    {
        var members = await store.Database.SortedSetRangeByRankAsync(cell.Key(index), skip, skip + take - 1, Order.Descending);
        return [.. (await Task.WhenAll(members.Select(member => Read(CertificateEffects.Number(member))))).OfType<CertificateState>()];
    }
}
