using Engagement.Contracts;
using Engagement.Grains.Imports;
using Engagement.Grains.Storage;
using Engagement.Tests.Hours;
using Engagement.Tests.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Engagement.Tests.Imports;

/// <summary>A city with an organiser who uploads, a reviewer who approves, and volunteers with numbers.</summary>
internal sealed class ImportCity(City city, ParticipantId organiser, ParticipantId reviewer) : IAsyncDisposable
{
    private const string District = "440703";

    private static readonly PhoneKey Phone = new(Guid.Parse("bbbbbbbb-0000-7000-8000-000000000001"));

    public City City => city;

    public HoursCity Hours => field ??= new(city);

    public ParticipantId Organiser => organiser;

    public ParticipantId Reviewer => reviewer;

    public CellKeys Keys => city.Cell.Services.GetRequiredService<CellKeys>();

    public HourRowReader Rows => city.Cell.Services.GetRequiredService<HourRowReader>();

    public HourImportReader Imports => city.Cell.Services.GetRequiredService<HourImportReader>();

    public static async Task<ImportCity> StartAsync(StoreFixture stores, short silos = 1, Dictionary<string, string?>? settings = null)
    {
        var city = await City.StartAsync(await stores.ConnectionAsync(StoreKind.Redis), silos, settings);
        var hours = new HoursCity(city);
        return new(city, await hours.StaffAsync(Role.Organiser, HoursCity.Team), await hours.StaffAsync(Role.HoursReviewer, District));
    }

    /// <summary>The same city on another cluster, as after all of its servers were killed.</summary>
    public async Task<ImportCity> RestartedAsync(StoreFixture stores)
    {
        var cell = city.Cell.CellId;
        await city.DisposeAsync();
        return new(await City.StartAsync(await stores.ConnectionAsync(StoreKind.Redis), before: cell), organiser, reviewer);
    }

    public IHourImportGrain Import(string id) => city.Cell.Grains.GetGrain<IHourImportGrain>($"{city.Cell.CellId}/{id}");

    public IHourImportPartGrain Part(string id, int number) => city.Cell.Grains.GetGrain<IHourImportPartGrain>($"{city.Cell.CellId}/{id}.{number}");

    public IHourRowGrain Row(HourRowId id) => city.Cell.Grains.GetGrain<IHourRowGrain>($"{city.Cell.CellId}/{id}");

    public IHourRowGrain Row(HourImportRow row) => Row(Keys.HourRow(row.System, row.Source));

    /// <summary>A volunteer and their number.</summary>
    public async Task<(ParticipantId Id, string Number)> VolunteerAsync()
    {
        var person = await city.CitizenAsync();
        Assert.Equal(Outcome.Done, (await Hours.Volunteer(person).Register(city.Cell.Command(), new(Phone, 19900101, 1, new()))).Outcome);
        return (person, (await Hours.Volunteer(person).Self()).Number!);
    }

    /// <summary>A row of somebody's, an hour long, that began so many hours ago.</summary>
    public HourImportRow RowOf(string number, int n, int ago) => new(
        n + 2, number, default, "志愿汇", $"R{n}", "北街社区", "护河", "environment", city.Clock.UtcNow.AddHours(-ago).ToUnixTimeMilliseconds(), 60);

    /// <summary>Uploads; the dry run has not begun.</summary>
    public async Task<string> UploadAsync(IReadOnlyList<HourImportRow> rows, params RowFault[] faults)
    {
        var command = city.Cell.Command();
        var id = OpaqueId.Format(Keys.Import(HoursCity.Team, command));
        var parts = rows.Chunk(HourImportPartState.Most - faults.Length).ToArray();
        Assert.Equal(Outcome.Done, (await Import(id).Begin(new(id, HoursCity.Team, District, organiser, "a.csv", 1, rows.Count + faults.Length, parts.Length))).Outcome);
        foreach (var (number, part) in parts.Index())
        {
            Assert.Equal(Outcome.Done, (await Import(id).Put(number, part, number == 0 ? faults : [])).Outcome);
        }

        return id;
    }

    /// <summary>Sweeps until the upload is there.</summary>
    public async Task<HourImportView> UntilAsync(string id, HourImportPhase phase)
    {
        for (var sweeps = 0; sweeps < 200; sweeps++)
        {
            if (await Import(id).Show() is { } view && view.Phase == phase)
            {
                return view;
            }

            await city.SweepAsync();
        }

        throw new InvalidOperationException($"The upload never came to {phase}.");
    }

    /// <summary>Uploads, asks and approves; nothing was carried out yet.</summary>
    public async Task<string> ApprovedAsync(IReadOnlyList<HourImportRow> rows)
    {
        var id = await UploadAsync(rows);
        await UntilAsync(id, HourImportPhase.Checked);
        Assert.Equal(Outcome.Done, (await Import(id).Ask(city.Cell.Command(), organiser)).Outcome);
        Assert.Equal(Outcome.Done, (await Import(id).Decide(city.Cell.Command(), reviewer, true)).Outcome);
        return id;
    }

    /// <summary>The same, to its end.</summary>
    public async Task<HourImportView> ImportedAsync(IReadOnlyList<HourImportRow> rows) => await UntilAsync(await ApprovedAsync(rows), HourImportPhase.Done);

    public async Task<List<RowFault>> FaultsAsync(HourImportView import)
    {
        var faults = new List<RowFault>();
        await foreach (var fault in Imports.Faults(import))
        {
            faults.Add(fault);
        }

        return faults;
    }

    public ValueTask DisposeAsync() => city.DisposeAsync();
}
