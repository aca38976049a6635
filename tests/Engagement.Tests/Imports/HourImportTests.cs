using Engagement.Contracts;
using Engagement.Grains.Imports;
using Engagement.Grains.Rankings;
using Engagement.Tests.Hours;
using Engagement.Tests.Storage;

namespace Engagement.Tests.Imports;

/// <summary>Uploads of hours on real records: a dry run, somebody else's approval, each row once and by its volunteer's word. Each test is closed by a recount.</summary>
[Collection(StoreTests.Name)]
public sealed class HourImportTests(StoreFixture stores)
{
    [RedisFact]
    public async Task Upload_TwoThousandRowsTwoHundredBad_NamesEveryBadOneAndWritesNothingBeforeApproval()
    {
        await using var city = await ImportCity.StartAsync(stores);
        var people = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => city.VolunteerAsync()));
        HourImportRow[] rows = [.. Enumerable.Range(0, 2_000).Select(i => city.RowOf(i % 10 == 9 ? "0000-0000-0000" : people[i % 8].Number, i, 3 + 2 * (i / 8)))];
        var id = await city.UploadAsync(rows);
        var seen = await city.UntilAsync(id, HourImportPhase.Checked);
        Assert.Equal((2_000, 200, 2_000), (seen.Counts.Rows, seen.Counts.Faults, seen.Looked));
        Assert.Equal(Enumerable.Range(0, 200).Select(i => new RowFault(i * 10 + 11, "volunteer", RowProblem.NoVolunteer)), await city.FaultsAsync(seen));
        await city.City.SweepAsync();
        Assert.Equal(0, (await city.Rows.For(people[0].Id, 1)).Total);

        Assert.Equal(Outcome.Done, (await city.Import(id).Ask(city.City.Cell.Command(), city.Organiser)).Outcome);
        Assert.Equal(Outcome.Done, (await city.Import(id).Decide(city.City.Cell.Command(), city.Reviewer, true)).Outcome);
        var done = await city.UntilAsync(id, HourImportPhase.Done);
        Assert.Equal((1_800, 0, 200), (done.Counts.Offered, done.Counts.Known, done.Counts.Faults));
        Assert.Equal(1_800, (await city.Imports.Stages(id))[HourRowStage.Waiting]);
        await city.City.IsCleanAsync();
    }

    [RedisFact]
    public async Task Run_KilledInTheMiddleOfARow_APartAndAStep_GoesOnAndTakesEachRowOnce()
    {
        var city = await ImportCity.StartAsync(stores);
        var person = await city.VolunteerAsync();
        HourImportRow[] rows = [.. Enumerable.Range(0, 700).Select(i => city.RowOf(person.Number, i, 3 + 2 * i))];
        var id = await city.ApprovedAsync(rows);
        var view = (await city.Import(id).Show())!;
        await city.Part(id, 0).Apply(view); // the part is through, its upload does not know it
        foreach (var row in rows[250..380]) // of the next one half the rows are through, the part does not know it
        {
            await city.Row(row).Offer(new(id, HoursCity.Team, "440703", city.Reviewer, row with { Volunteer = person.Id }));
        }

        await using var after = await city.RestartedAsync(stores);
        var done = await after.UntilAsync(id, HourImportPhase.Done);
        Assert.Equal((700, 0, 0, 700), (done.Counts.Offered, done.Counts.Known, done.Counts.Faults, done.Looked));
        Assert.Equal(700, (await after.Rows.For(person.Id, 1)).Total);
        await after.City.IsCleanAsync();
    }

    [RedisFact]
    public async Task Due_SameStepManyTimesAtOnce_CountsEachPartOnce()
    {
        await using var city = await ImportCity.StartAsync(stores, silos: 2);
        var person = await city.VolunteerAsync();
        var id = await city.UploadAsync([.. Enumerable.Range(0, 600).Select(i => city.RowOf(person.Number, i, 3 + 2 * i))]);
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => city.Import(id).Due($"hourimport:{id}:0")));
        var view = (await city.Import(id).Show())!;
        Assert.Equal((HourImportPhase.Checked, 600, 600), (view.Phase, view.Looked, view.Counts.Rows));
        await city.City.IsCleanAsync();
    }

    [RedisFact]
    public async Task Upload_SameRowsAgain_TakesNoneTwice_AndAnotherContentIsNamed()
    {
        await using var city = await ImportCity.StartAsync(stores);
        var person = await city.VolunteerAsync();
        HourImportRow[] rows = [.. Enumerable.Range(0, 30).Select(i => city.RowOf(person.Number, i, 3 + 2 * i))];
        await city.ImportedAsync(rows);
        var again = await city.ImportedAsync([.. rows[..29], rows[29] with { Minutes = 45 }]);
        Assert.Equal((0, 29, 1), (again.Counts.Offered, again.Counts.Known, again.Counts.Faults));
        Assert.Equal([new(31, "source", RowProblem.TakenBefore)], await city.FaultsAsync(again));
        Assert.Equal(30, (await city.Rows.For(person.Id, 1)).Total);
        await city.City.IsCleanAsync();
    }

    [RedisFact]
    public async Task Put_RepeatedOrWithAGap_KeepsEveryPartOnce()
    {
        await using var city = await ImportCity.StartAsync(stores);
        var person = await city.VolunteerAsync();
        var begin = new BeginHourImport("BBBBBBBBBBBBBBBBBBBBBA", HoursCity.Team, null, city.Organiser, "a.csv", 7, 2, 2);
        var import = city.Import(begin.Id);
        Assert.Equal(Outcome.NotFound, (await import.Put(0, [], [])).Outcome);
        Assert.Equal(Outcome.Forbidden, (await import.Begin(begin with { By = person.Id })).Outcome);
        Assert.Equal(Outcome.Done, (await import.Begin(begin)).Outcome);
        Assert.Equal(Outcome.Done, (await import.Begin(begin)).Outcome);
        Assert.Equal(Outcome.CommandReused, (await import.Begin(begin with { Content = 8 })).Outcome);
        Assert.Equal(new Receipt(Outcome.Invalid, "part"), await import.Put(1, [city.RowOf(person.Number, 1, 9)], []));
        Assert.Equal(Outcome.Done, (await import.Put(0, [city.RowOf(person.Number, 0, 6)], [])).Outcome);
        Assert.Equal(Outcome.Done, (await import.Put(0, [city.RowOf(person.Number, 5, 6)], [])).Outcome);
        Assert.Equal(Outcome.Done, (await import.Put(1, [city.RowOf(person.Number, 1, 9)], [])).Outcome);
        Assert.Equal(2, (await city.UntilAsync(begin.Id, HourImportPhase.Checked)).Counts.Rows);
        await city.City.IsCleanAsync();
    }

    [RedisFact]
    public async Task Decide_ByWhoUploadedOrAsked_OrWithoutTheRole_IsForbidden()
    {
        await using var city = await ImportCity.StartAsync(stores);
        var person = await city.VolunteerAsync();
        var id = await city.UploadAsync([city.RowOf(person.Number, 0, 6)]);
        var command = city.City.Cell.Command();
        Assert.Equal(Outcome.AlreadyDecided, (await city.Import(id).Ask(command, city.Organiser)).Outcome); // before the dry run
        await city.UntilAsync(id, HourImportPhase.Checked);
        Assert.Equal(Outcome.Forbidden, (await city.Import(id).Ask(city.City.Cell.Command(), city.Reviewer)).Outcome);
        Assert.Equal(Outcome.AlreadyDecided, (await city.Import(id).Decide(city.City.Cell.Command(), city.Reviewer, true)).Outcome); // nobody asked
        Assert.Equal(Outcome.Done, (await city.Import(id).Ask(city.City.Cell.Command(), city.Organiser)).Outcome);
        Assert.Equal(Outcome.Done, (await city.City.Person(city.Organiser).Appoint(city.City.Cell.Command(), city.Organiser, new(Role.HoursReviewer, ""), true, "test")).Outcome);
        Assert.Equal(Outcome.Forbidden, (await city.Import(id).Decide(city.City.Cell.Command(), city.Organiser, true)).Outcome);
        Assert.Equal(Outcome.Forbidden, (await city.Import(id).Decide(city.City.Cell.Command(), person.Id, true)).Outcome);
        Assert.Equal(Outcome.Done, (await city.Import(id).Decide(city.City.Cell.Command(), city.Reviewer, false)).Outcome);
        await city.UntilAsync(id, HourImportPhase.Dropped);
        Assert.Equal(0, (await city.Rows.For(person.Id, 1)).Total);
        await city.City.IsCleanAsync();
    }

    [RedisFact]
    public async Task Answer_OnlyByTheVolunteer_ConfirmedCountsAsImportedAndOnNoBoard()
    {
        await using var city = await ImportCity.StartAsync(stores);
        var (an, bo) = (await city.VolunteerAsync(), await city.VolunteerAsync());
        HourImportRow[] rows = [city.RowOf(an.Number, 0, 6), city.RowOf(an.Number, 1, 9), city.RowOf(an.Number, 2, 12)];
        var id = (await city.ImportedAsync(rows)).Id;
        Task<Receipt> Say(int row, ParticipantId by, MakeUpAnswer answer) => city.Row(rows[row]).Answer(city.City.Cell.Command(), by, answer);
        Assert.Equal(0, (await city.Hours.Volunteer(an.Id).Hours()).Imported);
        Assert.Equal(Outcome.NotFound, (await Say(0, bo.Id, MakeUpAnswer.Confirm)).Outcome);
        Assert.Equal(Outcome.NotFound, (await Say(0, city.Organiser, MakeUpAnswer.Confirm)).Outcome);
        Assert.Equal(Outcome.Invalid, (await Say(0, an.Id, MakeUpAnswer.None)).Outcome);
        Assert.Equal(Outcome.Done, (await Say(0, an.Id, MakeUpAnswer.Confirm)).Outcome);
        Assert.Equal(Outcome.AlreadyDecided, (await Say(0, an.Id, MakeUpAnswer.NotThere)).Outcome);
        Assert.Equal(Outcome.Done, (await Say(1, an.Id, MakeUpAnswer.NotThere)).Outcome);
        for (var i = 0; i < 3; i++)
        {
            await city.City.SweepAsync();
        }

        Assert.Equal(new HourTotals(0, 0, 60, 0, 1), await city.Hours.Volunteer(an.Id).Hours());
        var entry = Assert.Single(await city.Hours.EntriesAsync(an.Id));
        Assert.True(entry is { Imported: true, Class: HourClass.Honour, Origin: "志愿汇", Organisation: "北街社区" });
        Assert.Equal((1, 1, 1), ((int)(await city.Imports.Stages(id))[HourRowStage.Confirmed], (int)(await city.Imports.Stages(id))[HourRowStage.Declined], (int)(await city.Imports.Stages(id))[HourRowStage.Waiting]));
        Assert.Null(await city.City.CountAsync(Boards.Whole(Boards.Hours), "北街社区"));
        Assert.Null(await city.City.CountAsync(Boards.Whole(Boards.HoursByDistrict), "440703"));
        await city.City.IsCleanAsync();
    }

    [RedisFact]
    public async Task Check_AtTheTimeOfOtherHours_SaysSo_AndConfirmedItIsHeld()
    {
        await using var city = await ImportCity.StartAsync(stores);
        var person = await city.VolunteerAsync();
        await city.Hours.SettledAsync(10, 3, person.Id);
        await city.City.SweepAsync();
        Assert.Equal(1, (await city.Hours.Volunteer(person.Id).Hours()).Entries);
        var row = city.RowOf(person.Number, 0, 9);
        var done = await city.ImportedAsync([row]);
        Assert.Equal((1, 1), (done.Counts.Overlaps, done.Counts.Offered));
        Assert.Equal(Outcome.Done, (await city.Row(row).Answer(city.City.Cell.Command(), person.Id, MakeUpAnswer.Confirm)).Outcome);
        await city.City.SweepAsync();
        var totals = await city.Hours.Volunteer(person.Id).Hours();
        Assert.Equal((0, 60), (totals.Imported, totals.Held));
        await city.City.IsCleanAsync();
    }

    [RedisFact]
    public async Task Check_OwnHours_AndIdNumbers_FindTheRightPerson()
    {
        await using var city = await ImportCity.StartAsync(stores);
        Assert.Equal(Outcome.Done, (await city.Hours.Volunteer(city.Organiser).Register(city.City.Cell.Command(), new(new(Guid.Parse("bbbbbbbb-0000-7000-8000-000000000002")), 19800101, 1, new()))).Outcome);
        var own = (await city.Hours.Volunteer(city.Organiser).Self()).Number!;
        var person = await city.VolunteerAsync();
        Assert.Equal(Outcome.Done, (await city.Hours.Volunteer(person.Id).GiveRealName(city.City.Cell.Command(), new("张三", Volunteers.People.Number(19900101), 1))).Outcome);
        RealNameKey Id(int order) => city.Keys.IdNumber(NationalId.Read(Volunteers.People.Number(19900101, order), 20260601)!.Value);
        var row = city.RowOf(person.Number, 0, 6) with { Number = null, IdNumber = Id(1) };
        var done = await city.ImportedAsync([row, city.RowOf(own, 1, 6), city.RowOf("", 2, 6) with { Number = null, IdNumber = Id(3) }]);
        Assert.Equal([new(3, "volunteer", RowProblem.OwnHours), new(4, "idNumber", RowProblem.NoVolunteer)], await city.FaultsAsync(done));
        Assert.Equal(1, (await city.Rows.For(person.Id, 1)).Total);
        await city.City.IsCleanAsync();
    }

    [RedisFact]
    public async Task Waits_ThatNobodyEnds_EndByThemselvesAndKeepNothing()
    {
        await using var city = await ImportCity.StartAsync(stores);
        var (an, bo) = (await city.VolunteerAsync(), await city.VolunteerAsync());
        HourImportRow[] rows = [city.RowOf(an.Number, 0, 6), city.RowOf(bo.Number, 1, 6)];
        await city.ImportedAsync(rows);
        var forgotten = await city.UploadAsync([city.RowOf(an.Number, 5, 20)]);
        await city.UntilAsync(forgotten, HourImportPhase.Checked);
        await new ImportForgetting(city.Rows, new(city.City.Cell.Grains, city.City.Keys)).Forget(bo.Id);
        Assert.Equal(0, (await city.Rows.For(bo.Id, 1)).Total);

        city.City.Clock.Advance(TimeSpan.FromDays(15));
        await city.UntilAsync(forgotten, HourImportPhase.Dropped);
        city.City.Clock.Advance(TimeSpan.FromDays(80));
        await city.City.SweepAsync();
        Assert.Equal(0, (await city.Rows.For(an.Id, 1)).Total);
        Assert.Equal(Outcome.Expired, (await city.Row(rows[0]).Answer(city.City.Cell.Command(), an.Id, MakeUpAnswer.Confirm)).Outcome);
        var kept = await city.Rows.Read(city.Keys.HourRow(rows[0].System, rows[0].Source));
        Assert.True(kept is { Stage: HourRowStage.Expired, Title: "", Unit: "" });
        await city.City.IsCleanAsync();
    }
}
