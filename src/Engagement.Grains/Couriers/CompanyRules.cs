using Engagement.Contracts;
using Engagement.Grains.Storage;

namespace Engagement.Grains.Couriers;

/// <summary>The rules of a company's keys: pure and synchronous.</summary>
internal static class CompanyRules
{
    /// <summary>Makes a key under an id that its command gives: the same command meets the same key.</summary>
    public static KeyIssued Issue(CompanyState company, string key, string note, ParticipantId by, DateTimeOffset now)
    {
        if (company.Keys.Exists(known => known.Id == key))
        {
            return new(Outcome.Done, key);
        }

        if (company.Keys.Count(known => known.RevokedAt == 0) >= CompanyState.KeysInUse)
        {
            return new(Outcome.Invalid);
        }

        if (company.Keys.Count >= CompanyState.KeysKept)
        {
            company.Keys.Remove(company.Keys.First(known => known.RevokedAt > 0)); // the audit log remembers it
        }

        company.Keys.Add(new(key, note, by, now.ToUnixTimeMilliseconds()));
        company.Follow(new Append("audit", AuditEntry.Of(now, "company.key", key, by, note)));
        return new(Outcome.Done, key);
    }

    /// <summary>Ends a key.</summary>
    public static Outcome Revoke(CompanyState company, string key, ParticipantId by, DateTimeOffset now)
    {
        var at = company.Keys.FindIndex(known => known.Id == key);
        if (at < 0)
        {
            return Outcome.NotFound;
        }

        if (company.Keys[at].RevokedAt == 0)
        {
            company.Keys[at] = company.Keys[at] with { RevokedAt = now.ToUnixTimeMilliseconds() };
            company.Follow(new Append("audit", AuditEntry.Of(now, "company.key-end", key, by, "")));
        }

        return Outcome.Done;
    }
}
