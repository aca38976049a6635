using System.Text.Json;
using Engagement.Contracts;
using Engagement.Rig.City;
using Engagement.Rig.Peers;
using Engagement.Rig.Serve;

namespace Engagement.Rig.Load;

/// <summary>
/// Brings people in and lets each live in a town; the first so many ride for a company. Who is in is noted beside the journal, so that a run of hundreds of
/// thousands that is taken up again does not begin again.
/// </summary>
internal sealed class Residents(CityClient city, ReferenceData reference, string journal, int callers) : IDisposable
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Resident> _known = Read(Path(journal));
    private readonly StreamWriter _note = new(Path(journal), append: true) { AutoFlush = true };
    private readonly string[] _towns = [.. reference.Districts.SelectMany(district => district.Towns.Where(town => town.Kind != TownKind.Area).Select(town => town.Code))];

    public async Task<Person[]> Enter(int count, int couriers, CancellationToken stop)
    {
        var people = await Crowd.Each(Enumerable.Range(1, count).ToArray(), callers, "people live here", Live, stop);
        var riders = people.Take(couriers).Where(person => Known(person.Name)?.Rides != true).ToArray();
        if (riders.Length > 0)
        {
            await new CompanySystem(city, reference).Send(riders, Company);
            await Crowd.Each(riders, callers, "couriers enrolled", Ride, stop);
        }

        return people;
    }

    private async Task<Person> Live(int number)
    {
        var name = Serve.Resident.Name(number);
        if (Known(name) is { } known)
        {
            return new(name, known.Id, known.Token);
        }

        var person = await city.SignIn(name);
        CityClient.Need(await city.Post("api/v1/me/place", new { commandId = CityClient.NewCommand(), place = _towns[number % _towns.Length] }, person.Token));
        Note(new(person.Name, person.Id, person.Token));
        return person;
    }

    private async Task<bool> Ride(Person person)
    {
        var enrolled = await city.Post("api/v1/me/courier",
            new { commandId = CityClient.NewCommand(), phone = CompanySystem.Phone(person.Name), code = Company(person)!.JoinCode }, person.Token);
        if (enrolled.Outcome != "AlreadyEnrolled")
        {
            CityClient.Need(enrolled);
        }

        Note(new(person.Name, person.Id, person.Token, Rides: true));
        return true;
    }

    private Company? Company(Person person) => reference.Companies[CompanySystem.Number(person.Name) % reference.Companies.Length];

    private Resident? Known(string name)
    {
        lock (_gate)
        {
            return _known.GetValueOrDefault(name);
        }
    }

    private void Note(Resident resident)
    {
        lock (_gate)
        {
            _known[resident.Name] = resident;
            _note.WriteLine(JsonSerializer.Serialize(resident));
        }
    }

    private static string Path(string journal) => journal + ".people";

    private static Dictionary<string, Resident> Read(string path)
    {
        var known = new Dictionary<string, Resident>();
        foreach (var line in File.Exists(path) ? File.ReadLines(path).Where(line => line.EndsWith('}')) : []) // a last line may be torn
        {
            var resident = JsonSerializer.Deserialize<Resident>(line)!;
            known[resident.Name] = resident;
        }

        return known;
    }

    public void Dispose() => _note.Dispose();

    private sealed record Resident(string Name, string Id, string Token, bool Rides = false);
}
