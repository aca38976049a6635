using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Control;
using Engagement.Grains.Participants;
using Engagement.Grains.Roses;
using Engagement.Grains.Storage;
using Engagement.Rig.Check;
using Engagement.Rig.History;
using Engagement.Rig.Simulate.Model;
using Microsoft.Extensions.Options;

namespace Engagement.Rig.Simulate;

/// <summary>
/// One simulated morning: a few people, one or two processes, a store that fails as the seed says. Everything, the order
/// of continuations included, follows from the seed.
/// </summary>
internal sealed class Schedule
{
    /// <summary>Calls under way at most when nothing fails: patient people wait for an answer.</summary>
    private const int AtOnce = 12;

    private readonly Random _random;
    private readonly Pump _pump = new();
    private readonly SimulatedClock _clock = new();
    private readonly MemoryStore _store;
    private readonly SimulatedSilo[] _silos;
    private readonly GrainCalls[] _grains;
    private readonly Clients _clients;
    private readonly ClientLog _log;
    private readonly RoseOptions _options = new() { PerDay = 3, ReceiptsPerDay = 2 };
    private readonly int _steps;
    private readonly bool _calm;
    private readonly HashSet<string> _seenEntries = [];
    private readonly List<string> _trace = [];
    private readonly List<string> _faults = [];

    private Schedule(int seed, MemoryStore store, int? steps, bool calm)
    {
        _random = new(seed);
        _calm = calm;
        _store = store;
        _log = new(_clock);
        var settings = new CampaignSettings(_clock, Options.Create(new CampaignOptions()), Options.Create(_options), new NoSwitches());
        _silos = [.. Enumerable.Range(0, calm || _random.Next(2) == 0 ? 1 : 2).Select(_ => new SimulatedSilo(_store, settings))];
        _grains = [.. _silos.Select(silo => new GrainCalls(silo, _options))];
        _clients = new(_random, _clock, _random.Next(2, 5));
        var planned = _random.Next(20, 70);
        _steps = Math.Min(steps ?? planned, calm ? int.MaxValue : planned);
    }

    /// <summary>Plays a seed.</summary>
    /// <param name="seed">What happens.</param>
    /// <param name="without">A protection that is taken away.</param>
    /// <param name="steps">Only the first steps; null for all. Of a calm one, how many.</param>
    /// <param name="calm">Nothing fails; what is asked is only slow.</param>
    /// <param name="store">Where it happens; a new one without <paramref name="without"/> when not given.</param>
    public static ScheduleResult Play(int seed, Mutation without = Mutation.None, int? steps = null, bool calm = false, MemoryStore? store = null)
    {
        var before = SynchronizationContext.Current;
        var schedule = new Schedule(seed, store ?? new(without), steps, calm);
        SynchronizationContext.SetSynchronizationContext(schedule._pump);
        try
        {
            return schedule.Play(seed);
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(before);
        }
    }

    private ScheduleResult Play(int seed)
    {
        foreach (var person in _clients.People)
        {
            var state = new ParticipantState { Id = person, Since = 1, Units = new("440703", null, null, "co") };
            _store.Apply(_silos[0].Storage.Layout(Runtime.Cell.Record(ParticipantState.Kind, person.ToString()), null, Runtime.Format.Write(state, null), [.. state.Derived()]));
        }

        for (var step = 0; step < _steps; step++)
        {
            Step(_random.Next(100));
            _pump.Drain();
        }

        Heal();
        new LooksAtRest(_store, _clock, _options, _log).Look(_clients);
        var history = new RecordedHistory(new() { PerDay = _options.PerDay, OfferHours = _options.OfferHours, ClockSlack = 0 }, [.. _log.Operations.Where(IsPromised)]);
        List<string> wrong =
        [
            .. _faults,
            .. _clients.Commands.Where(command => !command.IsSettled && !command.IsForsaken).Select(command => $"never answered: {command.Kind} {command.Id}"),
            .. MemoryRecount.Run(_store, _clock.UtcNow, _options).Select(difference => "recount: " + difference),
            .. HistoryCheck.Run(history).Findings.Select(finding => "history: " + finding),
        ];
        return new(seed, _steps, wrong, _trace, history);
    }

    // Of two activations of one grain one may be behind: what it refuses may be old news. What it says yes to is committed.
    private bool IsPromised(Operation operation) => _silos.Length == 1 || operation.IsDone || operation.IsUnknown;

    private void Step(int dice)
    {
        var silo = _random.Next(_silos.Length);
        switch (dice)
        {
            case < 34 when !_calm || _clients.Commands.Sum(one => one.Open.Count) < AtOnce:
                var command = _clients.Next();
                Call(command, silo);
                break;
            case < 80:
                Answer(silo);
                break;
            case < 86 when _clients.Unsettled() is { } again:
                Call(again, silo);
                break;
            case < 92:
                Sweep(silo);
                break;
            case < 94:
                var hours = _random.Next(3) == 0 ? 25 : _random.Next(1, 5);
                _clock.Jump(TimeSpan.FromHours(hours));
                Trace($"the clock jumps {hours} h");
                break;
            case < 96 when !_calm:
                Crash(silo);
                break;
            case < 98 when !_calm && _clients.Commands.LastOrDefault(one => one.Open.Count > 0) is { } open:
                open.Open.RemoveAt(0);
                Trace($"nobody waits for {open.Id} any more");
                break;
            default:
                if (_silos[silo].Port.Adrift.Count > 0)
                {
                    Trace($"a lost change arrives at last through silo {silo}");
                    _silos[silo].Port.Arrive(_random.Next(_silos[silo].Port.Adrift.Count), applied: true);
                }

                break;
        }
    }

    private void Call(SimulatedCommand command, int silo)
    {
        var call = new OpenCall(_log.Call(command.Call), silo);
        command.Open.Add(call);
        Trace($"silo {silo}: {command.Call.Kind} {command.Id} by {command.By}, call {call.Operation}");
        _ = Run(command, call, silo);
    }

    private async Task Run(SimulatedCommand command, OpenCall call, int silo)
    {
        var life = _silos[silo].Life;
        var (outcome, answer) = (Operation.Unknown, new OperationAnswer());
        try
        {
            (outcome, answer) = await _grains[silo].Run(command);
        }
        catch (Exception e) when (e is LedgerException or LedgerBusyException or TimeoutException)
        {
        }
        catch (Exception e)
        {
            _faults.Add($"{command.Kind} {command.Id} threw {e}");
        }

        if (life != _silos[silo].Life || !command.Open.Remove(call))
        {
            return; // nobody listens
        }

        Trace($"call {call.Operation}: {outcome}");
        _log.Return(call.Operation, outcome, answer);
        if (outcome is not (Operation.Unknown or nameof(Outcome.Busy)))
        {
            command.IsSettled = true;
            _clients.Learn(command, outcome, answer);
        }
    }

    private void Answer(int silo)
    {
        var port = _silos[silo].Port;
        if (port.Count == 0)
        {
            return;
        }

        var n = _random.Next(port.Count);
        switch (_calm ? 99 : _random.Next(100))
        {
            case < 9:
                Trace($"silo {silo}: carried out, the answer is lost");
                port.Fail(n, applied: true);
                break;
            case < 18:
                Trace($"silo {silo}: times out on its way");
                port.Fail(n, applied: false);
                break;
            case < 24:
                Trace($"silo {silo}: carried out, and a copy stays on its way");
                port.Duplicate(n);
                break;
            default:
                port.Deliver(n);
                break;
        }
    }

    private void Sweep(int silo)
    {
        var fresh = Due().Where(_seenEntries.Add).ToArray();

        // A sweeper that was away for hours still holds entries that are long done.
        foreach (var entry in _calm ? fresh : [.. _seenEntries.Where(_ => _random.Next(2) == 0)])
        {
            Trace($"silo {silo}: sweeps {entry}");
            _ = Due(silo, entry);
        }
    }

    private async Task Due(int silo, string entry)
    {
        try
        {
            await _grains[silo].Due(entry);
        }
        catch (Exception e) when (e is LedgerException or LedgerBusyException or TimeoutException)
        {
        }
        catch (Exception e)
        {
            _faults.Add($"{entry} threw {e}");
        }
    }

    private void Crash(int silo)
    {
        Trace($"silo {silo} crashes");
        _silos[silo].Crash();
        foreach (var command in _clients.Commands)
        {
            command.Open.RemoveAll(call => call.Silo == silo);
        }
    }

    // Faults end: what is adrift arrives or is gone, processes are new, clients ask until they know, the agenda runs empty.
    private void Heal()
    {
        Trace("faults end");
        for (var silo = 0; silo < _silos.Length; silo++)
        {
            Crash(silo);
            while (_silos[silo].Port.Adrift.Count > 0)
            {
                _silos[silo].Port.Arrive(0, applied: _random.Next(2) == 0);
            }
        }

        foreach (var command in _clients.Commands.Where(command => !command.IsSettled).ToArray())
        {
            command.IsForsaken = _random.Next(4) == 0;
            for (var tries = 0; tries < 4 && !command.IsSettled && !command.IsForsaken; tries++)
            {
                Call(command, 0);
                Settle();
            }
        }

        for (var rounds = 0; rounds < 8 && Due().Length > 0; rounds++)
        {
            foreach (var entry in Due())
            {
                _ = Due(0, entry);
                Settle();
            }
        }

        _faults.AddRange(Due().Select(entry => $"left in the agenda: {entry}"));
    }

    private void Settle()
    {
        _pump.Drain();
        while (_silos[0].Port.Count > 0)
        {
            _silos[0].Port.Deliver(0);
            _pump.Drain();
        }
    }

    private string[] Due() => [.. _store.Sets.GetValueOrDefault(Runtime.Cell.Key(RoseEffects.Agenda).ToString(), [])
        .Where(entry => entry.Value <= _clock.UtcNow.ToUnixTimeMilliseconds() && !entry.Key.StartsWith("void:", StringComparison.Ordinal)).Select(entry => entry.Key)];

    private void Trace(string what) => _trace.Add($"{_clock.UtcNow:dd HH:mm:ss.fff} {what}");
}

/// <summary>What became of a schedule.</summary>
/// <param name="Seed">Plays it again.</param>
/// <param name="Steps">How many steps it had.</param>
/// <param name="Wrong">What is wrong afterwards; empty when nothing is.</param>
/// <param name="Trace">What happened, in order.</param>
/// <param name="History">What its clients saw.</param>
internal sealed record ScheduleResult(int Seed, int Steps, IReadOnlyList<string> Wrong, IReadOnlyList<string> Trace, RecordedHistory History);
