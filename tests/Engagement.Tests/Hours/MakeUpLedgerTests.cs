using Engagement.Contracts;
using Engagement.Grains.Activities;
using Engagement.Grains.Hours;
using Engagement.Tests.Storage;

namespace Engagement.Tests.Hours;

/// <summary>Make-ups, corrections and cases on a real ledger; each closed by a recount.</summary>
[Collection(StoreTests.Name)]
public sealed class MakeUpLedgerTests(StoreFixture stores)
{
    [RedisFact]
    public async Task MakeUp_TwoPeopleAndTheVolunteer_BecomesHonourHoursOnce()
    {
        await using var city = await HoursCity.StartAsync(stores);
        var an = await city.City.CitizenAsync();
        var (one, two) = (await city.StaffAsync(Role.Organiser, HoursCity.Team), await city.StaffAsync(Role.Organiser, HoursCity.Team));
        var activity = await city.SettledAsync(6, 2);
        var id = await city.ProposedAsync(one, activity, an);
        await city.City.IsCleanAsync();
        Assert.Equal(Outcome.AlreadyDecided, (await city.MakeUp(id).Answer(city.City.Cell.Command(), an, MakeUpAnswer.Confirm)).Outcome); // nobody approved it yet
        Assert.Equal(Outcome.Forbidden, (await city.MakeUp(id).Decide(city.City.Cell.Command(), one, true)).Outcome);
        Assert.Equal(Outcome.Done, (await city.MakeUp(id).Decide(city.City.Cell.Command(), two, true)).Outcome);
        await city.City.SweepAsync();
        Assert.Empty(await city.EntriesAsync(an)); // unconfirmed: not counted
        Assert.Equal(id, Assert.Single(await city.MakeUps.For(an)).Id);
        var command = city.City.Cell.Command();
        Assert.All(await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => city.MakeUp(id).Answer(command, an, MakeUpAnswer.Confirm))), receipt => Assert.Equal(Outcome.Done, receipt.Outcome));
        await city.City.SweepAsync();
        await city.Volunteer(an).Due($"hours:{an}:makeup:{id}");
        var entry = Assert.Single(await city.EntriesAsync(an));
        Assert.Equal((EntryKind.MakeUp, HourClass.Honour, 120, one, two), (entry.Kind, entry.Class, entry.Minutes, entry.Proof!.LedBy, entry.Proof.SettledBy));
        Assert.Equal(new HourTotals(Honour: 120, Entries: 1), (await city.RecordAsync(an)).Hours);
        Assert.Equal(100, (await city.Hours.Of(HoursCity.Team)).MakeUpPercent);
        await city.City.IsCleanAsync();
    }

    [RedisFact]
    public async Task MakeUp_ByStrangersTooLongOrTooLate_IsRefused()
    {
        await using var city = await HoursCity.StartAsync(stores);
        var an = await city.City.CitizenAsync();
        var (one, two, foreign) = (await city.StaffAsync(Role.Organiser, HoursCity.Team), await city.StaffAsync(Role.Organiser, HoursCity.Team), await city.StaffAsync(Role.Organiser, "other"));
        var reviewer = await city.StaffAsync(Role.HoursReviewer, "440703");
        var activity = await city.SettledAsync(6, 2);
        var at = city.City.Clock.UtcNow.AddHours(-6).ToUnixTimeMilliseconds();
        Task<Receipt> Propose(ParticipantId by, ParticipantId whose, long from, long to, ActivityId where) => city.MakeUp(new(Guid.NewGuid())).Propose(
            city.City.Cell.Command(), by, new(where, 1, whose, from, to, MakeUpReason.NoNetwork, MakeUpEvidence.Photos));
        Assert.Equal(Outcome.Forbidden, (await Propose(foreign, an, at, at + 7_200_000, activity)).Outcome);
        Assert.Equal(Outcome.Forbidden, (await Propose(one, one, at, at + 7_200_000, activity)).Outcome);
        Assert.Equal("to", (await Propose(one, an, at, at + 7_260_000, activity)).Field);
        Assert.Equal("volunteer", (await Propose(one, new(Guid.NewGuid()), at, at + 7_200_000, activity)).Field);
        Assert.Equal("activity", (await Propose(one, an, at, at + 7_200_000, new(Guid.NewGuid()))).Field);
        var cancelled = await city.ActivityAsync(6, 2, [], state => (state.Stage, state.SettledAt) = (ActivityStage.Cancelled, 0));
        Assert.Equal("activity", (await Propose(one, an, at, at + 7_200_000, cancelled)).Field);
        var id = await city.ProposedAsync(one, activity, an);
        city.City.Clock.Advance(TimeSpan.FromDays(40));
        Assert.Equal(Outcome.Expired, (await city.MakeUp(id).Decide(city.City.Cell.Command(), two, true)).Outcome);
        Assert.Equal(Outcome.Done, (await city.MakeUp(id).Decide(city.City.Cell.Command(), reviewer, true)).Outcome);
        city.City.Clock.Advance(TimeSpan.FromDays(31));
        await city.City.SweepAsync();
        Assert.Equal(Outcome.Expired, (await city.MakeUp(id).Answer(city.City.Cell.Command(), an, MakeUpAnswer.Confirm)).Outcome);
        Assert.Empty(await city.EntriesAsync(an));
        await city.City.IsCleanAsync();
    }

    [RedisFact]
    public async Task Correction_Fixed_BecomesAnOffsetOnce()
    {
        await using var city = await HoursCity.StartAsync(stores);
        var (an, organiser) = (await city.City.CitizenAsync(), await city.StaffAsync(Role.Organiser, HoursCity.Team));
        await city.SettledAsync(6, 2, an);
        await city.City.SweepAsync();
        var entry = (await city.EntriesAsync(an))[0];
        var id = new CorrectionId(Guid.NewGuid());
        Assert.Equal(Outcome.Done, (await city.Correction(id).Ask(city.City.Cell.Command(), an, new(entry.Id, default, CorrectionFault.TooMany, "我提前走了"))).Outcome);
        await city.City.IsCleanAsync();
        Assert.Equal("minutes", (await city.Correction(id).Decide(city.City.Cell.Command(), organiser, new(CorrectionStage.Fixed, 1, HourReason.WrongTimes))).Field);
        Assert.Equal(Outcome.Done, (await city.Correction(id).Decide(city.City.Cell.Command(), organiser, new(CorrectionStage.Fixed, -19, HourReason.WrongTimes))).Outcome);
        Assert.Equal(Outcome.AlreadyDecided, (await city.Correction(id).Decide(city.City.Cell.Command(), organiser, new(CorrectionStage.Refused))).Outcome);
        await city.City.SweepAsync();
        await city.Volunteer(an).Due($"hours:{an}:fix:{id}");
        var entries = await city.EntriesAsync(an);
        Assert.Equal((2, EntryKind.Offset, -19, organiser, entry.Id), (entries.Length, entries[1].Kind, entries[1].Minutes, entries[1].By, entries[1].Offsets));
        Assert.Equal(101, (await city.RecordAsync(an)).Hours.Credit);
        await city.City.IsCleanAsync();
    }

    [RedisFact]
    public async Task Correction_RefusedOrLate_GoesToAReviewer()
    {
        await using var city = await HoursCity.StartAsync(stores);
        var (an, organiser, reviewer) = (await city.City.CitizenAsync(), await city.StaffAsync(Role.Organiser, HoursCity.Team), await city.StaffAsync(Role.HoursReviewer, ""));
        var activity = await city.SettledAsync(6, 2, an);
        await city.City.SweepAsync();
        var entry = (await city.EntriesAsync(an))[0];
        var (refused, late) = (new CorrectionId(Guid.NewGuid()), new CorrectionId(Guid.NewGuid()));
        await city.Correction(refused).Ask(city.City.Cell.Command(), an, new(entry.Id, default, CorrectionFault.TooFew));
        Assert.Equal(Outcome.Done, (await city.Correction(late).Ask(city.City.Cell.Command(), an, new(default, activity, CorrectionFault.Missing))).Outcome);
        Assert.Equal("entry", (await city.Correction(new(Guid.NewGuid())).Ask(city.City.Cell.Command(), organiser, new(entry.Id, default, CorrectionFault.TooFew))).Field); // another's
        await city.Correction(refused).Decide(city.City.Cell.Command(), organiser, new(CorrectionStage.Refused));
        Assert.Equal(Outcome.NotFound, (await city.Correction(refused).Escalate(city.City.Cell.Command(), organiser)).Outcome);
        Assert.Equal(Outcome.Done, (await city.Correction(refused).Escalate(city.City.Cell.Command(), an)).Outcome);
        Assert.Equal(Outcome.Frozen, (await city.Correction(refused).Decide(city.City.Cell.Command(), organiser, new(CorrectionStage.Refused))).Outcome);
        city.City.Clock.Advance(TimeSpan.FromDays(30));
        await city.City.SweepAsync();
        Assert.Equal(CorrectionStage.Escalated, (await city.Corrections.Read(late))!.Stage);
        Assert.Equal(2, (await city.Corrections.Waiting([], ["440703"])).Count);
        await city.City.IsCleanAsync();
        Assert.Equal(Outcome.Done, (await city.Correction(late).Decide(city.City.Cell.Command(), reviewer, new(CorrectionStage.MakeUp))).Outcome);
        Assert.Equal(Outcome.Done, (await city.Correction(refused).Decide(city.City.Cell.Command(), reviewer, new(CorrectionStage.Refused))).Outcome);
        Assert.Equal(Outcome.AlreadyDecided, (await city.Correction(refused).Escalate(city.City.Cell.Command(), an)).Outcome); // once
        await city.City.IsCleanAsync();
    }

    [RedisFact]
    public async Task Close_Account_ForgetsWordsAndKeepsEntries()
    {
        await using var city = await HoursCity.StartAsync(stores);
        var an = await city.City.CitizenAsync();
        await city.SettledAsync(6, 2, an);
        await city.City.SweepAsync();
        var (entry, id) = ((await city.EntriesAsync(an))[0], new CorrectionId(Guid.NewGuid()));
        await city.Correction(id).Ask(city.City.Cell.Command(), an, new(entry.Id, default, CorrectionFault.TooFew, "还有一个小时"));
        Assert.NotNull((await city.Corrections.Read(id))!.Note);
        await city.City.Person(an).Close(city.City.Cell.Command());
        await city.City.SweepAsync();
        city.City.Clock.Advance(TimeSpan.FromDays(2));
        await city.City.SweepAsync();
        var request = (await city.Corrections.Read(id))!;
        Assert.Equal((null, CorrectionStage.Refused), (request.Note, request.Stage));
        Assert.Single(await city.EntriesAsync(an)); // kept
        Assert.Equal(new HourTotals(), await city.Volunteer(an).Hours()); // and shown to nobody
        await city.City.IsCleanAsync();
    }

    [RedisFact]
    public async Task Signals_OpenCasesOnce_HoldCertificates_AndAReviewerClosesThem()
    {
        await using var city = await HoursCity.StartAsync(stores, settings: new() { ["Hours:SameSeconds"] = "3", ["Hours:ShareFrom"] = "100" });
        var people = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => city.City.CitizenAsync()));
        var (leader, reviewer) = (await city.StaffAsync(Role.Organiser, HoursCity.Team), await city.StaffAsync(Role.HoursReviewer, "440703"));
        await city.ActivityAsync(6, 2, people, activity =>
        {
            activity.CreatedAt = activity.End + 1;
            foreach (var signUp in activity.SignUps.Values)
            {
                (signUp.In, signUp.InBy, signUp.InLed) = (activity.Start, AttendanceMethod.LeaderManual, leader);
            }
        });
        await QuietAsync(city); // entries, then the watch that they ask for, then what it sees
        var open = await city.Cases.Open(["440703"]);
        Assert.Equal([HoursSignal.OneAdmin, HoursSignal.SameSeconds, HoursSignal.LateCreated], open.Select(one => one.Signal).Order());
        var entries = await city.EntriesAsync(people[0]);
        Assert.Equal(3, (await city.Cases.Holding(entries)).Count);
        await city.City.IsCleanAsync();
        await city.SettledAsync(30, 2, people);
        await QuietAsync(city); // entries, then the watch that they ask for, then what it sees
        Assert.Equal(3, (await city.Cases.Open(["440703"])).Count); // the same question is asked once
        foreach (var one in open)
        {
            Assert.Equal(Outcome.Forbidden, (await city.Case(one.Id).Close(city.City.Cell.Command(), leader, false, "看过")).Outcome);
            Assert.Equal("reason", (await city.Case(one.Id).Close(city.City.Cell.Command(), reviewer, false, "")).Field);
            Assert.Equal(Outcome.Done, (await city.Case(one.Id).Close(city.City.Cell.Command(), reviewer, false, "电话问过，属实")).Outcome);
            Assert.Equal(Outcome.AlreadyDecided, (await city.Case(one.Id).Close(city.City.Cell.Command(), reviewer, true, "再看")).Outcome);
        }

        Assert.Empty(await city.Cases.Holding(entries));
        await city.City.IsCleanAsync();
    }

    [RedisFact]
    public async Task Signals_OfOneVolunteer_AreBornWithTheEntry()
    {
        await using var city = await HoursCity.StartAsync(stores);
        var an = await city.City.CitizenAsync();
        await city.SettledAsync(9, 2, an);
        await city.City.SweepAsync();
        Assert.Empty(await city.Cases.Open(["440703", "440785"]));
        await city.ActivityAsync(8, 2, [an], activity => activity.Details = activity.Details with { District = "440785" });
        await city.City.SweepAsync();
        var one = Assert.Single(await city.Cases.Open(["440703", "440785"]));
        Assert.Equal((HoursSignal.TwoPlaces, an), (one.Signal, one.Volunteer));
        Assert.Equal([one.Id], await city.Cases.Holding(await city.EntriesAsync(an)));
        Assert.Equal(Outcome.Forbidden, (await city.Case(one.Id).Close(city.City.Cell.Command(), an, false, "是我")).Outcome);
        await city.City.IsCleanAsync();
    }

    private static async Task QuietAsync(HoursCity city)
    {
        while (await city.City.SweepAsync() > 0)
        {
        }
    }
}
