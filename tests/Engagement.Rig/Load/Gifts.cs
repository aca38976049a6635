using System.Collections.Concurrent;
using System.Text.Json;
using Engagement.Rig.City;

namespace Engagement.Rig.Load;

/// <summary>What one caller does: somebody gives a rose and another person takes it, or a holder passes one on.</summary>
internal sealed class Gifts(CityClient city, Person[] people, Journal journal, Tally tally, Catalogue catalogue)
{
    private readonly ConcurrentQueue<(string Rose, int Holder, int From)> _inHand = new();

    /// <summary>A new rose from <paramref name="giver"/> to anybody else.</summary>
    public async Task Give(int giver)
    {
        var (reason, preset) = catalogue.Any();
        if (await Act("send", giver, "api/v1/roses", command => new { commandId = command, reason, preset }) is { } sent)
        {
            await Claim(sent.Text("roseId"), sent.Text("secret"), giver, giver);
        }
    }

    /// <summary>A rose that was taken before goes on; false when none is in hand.</summary>
    public async Task<bool> PassOn()
    {
        if (!_inHand.TryDequeue(out var held))
        {
            return false;
        }

        var (reason, preset) = catalogue.Any();
        if (await Act("offer", held.Holder, $"api/v1/roses/{held.Rose}/offer", command => new { commandId = command, reason, preset }, held.Rose) is { } offered)
        {
            await Claim(held.Rose, offered.Text("secret"), held.Holder, held.From);
        }

        return true;
    }

    /// <summary>Asks again for what a run that was killed had under way.</summary>
    public async Task GoOn()
    {
        var byId = people.Select((person, number) => (person.Id, number)).ToDictionary();
        foreach (var left in journal.Pending.Left.Where(left => !journal.Expected.Knows(left.Kind, left.Command)))
        {
            await Act(left, byId[left.By]);
        }
    }

    private async Task Claim(string rose, string secret, int giver, int before)
    {
        var taker = Other(giver, before);
        if (await Act("claim", taker, $"api/v1/roses/{rose}/claim", command => new { commandId = command, secret }, rose) is not null)
        {
            _inHand.Enqueue((rose, taker, giver));
        }
    }

    private Task<Call?> Act(string kind, int by, string path, Func<string, object> body, string? rose = null)
    {
        var command = CityClient.NewCommand();
        return Act(new(kind, command, people[by].Id, path, JsonSerializer.SerializeToElement(body(command)), rose), by);
    }

    // Null when it was refused, or nobody answered.
    private async Task<Call?> Act(PendingCommand pending, int by)
    {
        Call call = default;
        await journal.Pending.Run(pending, async () =>
        {
            call = tally.Note(pending.Kind, await city.Post(pending.Path, pending.Body, people[by].Token));
            if (call.Done)
            {
                journal.Write(new(pending.Kind, pending.Command, pending.Rose ?? call.Text("roseId"), pending.By, pending.Kind == "claim" ? (int)call.Number("hop") : 0));
            }
            else if (call.Status == 0)
            {
                journal.Write(new("open", pending.Command));
            }
        });
        return call.Done ? call : null;
    }

    private int Other(int giver, int before)
    {
        int taker;
        do
        {
            taker = Random.Shared.Next(people.Length);
        }
        while (taker == giver || taker == before);

        return taker;
    }
}

/// <summary>Reasons and presets to choose from.</summary>
internal sealed class Catalogue((string Reason, string Preset)[] all)
{
    public (string Reason, string Preset) Any() => all[Random.Shared.Next(all.Length)];

    public static async Task<Catalogue> Read(CityClient city)
    {
        var answer = CityClient.Need(await city.Get("api/v1/catalogue"));
        return new([.. answer.Body.GetProperty("reasons").EnumerateArray().SelectMany(reason =>
            reason.GetProperty("presets").EnumerateArray().Select(preset => (reason.GetProperty("id").GetString()!, preset.GetProperty("id").GetString()!)))]);
    }
}
