using Engagement.Contracts;
using Engagement.Grains.Agenda;
using Engagement.Grains.Roses;
using Engagement.Grains.Storage;

namespace Engagement.Grains.Couriers;

/// <summary>The rules of one number's record: pure and synchronous.</summary>
internal static class RosterRules
{
    /// <summary>What listing it would come to.</summary>
    /// <param name="roster">The record.</param>
    /// <param name="row">The row.</param>
    /// <param name="sameName">The name is the one that is stored.</param>
    public static RosterResult Check(RosterState roster, RosterListing row, bool sameName)
    {
        var known = roster.Listings.Find(listing => listing.Company == row.Company);
        if (known is not null && known.Import == row.Import)
        {
            return known.Result; // the same row again, after a reply that was lost
        }

        if (row.Left)
        {
            return known is null or { Gone: true } ? RosterResult.Unchanged : RosterResult.Removed;
        }

        if (roster.Company is { } company && company != row.Company)
        {
            return RosterResult.EnrolledElsewhere;
        }

        return known is { Gone: false } ? sameName && known.Station == row.Station && known.Number == row.Number ? RosterResult.Unchanged : RosterResult.Updated
            : roster.Listings.Count(listing => !listing.Gone) >= RosterState.ListingsKept ? RosterResult.TooManyCompanies
            : RosterResult.Added;
    }

    /// <summary>Lists, changes or takes off.</summary>
    public static RosterResult List(RosterState roster, PhoneKey phone, RosterListing row, bool sameName, DateTimeOffset now)
    {
        var result = Check(roster, row, sameName);
        var at = roster.Listings.FindIndex(listing => listing.Company == row.Company);
        if (at >= 0 && roster.Listings[at].Import == row.Import)
        {
            return result;
        }

        switch (result)
        {
            case RosterResult.Added:
                roster.Phone = phone;
                roster.Listings.RemoveAll(listing => listing.Gone);
                roster.Listings.Add(new()
                {
                    Company = row.Company, Name = row.Name, Salt = row.Salt, Station = row.Station, Number = row.Number,
                    Since = now.ToUnixTimeMilliseconds(), Import = row.Import, Result = result,
                });
                roster.Follow(new Index(CourierEffects.Roster(row.Company), CourierEffects.Member(phone), now.ToUnixTimeMilliseconds()));
                break;
            case RosterResult.Updated:
                roster.Listings[at] = roster.Listings[at] with
                {
                    Name = row.Name, Salt = row.Salt, Station = row.Station, Number = row.Number, Import = row.Import, Result = result,
                };
                roster.Touch();
                break;
            case RosterResult.Removed:
                Remove(roster, at, row, now);
                break;
        }

        return result;
    }

    /// <summary>A courier says that this is them.</summary>
    public static RosterConfirmation Confirm(RosterState roster, ParticipantId courier, string company, bool show, CommandId command, long over, DateTimeOffset now)
    {
        if (roster.Of(company) is null)
        {
            return new(Outcome.NotFound);
        }

        if (!roster.Courier.IsNone && !(roster.Courier == courier && roster.Confirmation <= over))
        {
            return roster.Courier == courier && roster.Company == company ? new(Outcome.Done, roster.Entry) : new(Outcome.AlreadyEnrolled);
        }

        roster.Confirmation++;
        (roster.Courier, roster.Company, roster.ConfirmedAt) = (courier, company, now.ToUnixTimeMilliseconds());
        roster.Entry = CourierEffects.Enrol(courier, roster.Phone, roster.Confirmation, company, show, command);
        roster.Follow(new Index(RoseEffects.Agenda, roster.Entry, AgendaEntry.AtOnce));
        return new(Outcome.Done, roster.Entry);
    }

    /// <summary>The courier left, or closed their account. The message is taken, so it happens once.</summary>
    public static void Free(RosterState roster, string entry, ParticipantId courier, long confirmation, bool erase)
    {
        if (roster.IsTaking(RoseEffects.Agenda, entry))
        {
            return;
        }

        roster.Follow(new Take(RoseEffects.Agenda, entry));
        if (roster.Courier != courier || roster.Confirmation != confirmation)
        {
            return; // confirmed again since, or taken off the roster
        }

        if (erase)
        {
            roster.Listings = [.. roster.Listings.Select(listing => listing.Company == roster.Company ? listing with { Name = null, Salt = [], Number = "" } : listing)];
        }

        Unconfirm(roster);
    }

    /// <summary>What a company wrote, as its steward sees it.</summary>
    public static RosterView View(RosterState roster, Listing listing, CellKeys keys) => new(
        NameOf(listing, keys), listing.Station, listing.Number, DateTimeOffset.FromUnixTimeMilliseconds(listing.Since),
        roster.Company == listing.Company ? DateTimeOffset.FromUnixTimeMilliseconds(roster.ConfirmedAt) : null);

    /// <summary>The name as written; null for none.</summary>
    public static string? NameOf(Listing listing, CellKeys keys) => listing.Name is { } name ? keys.Open(name, listing.Salt) : null;

    private static void Remove(RosterState roster, int at, RosterListing row, DateTimeOffset now)
    {
        roster.Listings[at] = new() { Company = row.Company, Import = row.Import, Result = RosterResult.Removed, Gone = true };
        roster.Follow(
            new Unindex(CourierEffects.Roster(row.Company), CourierEffects.Member(roster.Phone)),
            new Append("audit", AuditEntry.Of(now, "roster.remove", $"{row.Company}:{roster.Phone}", row.By, "")));
        if (roster.Company == row.Company)
        {
            // Whether the confirmation has come there or not: called back, it can't come after its end.
            roster.Follow(new Unindex(RoseEffects.Agenda, roster.Entry!));
            roster.Follow(new Index(RoseEffects.Agenda, CourierEffects.Dismiss(roster.Courier, roster.Phone, roster.Confirmation), AgendaEntry.AtOnce));
            Unconfirm(roster);
        }
    }

    private static void Unconfirm(RosterState roster) => (roster.Courier, roster.Company, roster.ConfirmedAt, roster.Entry) = (default, null, 0, null);
}
