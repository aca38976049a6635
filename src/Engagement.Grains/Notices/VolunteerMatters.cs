using Engagement.Contracts;
using Engagement.Grains.Certificates;
using Engagement.Grains.Hours;
using Engagement.Grains.Imports;
using Engagement.Grains.Stars;
using Engagement.Grains.Storage;
using Engagement.Grains.Volunteers;

namespace Engagement.Grains.Notices;

/// <summary>What a volunteer hears of: stars, certificates, claims of their ID number, hours that wait for their yes. Plain reads of the newest.</summary>
public sealed class VolunteerMatters(StoreConnection store, RecordFormat format, Cell cell, HourReader hours, StarReader stars, CertificateReader certificates, HourRowReader rows)
{
    // Younger entries than these are months old for nearly everybody.
    private const int Certificates = 20, Entries = 100, Rows = 100;

    /// <summary>In no order; none for who never registered.</summary>
    public async Task<IReadOnlyList<Notice>> Of(ParticipantId person)
    {
        if (await hours.Volunteer(person) is not { Locked: 0 } volunteer)
        {
            return [];
        }

        var (star, number, offered, own) = (stars.Read(person), Number(volunteer.Real), rows.For(person, Rows), Issued(volunteer));
        var (waiting, total) = await offered;
        return
        [
            .. await star is { } known ? NoticeRules.Of(known) : [],
            .. NoticeRules.Of(volunteer, await number),
            .. NoticeRules.Of(waiting, total),
            .. await own,
        ];
    }

    private async Task<RealNameState?> Number(SealedName? real) =>
        real is not null && (byte[]?)await store.Database.StringGetAsync(cell.Record(RealNameState.Kind, real.Key.ToString())) is { } record ? format.Read<RealNameState>(record) : null;

    // Of accounts that were joined, too: they are this person's.
    private async Task<IEnumerable<Notice>> Issued(VolunteerState volunteer)
    {
        var pages = await Task.WhenAll([certificates.Of(volunteer.Id, 0, Certificates), .. (volunteer.MergedFrom ?? []).Select(account => certificates.Of(account, 0, Certificates))]);
        CertificateState[] issued = [.. pages.SelectMany(page => page)];
        var offsets = new Dictionary<ServiceRecordId, long>();
        foreach (var account in issued.Where(certificate => certificate.RevokedAt == 0).SelectMany(certificate => certificate.Accounts).GroupBy(counted => counted.Account))
        {
            var younger = (await hours.Volunteer(account.Key))?.Hours.Entries - account.Min(counted => counted.Entries) ?? 0;
            foreach (var entry in younger > 0 ? await hours.Of(account.Key, 0, Math.Min(younger, Entries)) : [])
            {
                if (!entry.Offsets.IsNone)
                {
                    offsets[entry.Offsets] = Math.Min(offsets.GetValueOrDefault(entry.Offsets, long.MaxValue), entry.RecordedAt);
                }
            }
        }

        return issued.SelectMany(certificate => NoticeRules.Of(certificate, certificate.Entries.Select(entry => offsets.GetValueOrDefault(entry))
            .Where(at => at > certificate.Snapshot!.IssuedAt).Order().FirstOrDefault()));
    }
}
