using Engagement.Contracts;
using Engagement.Grains.Bouquets;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Notices;
using Engagement.Grains.Participants;
using Engagement.Grains.Roses;
using Engagement.Grains.Storage;
using Engagement.Grains.WeChat;
using Engagement.Web.Nominations;
using Engagement.Web.Problems;
using Engagement.Web.Stations;
using Engagement.Web.Acts;
using Engagement.Web.Hours;
using Engagement.Web.Records;
using Engagement.Web.Protection;

namespace Engagement.Web.Settings;

/// <summary>Gathers a person's export from their record, their boxes and the hops of their roses.</summary>
public sealed class Exporter(PersonReader people, BoxReader boxes, RoseReader roses, BouquetReader bouquets, LetterOpener letters, CellKeys keys, ICampaignClock clock,
    FollowerReader followers, Calls calls, NoticeReader notices, ActExport acts, RecordExport records, EvidenceExport evidence, ThanksExport thanks,
    ShiftExport shifts, HourLedgerFile hours, Volunteers.VolunteerExport volunteers, Certificates.CertificateExport certificates)
{
    private const int Page = 200;

    /// <summary>The export; null for an unknown or closed account.</summary>
    public async Task<Export?> Of(ParticipantId me)
    {
        if (await people.Read(me) is not { IsOpen: true } person)
        {
            return null;
        }

        var given = new List<ExportGiven>();
        await foreach (var rose in All(me, Box.Sent))
        {
            given.AddRange((await Hops(rose)).Where(hop => hop.From == me).Select(hop => Given(rose, letters.Open(hop.Letter, rose.ReviewOf(hop), person.Salt), hop.At, hop.Letter.Anonymous, hop)));
            if (rose.Sender == me && rose.Hops == 0)
            {
                var letter = rose.Offer?.Letter ?? rose.Unsent;
                given.Add(Given(rose, letter is null ? new("", "", null, null, TextState.Shown) : letters.Open(letter, letter.TextState, person.Salt), rose.BornAt, letter?.Anonymous == true));
            }
        }

        var received = new List<ExportReceived>();
        await foreach (var rose in All(me, Box.Received))
        {
            received.AddRange((await Hops(rose)).Where(hop => hop.To == me).Select(hop => new ExportReceived(rose.Id.ToString(), Moment(hop.At),
                hop.Letter.Reason, rose.Bouquet.IsNone ? null : rose.Bouquet.ToString(), hop.Thanks, rose.Reporters?.Contains(me) == true)));
            if (rose.Paper is not null && rose.Sender == me)
            {
                received.Insert(0, new(rose.Id.ToString(), Moment(rose.BornAt), "paper", null, null, rose.Reporters?.Contains(me) == true));
            }

            if (rose.Holder == me && rose.Offer is { } onward)
            {
                given.Add(Given(rose, letters.Open(onward.Letter, onward.Letter.TextState, person.Salt), onward.At, onward.Letter.Anonymous));
            }
            else if (rose.Holder == me && rose.Unsent is { WrittenAt: > 0 } unsent)
            {
                given.Add(Given(rose, letters.Open(unsent, unsent.TextState, person.Salt), unsent.WrittenAt, unsent.Anonymous));
            }
        }

        return new(clock.UtcNow.ToOffset(ShanghaiDay.Offset), me.ToString(), Moment(person.Since), new(person.ConsentVersion, Moment(person.Since)), Profile(person), Purse(person.Purse),
            given, received, [.. (await bouquets.Given(me)).Select(Bouquet)], [.. (person.Blocked ?? []).Select(blocked => keys.Handle(me.Value, blocked.Value))])
        {
            FollowsSince = (await followers.FollowsSince(person))?.ToOffset(ShanghaiDay.Offset),
            Notices = await Notices(me, person),
            PublicThanks = await thanks.Of(me),
            Shifts = await shifts.Of(me),
            Acts = await acts.Of(person),
            Hours = await hours.Lines(me),
            Photos = await evidence.Photos(me),
            Letters = await evidence.Letters(me),
            Courier = await Courier(me),
            Volunteer = await volunteers.Of(me),
            Certificates = await certificates.Certificates(me),
            Stars = await certificates.Stars(me),
            CivicRecord = await records.Of(person),
        };
    }

    private async Task<ExportNotices> Notices(ParticipantId me, ParticipantState person)
    {
        var reach = await calls.Notices(me, grain => grain.Show());
        var inbox = await notices.Read(me);
        return new(person.NoticesReadAt == 0 ? null : Moment(person.NoticesReadAt), !person.NoMessages, person.Muted.ToString(), person.Language ?? "zh-Hans",
            reach.Known, reach.Follow.ToString(), person.MiniProgramAt == 0 ? null : Moment(person.MiniProgramAt),
            [.. reach.Templates.Select(credit => new ExportCredit(credit.TemplateId, credit.Credits))],
            [.. reach.Sent.Select(sent => new ExportMessage(sent.At.ToOffset(ShanghaiDay.Offset), sent.TemplateId, sent.Roses, sent.State.ToString()))],
            [.. (inbox?.Notices ?? []).Select(notice => new ExportNotice(notice.At.ToOffset(ShanghaiDay.Offset), notice.Kind.ToString(),
                notice.Rose.IsNone ? null : notice.Rose.ToString(), notice.Bouquet.IsNone ? null : notice.Bouquet.ToString()))]);
    }

    private async Task<ExportCourier?> Courier(ParticipantId me)
    {
        var self = await calls.Courier(me, courier => courier.Self());
        if (!self.Active && self.Spells.Count == 0)
        {
            return null;
        }

        var row = self is { Company: { } company, Phone: { } phone } ? await calls.Roster(phone, roster => roster.Find(company)) : null;
        return new(self.Active, self.Company, self.Active ? self.Since.ToOffset(ShanghaiDay.Offset) : null, self.ShowCompany, row?.Name, row?.Station, row?.Number,
            [.. self.Spells.Select(spell => new ExportSpell(spell.Company, Moment(spell.From), Moment(spell.To)))]);
    }

    private async IAsyncEnumerable<RoseState> All(ParticipantId me, Box box)
    {
        string? cursor = null;
        do
        {
            var page = (await boxes.Read(me, box, cursor, Page))!;
            foreach (var (rose, _) in page.Roses)
            {
                yield return rose;
            }

            cursor = page.Next;
        }
        while (cursor is not null);
    }

    private async Task<IReadOnlyList<Hop>> Hops(RoseState rose)
    {
        if (rose.Hops <= 1)
        {
            return rose.Latest is { } only ? [only] : [];
        }

        var all = new List<Hop>();
        for (var page = await roses.Hops(rose, 0, Page); page.Count > 0; page = await roses.Hops(rose, all[^1].Number, Page))
        {
            all.AddRange(page);
        }

        return all;
    }

    private ExportProfile Profile(ParticipantState person) => new(
        people.WrittenName(person), person.NameState.ToString(), person.ShowName, person.Units.District, person.Units.Community, person.Units.Organisation,
        person.Units.Company, person.UnitsSince == 0 ? null : Moment(person.UnitsSince), person.Reach.ToString(), person.OnBoards, person.IsOperator,
        [.. person.Roles?.Select(grant => grant.Scope.Length == 0 ? grant.Role.ToString() : $"{grant.Role}:{grant.Scope}") ?? []], person.Asked, person.Joined);

    private static ExportPurse Purse(Purse purse) => new(purse.Day == 0 ? null : ShanghaiDay.DateOf(purse.Day), purse.Remaining, purse.AllGranted, purse.AllRestored, purse.AllSent,
        purse.AllBouquets + purse.BudgetOut, purse.AllLapsed, purse.BudgetIn, purse.Budget);

    private static ExportGiven Given(RoseState rose, LetterText words, long at, bool anonymous, Hop? hop = null) => new(rose.Id.ToString(), Moment(at),
        hop is not null, words.Reason, words.Preset, words.Addressee, words.Own, words.Own is null && words.Addressee is null ? null : words.State.ToString(), anonymous, hop?.Thanks);

    private static ExportBouquet Bouquet(BouquetState bouquet) => new(bouquet.Id.ToString(), Moment(bouquet.At), bouquet.Roses, bouquet.Shares,
        bouquet.Split.ToString(), bouquet.Letter.Reason, bouquet.Letter.Preset, bouquet.FromBudget, bouquet.Taken.Count, bouquet.Taken.Sum(share => share.Roses));

    private static DateTimeOffset Moment(long at) => DateTimeOffset.FromUnixTimeMilliseconds(at).ToOffset(ShanghaiDay.Offset);
}
