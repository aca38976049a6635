namespace Engagement.WeChat.Emulator.Personas;

/// <summary>The personas seen so far. Beyond <see cref="Capacity"/>
/// new ones still sign in; they are only not remembered, which costs them nothing but the picker's row.</summary>
internal sealed class PersonaBook
{
    /// <summary>Most personas remembered, so that a load test can not fill the memory.</summary>
    public const int Capacity = 1000;

    private readonly Lock gate = new();
    private readonly List<string> order = [];
    private readonly Dictionary<string, Persona> known = new(StringComparer.Ordinal);

    public PersonaBook(IEnumerable<string> seeds)
    {
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
    public IReadOnlyList<Persona> All
    {
        get
        {
            lock (gate)
            {
                return [.. order.Select(name => known[name])];
            }
        }
    }

    /// <summary>The persona of that name, created if new. The name must satisfy <see cref="Persona.IsName"/>.</summary>
    public Persona Meet(string name)
    {
        lock (gate)
        {
            return known.TryGetValue(name, out var persona) ? persona : Remember(new Persona(name)) ?? new Persona(name);
        }
    }

    /// <summary>Creates or changes the persona; null if the book is full.</summary>
    public Persona? Change(string name, bool snapshot)
    {
        lock (gate)
        {
            return Remember(new Persona(name, snapshot));
        }
    }

    private Persona? Remember(Persona persona)
    {
        if (!known.ContainsKey(persona.Name))
        {
            if (known.Count >= Capacity)
            {
                return null;
            }

            order.Add(persona.Name);
        }

        return known[persona.Name] = persona;
    }
}
