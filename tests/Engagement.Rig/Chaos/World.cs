using System.Collections.Concurrent;
using Engagement.Rig.City;

namespace Engagement.Rig.Chaos;

/// <summary>A link that may be taken, as a client knows it.</summary>
internal sealed record OpenOffer(string Rose, string Secret, Person Giver);

/// <summary>A rose in somebody's hands, as a client knows it.</summary>
internal sealed record InHand(string Rose, Person Holder);

/// <summary>What the clients of a round know together. Others may be faster: that is what the round is about.</summary>
internal sealed class World(Person[] people, Person organiser)
{
    private readonly Lock _gate = new();
    private readonly List<OpenOffer> _offers = [];
    private readonly List<InHand> _held = [];

    public Person[] People => people;

    /// <summary>Who has a budget for bouquets.</summary>
    public Person Organiser => organiser;

    /// <summary>Roses and bouquets that anybody saw in this round.</summary>
    public ConcurrentDictionary<string, byte> Roses { get; } = [];

    public ConcurrentDictionary<string, string> Bouquets { get; } = [];

    public Person Anybody() => people[Random.Shared.Next(people.Length)];

    public void Offered(string rose, string secret, Person giver)
    {
        Roses.TryAdd(rose, 0);
        Change(() => _offers.Add(new(rose, secret, giver)));
    }

    public void Over(OpenOffer offer) => Change(() => _offers.Remove(offer));

    public void Took(string rose, Person holder)
    {
        Roses.TryAdd(rose, 0);
        Change(() => _held.Add(new(rose, holder)));
    }

    public OpenOffer? AnOffer()
    {
        lock (_gate)
        {
            return _offers.Count == 0 ? null : _offers[Random.Shared.Next(_offers.Count)];
        }
    }

    public InHand? TakeInHand()
    {
        lock (_gate)
        {
            if (_held.Count == 0)
            {
                return null;
            }

            var at = Random.Shared.Next(_held.Count);
            var held = _held[at];
            _held.RemoveAt(at);
            return held;
        }
    }

    private void Change(Action act)
    {
        lock (_gate)
        {
            act();
        }
    }
}
