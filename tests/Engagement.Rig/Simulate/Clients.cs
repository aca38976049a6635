using System.Buffers.Binary;
using Engagement.Contracts;
using Engagement.Rig.History;
using Engagement.Rig.Simulate.Model;

namespace Engagement.Rig.Simulate;

/// <summary>What simulated people do: they know only what was answered to them, and try also what they may not.</summary>
internal sealed class Clients
{
    private readonly Random _random;
    private readonly SimulatedClock _clock;
    private readonly List<(RoseId Rose, int Offer, ParticipantId By)> _links = [];
    private readonly List<(RoseId Rose, ParticipantId Holder)> _held = [];
    private readonly List<BouquetId> _bouquets = [];

    public Clients(Random random, SimulatedClock clock, int people)
    {
        (_random, _clock) = (random, clock);
        People = [.. Enumerable.Range(0, people).Select(_ => new ParticipantId(NewGuid()))];
    }

    public ParticipantId[] People { get; }

    public List<SimulatedCommand> Commands { get; } = [];

    /// <summary>A new command.</summary>
    public SimulatedCommand Next()
    {
        var (by, id) = (Any(People), new CommandId(Version7()));
        var command = _random.Next(100) switch
        {
            < 40 when _links.Count > 0 && Any(_links) is var (rose, offer, _) => new(OperationKind.Claim, id, by) { Rose = rose, Offer = _random.Next(8) == 0 ? 0 : offer },
            (>= 40 and < 52) when _held.Count > 0 && Any(_held) is var (rose, holder) => new(OperationKind.Offer, id, _random.Next(5) == 0 ? by : holder) { Rose = rose, To = Somebody() },
            (>= 52 and < 62) when _links.Count > 0 && Any(_links) is var (rose, _, giver) => new(OperationKind.Withdraw, id, _random.Next(5) == 0 ? by : giver) { Rose = rose },
            (>= 62 and < 64) when _links.Count > 0 => new(OperationKind.Void, id, by) { Rose = Any(_links).Rose },
            (>= 64 and < 74) when _bouquets.Count > 0 => new(OperationKind.ClaimShare, id, by) { Bouquet = Any(_bouquets) },
            (>= 74 and < 80) when _bouquets.Count < 2 => new(OperationKind.SendBouquet, id, by) { Roses = _random.Next(2, 4), Shares = 2, Lucky = _random.Next(2) == 0 },
            _ => new SimulatedCommand(OperationKind.Send, id, by) { To = Somebody() },
        };
        Commands.Add(command);
        return command;
    }

    /// <summary>A command of which nobody knows yet; somebody asks again, perhaps while the first call is still under way.</summary>
    public SimulatedCommand? Unsettled() => Commands.Where(command => !command.IsSettled).ToArray() is { Length: > 0 } open ? Any(open) : null;

    /// <summary>An answer tells of links and of who holds what.</summary>
    public void Learn(SimulatedCommand command, string outcome, OperationAnswer answer)
    {
        if (outcome != Operation.Done)
        {
            return;
        }

        switch (command.Kind)
        {
            case OperationKind.Send when RoseId.TryParse(answer.Rose, out var rose):
                _links.Add((rose, 1, command.By));
                break;
            case OperationKind.Offer:
                _links.Add((command.Rose, int.Parse(answer.Secret![(answer.Secret!.IndexOf('#') + 1)..], System.Globalization.CultureInfo.InvariantCulture), command.By));
                break;
            case OperationKind.Claim:
                _held.Add((command.Rose, command.By));
                break;
            case OperationKind.SendBouquet when BouquetId.TryParse(answer.Bouquet, out var bouquet):
                _bouquets.Add(bouquet);
                break;
            case OperationKind.ClaimShare:
                foreach (var won in answer.Won ?? [])
                {
                    _held.Add((RoseId.TryParse(won, out var id) ? id : default, command.By));
                }

                break;
        }
    }

    private ParticipantId Somebody() => _random.Next(5) == 0 ? Any(People) : default;

    private T Any<T>(IReadOnlyList<T> all) => all[_random.Next(all.Count)];

    private Guid NewGuid()
    {
        var bytes = new byte[16];
        _random.NextBytes(bytes);
        return new(bytes);
    }

    private Guid Version7()
    {
        var bytes = NewGuid().ToByteArray(bigEndian: true);
        BinaryPrimitives.WriteInt64BigEndian(bytes, _clock.RealNow.ToUnixTimeMilliseconds() << 16 | 0x7000 | (long)_random.Next(0x1000));
        bytes[8] = (byte)(bytes[8] & 0x3f | 0x80);
        return new(bytes, bigEndian: true);
    }
}
