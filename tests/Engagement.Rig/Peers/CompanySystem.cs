using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Engagement.Contracts;
using Engagement.Rig.City;
using Engagement.Rig.Serve;

namespace Engagement.Rig.Peers;

/// <summary>The companies' own systems (docs/company-api.md): each sends the roster of the couriers that a comparison has.</summary>
internal sealed class CompanySystem(CityClient city, ReferenceData reference)
{
    private const string Operator = "管理员"; // Local's
    private const int RowsAtOnce = 5_000;

    /// <summary>The mobile number of a person of a comparison.</summary>
    public static string Phone(string name) => "139" + Number(name).ToString("D8", CultureInfo.InvariantCulture);

    /// <summary>The number in a person's name.</summary>
    public static int Number(string name) => int.Parse(name.AsSpan(2), NumberStyles.None, CultureInfo.InvariantCulture);

    /// <summary>Sends all rosters and waits until they are taken in. A build from before there were rosters has no keys to give: its people join by the code alone.</summary>
    public Task Send(IReadOnlyList<Person> people) => Send(people, person => Resident.Of(person.Name, reference).Company);

    /// <summary>The same, with another way to tell who rides for whom.</summary>
    public async Task Send(IReadOnlyList<Person> people, Func<Person, Company?> companyOf)
    {
        var boss = await city.SignIn(Operator);
        foreach (var couriers in people.GroupBy(person => companyOf(person)?.Id).Where(group => group.Key is not null))
        {
            var key = await city.Post($"api/v1/operator/companies/{couriers.Key}/keys", new { commandId = CityClient.NewCommand(), note = "Rig" }, boss.Token);
            if (key.Status == 404)
            {
                return;
            }

            foreach (var rows in couriers.Chunk(RowsAtOnce))
            {
                await Upload(CityClient.Need(key), rows);
            }
        }
    }

    private async Task Upload(Call key, Person[] couriers)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(new { commandId = CityClient.NewCommand(), rows = couriers.Select(person => new { phone = Phone(person.Name), name = person.Name }) });
        var import = CityClient.Need(await Signed(key, "POST", "/api/v1/company/roster", body)).Text("importId");
        while (CityClient.Need(await Signed(key, "GET", "/api/v1/company/imports/" + import, [])).Text("phase") != "Done")
        {
            await Task.Delay(200);
        }
    }

    // Signed anew at every attempt: a nonce is spent even when its answer got lost.
    private Task<Call> Signed(Call key, string method, string path, byte[] body) => city.Signed(new(method), path, body, () =>
    {
        var (nonce, time) = (Convert.ToHexString(RandomNumberGenerator.GetBytes(16)), DateTimeOffset.UtcNow.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        var secret = System.Buffers.Text.Base64Url.DecodeFromChars(key.Text("secret"));
        var said = Encoding.UTF8.GetBytes($"{method}\n{path}\n{Convert.ToHexStringLower(SHA256.HashData(body))}\n{nonce}\n{time}");
        return [("X-Company-Key", key.Text("key")), ("X-Company-Time", time), ("X-Company-Nonce", nonce), ("X-Company-Signature", Convert.ToHexStringLower(HMACSHA256.HashData(secret, said)))];
    });
}
