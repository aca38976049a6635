using Engagement.Rig.City;
using Engagement.Rig.Load;

namespace Engagement.Rig.Peers;

/// <summary>
/// The rules that every peer must keep, asked over HTTP by people beside the measured ones: a peer that does less work
/// would be no peer. What is acknowledged here goes into the peer's books, so the store is checked for it too.
/// </summary>
internal sealed class PeerRules(Peer peer, Catalogue catalogue)
{
    private const int AllowancePerDay = 100, ReceiptsPerDay = 20;

    private readonly int _first = peer.People.Length;
    private readonly List<string> _wrong = [];
    private readonly List<Gift> _gifts = [];
    private readonly (string Reason, string Preset) _words = catalogue.Any();

    /// <summary>Rules that hold.</summary>
    public int Held { get; private set; }

    /// <summary>What does not, in words.</summary>
    public async Task<IReadOnlyList<string>> Run()
    {
        var from = peer.Now;
        await Input();
        await Repeats();
        await Race();
        await Refusals();
        await PairOfTheDay();
        await Receipts();
        await Allowance();
        peer.Books.Enter(_gifts, [], from, peer.Now);
        return _wrong;
    }

    private async Task Input()
    {
        await Expect("a command id of another version", "Invalid", Send(0, Guid.NewGuid().ToString("D")));
        await Expect("a command id older than a day", "TooOld", Send(0, Guid.CreateVersion7(DateTimeOffset.UtcNow.AddHours(-25)).ToString("D")));
        await Expect("an unknown reason", "Invalid", peer.City.Post("api/v1/roses", new { commandId = CityClient.NewCommand(), reason = "none", preset = _words.Preset }, Token(0)));
        await Expect("no session", "SignInRequired", peer.City.Post("api/v1/roses", new { commandId = CityClient.NewCommand(), reason = _words.Reason }, "none"));
    }

    // One command many times at once is one rose and one answer; the same for a claim.
    private async Task Repeats()
    {
        var command = CityClient.NewCommand();
        var sent = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Send(1, command)));
        Is("one send 20 times at once has one answer", sent.All(one => one.Done) && sent.DistinctBy(one => one.Body.ToString()).Count() == 1);
        await Expect("the same command with other content", "CommandReused",
            peer.City.Post("api/v1/roses", new { commandId = command, reason = _words.Reason, preset = _words.Preset, anonymous = true }, Token(1)));
        var claim = CityClient.NewCommand();
        var claims = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Claim(sent[0], 2, claim)));
        Is("one claim 20 times at once has one answer", claims.All(one => one.Done) && claims.DistinctBy(one => one.Body.ToString()).Count() == 1);
        Enter(sent[0], 1, 2, claims[0]);
        Is("the send again after the claim is the same answer", (await Send(1, command)).Body.ToString() == sent[0].Body.ToString());
    }

    private async Task Race()
    {
        var sent = CityClient.Need(await Send(3, CityClient.NewCommand()));
        int[] crowd = [.. Enumerable.Range(100, 40)];
        var claims = await Task.WhenAll(crowd.Select(taker => Claim(sent, taker, CityClient.NewCommand())));
        Is("of 40 who claim at once one wins, the others come too late",
            claims.Count(claim => claim.Done) == 1 && claims.Count(claim => claim.Outcome == "AlreadyClaimed") == crowd.Length - 1);
        var winner = Array.FindIndex(claims, claim => claim.Done);
        Enter(sent, 3, winner < 0 ? -1 : crowd[winner], winner < 0 ? default : claims[winner]);
    }

    private async Task Refusals()
    {
        var sent = CityClient.Need(await Send(4, CityClient.NewCommand()));
        await Expect("a wrong secret", "NotFound", peer.City.Post(
            $"api/v1/roses/{sent.Text("roseId")}/claim", new { commandId = CityClient.NewCommand(), secret = sent.Text("roseId") }, Token(5)));
        await Expect("one's own rose", "OwnRose", Claim(sent, 4, CityClient.NewCommand()));
        await Expect("a claim with a command older than a day", "TooOld", Claim(sent, 5, Guid.CreateVersion7(DateTimeOffset.UtcNow.AddHours(-25)).ToString("D")));
        _gifts.Add(new(sent.Text("roseId"), 4 + _first, -1, false));

        var directed = CityClient.Need(await peer.City.Post("api/v1/roses",
            new { commandId = CityClient.NewCommand(), reason = _words.Reason, preset = _words.Preset, to = peer.Books.People[_first + 6].Id }, Token(4)));
        await Expect("a rose for somebody else", "NotForYou", Claim(directed, 5, CityClient.NewCommand()));
        var claimed = await peer.City.Post($"api/v1/roses/{directed.Text("roseId")}/claim", new { commandId = CityClient.NewCommand() }, Token(6));
        Is("the addressee needs no secret", claimed.Done);
        Enter(directed, 4, 6, claimed);
    }

    private async Task PairOfTheDay()
    {
        Is("the first of a pair and day counts", await Gift(7, 8) && !await Gift(7, 8));
        Is("the way back is another pair", await Gift(8, 7));
        await peer.NextDay();
        Is("the next day they count again", await Gift(7, 8));
    }

    private async Task Receipts()
    {
        var counted = await Task.WhenAll(Enumerable.Range(60, ReceiptsPerDay + 10).Select(giver => Gift(giver, 9)));
        Is($"of {counted.Length} receipts of a day {ReceiptsPerDay} count", counted.Count(one => one) == ReceiptsPerDay);
    }

    private async Task Allowance()
    {
        var sent = await Task.WhenAll(Enumerable.Range(0, AllowancePerDay + 5).Select(_ => Send(10, CityClient.NewCommand())));
        Is($"{AllowancePerDay} a day and not one more", sent.Count(one => one.Done) == AllowancePerDay && sent.Count(one => one.Outcome == "AllowanceUsed") == 5);
        _gifts.AddRange(sent.Where(one => one.Done).Select(one => new Gift(one.Text("roseId"), _first + 10, -1, false)));
        await peer.NextDay();
        var next = await Send(10, CityClient.NewCommand());
        Is("the next day there are new ones", next.Done && next.Number("remainingToday") == AllowancePerDay - 1);
        _gifts.Add(new(next.Text("roseId"), _first + 10, -1, false));
    }

    // A rose given and taken; whether it counted.
    private async Task<bool> Gift(int giver, int taker)
    {
        var sent = CityClient.Need(await Send(giver, CityClient.NewCommand()));
        var claimed = CityClient.Need(await Claim(sent, taker, CityClient.NewCommand()));
        lock (_gifts)
        {
            Enter(sent, giver, taker, claimed);
        }

        return Counted(claimed);
    }

    private void Enter(Call sent, int giver, int taker, Call claimed) =>
        _gifts.Add(new(sent.Text("roseId"), _first + giver, claimed.Done ? _first + taker : -1, claimed.Done && Counted(claimed)));

    private static bool Counted(Call claimed) => claimed.Body.GetProperty("counted").GetBoolean();

    private Task<Call> Send(int giver, string command) =>
        peer.City.Post("api/v1/roses", new { commandId = command, reason = _words.Reason, preset = _words.Preset }, Token(giver));

    private Task<Call> Claim(Call sent, int taker, string command) =>
        peer.City.Post($"api/v1/roses/{sent.Text("roseId")}/claim", new { commandId = command, secret = sent.Text("secret") }, Token(taker));

    private string Token(int extra) => peer.Books.People[_first + extra].Token;

    private async Task Expect(string what, string outcome, Task<Call> call)
    {
        var answer = await call;
        Is($"{what} is answered {outcome}, not {answer.Status} {answer.Outcome}", answer.Outcome == outcome);
    }

    private void Is(string rule, bool holds)
    {
        if (holds)
        {
            Held++;
        }
        else
        {
            _wrong.Add($"{peer.Name}: it does not hold that {rule}");
        }
    }
}
