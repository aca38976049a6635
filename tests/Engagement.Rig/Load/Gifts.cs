using System.Collections.Concurrent;
using Engagement.Rig.City;

namespace Engagement.Rig.Load;

/// <summary>What one caller does: somebody gives a rose and another person takes it, or a holder passes one on.</summary>
internal sealed class Gifts(CityClient city, Person[] people, Journal journal, Tally tally, Catalogue catalogue)
{
    private readonly ConcurrentQueue<(string Rose, int Holder, int From)> _inHand = new();

    /// <summary>A new rose from <paramref name="giver"/> to anybody else.</summary>
    public async Task Give(int giver)
    {
        var command = CityClient.NewCommand();
        var (reason, preset) = catalogue.Any();
        var sent = tally.Note("send", await city.Post("api/v1/roses", new { commandId = command, reason, preset }, people[giver].Token));
        if (!sent.Done)
        {
            Unanswered(sent, command);
            return;
        }

        var rose = sent.Text("roseId");
        journal.Write(new("send", command, rose, people[giver].Id));
        await Claim(rose, sent.Text("secret"), giver, giver);
    }

    /// <summary>A rose that was taken before goes on; false when none is in hand.</summary>
    public async Task<bool> PassOn()
    {
        if (!_inHand.TryDequeue(out var held))
        {
            return false;
        }

        var command = CityClient.NewCommand();
        var (reason, preset) = catalogue.Any();
        var offered = tally.Note("offer", await city.Post($"api/v1/roses/{held.Rose}/offer", new { commandId = command, reason, preset }, people[held.Holder].Token));
        if (!offered.Done)
        {
            Unanswered(offered, command);
            return true;
        }

        journal.Write(new("offer", command, held.Rose, people[held.Holder].Id));
        await Claim(held.Rose, offered.Text("secret"), held.Holder, held.From);
        return true;
    }

    private async Task Claim(string rose, string secret, int giver, int before)
    {
        var taker = Other(giver, before);
        var command = CityClient.NewCommand();
        var claimed = tally.Note("claim", await city.Post($"api/v1/roses/{rose}/claim", new { commandId = command, secret }, people[taker].Token));
        if (!claimed.Done)
        {
            Unanswered(claimed, command);
            return;
        }

        journal.Write(new("claim", command, rose, people[taker].Id, (int)claimed.Number("hop")));
        _inHand.Enqueue((rose, taker, giver));
    }

    private void Unanswered(Call call, string command)
    {
        if (call.Status == 0)
        {
            journal.Write(new("open", command));
        }
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
