using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Hours;
using Engagement.Grains.Hours.Cases;
using Engagement.Grains.Teams;
using Engagement.Grains.Volunteers;

namespace Engagement.Grains.Certificates;

/// <summary>Gathers what a certificate would state. Nothing but entries of hours is ever read here: roses and civic acts are no volunteer service (令67号 Art. 19).</summary>
public sealed class CertificateDrafter(
    HourReader hours, HoursCaseReader cases, VolunteerReader volunteers, CertifierReader certifiers, SeededCatalogue catalogue, TeamDirectory teams, ICampaignClock clock)
{
    /// <summary>Organisations that recorded something that may be certified, with their minutes in a period; most first.</summary>
    public async Task<IReadOnlyList<CertificateUnit>> Units(ParticipantId volunteer, int from, int to)
    {
        var (lines, _) = await Standing(volunteer);
        return [.. Within(lines, from, to).GroupBy(line => line.Root.Organisation).Select(Unit).OrderByDescending(unit => unit.Credit + unit.Honour).ThenBy(unit => unit.Id, StringComparer.Ordinal)];
    }

    /// <summary>What a certificate would state; with the field that is wrong when there can be none.</summary>
    public async Task<CertificateDraft> Draft(ParticipantId volunteer, IssueCertificate choice)
    {
        var now = clock.UtcNow;
        if (Fault(choice, ShanghaiDay.Of(now)) is { } field)
        {
            return CertificateDraft.Refused(new(Outcome.Invalid, field));
        }

        if (await hours.Volunteer(volunteer) is not { Level: IdentityLevel.RealName } person)
        {
            return CertificateDraft.Refused(new(Outcome.LevelNeeded));
        }

        var (all, accounts) = await Standing(volunteer);
        var wanted = Within(all, choice.From, choice.To).Where(line => choice.Units.Contains(line.Root.Organisation)).ToArray();
        var lines = await Free(wanted);
        var content = Lines(lines);
        if (lines.Count == 0 || lines.Count > IssueCertificate.MostEntries || content.Count > IssueCertificate.MostLines)
        {
            return CertificateDraft.Refused(lines.Count == 0 && wanted.Length > 0 ? new(Outcome.Frozen) : new(Outcome.Invalid, "period"));
        }

        var units = await Task.WhenAll(lines.GroupBy(line => line.Root.Organisation).Select(Unit).OrderByDescending(unit => unit.Credit + unit.Honour)
            .ThenBy(unit => unit.Id, StringComparer.Ordinal).Select(Signed));
        var snapshot = new CertificateSnapshot(
            now.ToUnixTimeMilliseconds(), choice.From, choice.To,
            choice.Shows.HasFlag(CertificateShows.VolunteerNumber) && person.Number is { } number ? VolunteerNumber.Show(number) : null, units, content);
        return new(Receipt.Done, snapshot, person, [.. lines.Select(line => line.Root.Id)], accounts, wanted.Length - lines.Count);
    }

    private static string? Fault(IssueCertificate choice, int today) =>
        !IsDay(choice.To) || choice.To > today ? "to" : !IsDay(choice.From) || choice.From > choice.To ? "from"
        : choice.Units.Count is 0 or > IssueCertificate.MostUnits || choice.Units.Distinct().Count() != choice.Units.Count ? "units"
        : (choice.Shows & ~CertificateShows.All) != 0 ? "shows" : null;

    private static bool IsDay(int day) => DateOnly.TryParseExact(day.ToString("D8", System.Globalization.CultureInfo.InvariantCulture), "yyyyMMdd", out var date) && date.Year >= 2000;

    // Entries as they stand with their offsets, of all accounts that are this person's. Imported hours were recorded, and are certified, elsewhere.
    private async Task<(IReadOnlyList<HourBook.Line> Lines, List<CountedAccount> Accounts)> Standing(ParticipantId volunteer)
    {
        var (lines, accounts) = (new List<HourBook.Line>(), new List<CountedAccount>());
        foreach (var account in await volunteers.AccountsOf(volunteer))
        {
            var entries = await hours.All(account);
            accounts.Add(new(account, entries.Count));
            lines.AddRange(new HourBook(entries).Standing().Where(line => !line.Root.Imported && !HourGuard.Blocked.Contains(line.Root.ServiceClass)));
        }

        return (lines, accounts);
    }

    private static IEnumerable<HourBook.Line> Within(IReadOnlyList<HourBook.Line> lines, int from, int to) =>
        lines.Where(line => ShanghaiDay.Of(DateTimeOffset.FromUnixTimeMilliseconds(line.Root.From)) is var day && day >= from && day <= to).OrderBy(line => line.Root.From);

    // What somebody is looking at waits; the rest need not.
    private async Task<IReadOnlyList<HourBook.Line>> Free(IReadOnlyList<HourBook.Line> lines)
    {
        if ((await cases.Holding(lines.Select(line => line.Root))).Count == 0)
        {
            return lines;
        }

        var held = await Task.WhenAll(lines.Select(async line => (Line: line, Held: (await cases.Holding([line.Root])).Count > 0)));
        return [.. held.Where(pair => !pair.Held).Select(pair => pair.Line)];
    }

    private CertificateUnit Unit(IGrouping<string, HourBook.Line> unit) => new(
        unit.Key, catalogue.Reference.Organisations.FirstOrDefault(known => known.Id == unit.Key)?.Name ?? teams.Find(unit.Key)?.Name ?? unit.Key,
        unit.Where(line => line.Root.Class == HourClass.Credit).Sum(line => line.Net), unit.Where(line => line.Root.Class == HourClass.Honour).Sum(line => line.Net));

    private async Task<CertificateUnit> Signed(CertificateUnit unit)
    {
        var contact = (await certifiers.Read(unit.Id))?.Contact ?? CertifierContact.None;
        return unit with { InCharge = contact.InCharge, Handler = contact.Handler, Phone = contact.Phone };
    }

    private List<CertificateLine> Lines(IReadOnlyList<HourBook.Line> lines) =>
        [.. lines.GroupBy(line => (line.Root.Organisation, line.Root.Activity, line.Root.Title, line.Root.ServiceClass)).Select(group =>
        {
            var days = group.Select(line => ShanghaiDay.Of(DateTimeOffset.FromUnixTimeMilliseconds(line.Root.From))).ToArray();
            return new CertificateLine(
                group.Key.Organisation, group.Key.Title, group.Key.ServiceClass, catalogue.Reference.Service(group.Key.ServiceClass)?.Title.Zh ?? group.Key.ServiceClass,
                days.Min(), days.Max(), days.Length, group.Sum(line => line.Net));
        }).OrderBy(line => line.From).ThenBy(line => line.Title, StringComparer.Ordinal)];
}

/// <summary>What a certificate would state.</summary>
/// <param name="Receipt">Done, or why there can be none.</param>
/// <param name="Snapshot">What it states; null unless Done.</param>
/// <param name="Person">The volunteer's record; null unless Done.</param>
/// <param name="Entries">Entries that it counts.</param>
/// <param name="Accounts">Accounts that were read.</param>
/// <param name="Waiting">Entries that are left out because somebody looks at them.</param>
public sealed record CertificateDraft(
    Receipt Receipt, CertificateSnapshot? Snapshot, VolunteerState? Person, List<ServiceRecordId> Entries, List<CountedAccount> Accounts, int Waiting)
{
    /// <summary>There can be none.</summary>
    public static CertificateDraft Refused(Receipt why) => new(why, null, null, [], [], 0);
}
