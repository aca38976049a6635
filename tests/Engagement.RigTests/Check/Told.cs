using Engagement.Rig.Check;
using Engagement.Rig.History;

namespace Engagement.RigTests.Check;

/// <summary>A history made by hand. Instants are whole seconds of one morning; an end of null is an operation without an answer.</summary>
internal sealed class Told
{
    private static readonly long Morning = new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(8)).ToUnixTimeMilliseconds();

    private readonly List<Operation> _operations = [];

    public static long Due => Morning + 24 * 3_600_000;

    public RecordedHistory History => new(new() { PerDay = 3, OfferHours = 24, ClockSlack = 0 }, [.. _operations.OrderBy(operation => operation.CalledAt)]);

    public CheckReport Check() => HistoryCheck.Run(History);

    public Told Send(double from, double? to, string by, string rose, int? remaining = null, string? command = null) =>
        Add(from, to, new(OperationKind.Send, command ?? rose, by), new() { Rose = rose, Secret = rose + "#1", Due = Due, Remaining = remaining });

    public Told Claim(double from, double? to, string by, string rose, int hop, string? secret = null, string outcome = Operation.Done, string? command = null) =>
        Add(from, to, new(OperationKind.Claim, command ?? $"{by} takes {rose} {from}", by) { Rose = rose, Secret = secret ?? rose + "#1" }, outcome == Operation.Done ? new() { Hop = hop } : new(), outcome);

    public Told Offer(double from, double? to, string by, string rose, string secret, string outcome = Operation.Done) =>
        Add(from, to, new(OperationKind.Offer, $"{by} offers {rose} {from}", by) { Rose = rose }, new() { Secret = secret, Due = Due }, outcome);

    public Told Withdraw(double from, double? to, string by, string rose, string outcome = Operation.Done) =>
        Add(from, to, new(OperationKind.Withdraw, $"{by} withdraws {rose} {from}", by) { Rose = rose }, new(), outcome);

    public Told Look(double from, double to, string rose, string state, int hops, int people, bool atRest = false) =>
        Add(from, to, new(OperationKind.ReadRose, null, null) { Rose = rose, AtRest = atRest ? true : null }, new() { State = state, Hops = hops, People = people });

    public Told LookInVain(double from, double to, string rose) => Add(from, to, new(OperationKind.ReadRose, null, null) { Rose = rose }, new(), "NotFound");

    public Told LookInVainAtRest(double from, double to, string rose) =>
        Add(from, to, new(OperationKind.ReadRose, null, null) { Rose = rose, AtRest = true }, new(), "NotFound");

    public Told Remaining(double from, double to, string by, int remaining, bool atRest = false) =>
        Add(from, to, new(OperationKind.ReadAllowance, null, by) { AtRest = atRest ? true : null }, new() { Remaining = remaining });

    public Told Bouquet(double from, double? to, string by, string bouquet, int roses, int shares) =>
        Add(from, to, new(OperationKind.SendBouquet, bouquet, by) { Roses = roses, Shares = shares, Lucky = false }, new() { Bouquet = bouquet, Secret = bouquet + "#1", Due = Due });

    public Told Share(double from, double? to, string by, string bouquet, params string[] won) =>
        Add(from, to, new(OperationKind.ClaimShare, $"{by} takes of {bouquet} {from}", by) { Bouquet = bouquet, Secret = bouquet + "#1" }, new() { Won = won });

    public Told NoShare(double from, double to, string by, string bouquet, string outcome) =>
        Add(from, to, new(OperationKind.ClaimShare, $"{by} takes of {bouquet} {from}", by) { Bouquet = bouquet, Secret = bouquet + "#1" }, new(), outcome);

    private Told Add(double from, double? to, OperationCall call, OperationAnswer answer, string outcome = Operation.Done)
    {
        var operation = new Operation(1, _operations.Count + 1, call, Nanoseconds(from), Wall(from));
        _operations.Add(to is { } end ? operation with { ReturnedAt = Nanoseconds(end), ReturnedWall = Wall(end), Outcome = outcome, Answer = answer } : operation);
        return this;
    }

    private static long Nanoseconds(double second) => (long)(second * 1e9) + 1_000;

    private static long Wall(double second) => Morning + (long)(second * 1e3);
}
