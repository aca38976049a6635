using Engagement.WeChat.Emulator.Accounts;
using Engagement.WeChat.Emulator.State;

namespace Engagement.WeChat.Emulator.Personas;

/// <summary>The personas seen so far. Beyond <see cref="Capacity"/> new ones still sign in; they are only not remembered,
/// which costs them the picker's row, and messages to them are sent to an openid that nobody knows.</summary>
internal sealed class PersonaBook
{
    /// <summary>Most personas remembered, so that a load test can not fill the memory.</summary>
    public const int Capacity = 10_000;

    private readonly EmulatorStore store;
    private readonly AccountBook accounts;
    private readonly Dictionary<string, int> known = new(StringComparer.Ordinal); // name -> place in the state's list
    private readonly Dictionary<(string AppId, string OpenId), string> openIds = [];

    /// <exception cref="ArgumentException">A seed can not be a name.</exception>
    public PersonaBook(EmulatorStore store, AccountBook accounts, IEnumerable<string> seeds)
    {
        (this.store, this.accounts) = (store, accounts);
        store.Change(state =>
        {
            for (var place = 0; place < state.Personas.Count; place++)
            {
                Index(state.Personas[place], place);
            }
        });
        foreach (var name in seeds)
        {
            if (!Persona.IsName(name))
            {
                throw new ArgumentException($"名字须为 1 至 {Persona.LongestName} 个可见字符：{name}", nameof(seeds));
            }

            Meet(name);
        }
    }

    /// <summary>All that are remembered, in the order of their first appearance.</summary>
    public IReadOnlyList<Persona> All => store.Read(state => state.Personas.ToArray());

    /// <summary>The persona of that name, created if new. The name must satisfy <see cref="Persona.IsName"/>.</summary>
    public Persona Meet(string name)
    {
        var found = store.Read(state => known.TryGetValue(name, out var place) ? state.Personas[place] : null);
        return found ?? store.Change(state => known.TryGetValue(name, out var place)
            ? state.Personas[place]
            : Remember(state, new(name)) ?? new Persona(name));
    }

    /// <summary>The remembered persona of that name, or null.</summary>
    public Persona? Find(string? name) =>
        name is null ? null : store.Read(state => known.TryGetValue(name, out var place) ? state.Personas[place] : null);

    /// <summary>Whose openid in that account it is; null for nobody's, and for a snapshot visitor's, who is nobody.</summary>
    public Persona? ByOpenId(Account account, string? openId) => openId is null ? null : store.Read(state =>
        openIds.TryGetValue((account.AppId, openId), out var name) ? state.Personas[known[name]] : null);

    /// <summary>Creates or changes the persona; null if the book is full.</summary>
    public Persona? Change(string name, bool snapshot) => store.Change(state => Remember(state, new(name, snapshot)));

    private Persona? Remember(EmulatorState state, Persona persona)
    {
        if (known.TryGetValue(persona.Name, out var place))
        {
            return state.Personas[place] = persona;
        }

        if (known.Count >= Capacity)
        {
            return null;
        }

        state.Personas.Add(persona);
        Index(persona, state.Personas.Count - 1);
        return persona;
    }

    private void Index(Persona persona, int place)
    {
        known[persona.Name] = place;
        var real = persona with { Snapshot = false };
        foreach (var account in new[] { accounts.Service, accounts.MiniProgram })
        {
            openIds[(account.AppId, real.OpenId(account.AppId))] = persona.Name;
        }
    }
}
