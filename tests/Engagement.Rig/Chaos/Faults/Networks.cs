namespace Engagement.Rig.Chaos.Faults;

/// <summary>Links that are cut, both ways or one way.</summary>
internal static class Networks
{
    public static async Task CutStore(Stage stage)
    {
        var silo = stage.AnySilo();
        await Network.Cut(silo.Number, Network.Hub, stage.City.Cell.Port);
        stage.Notes.Add($"silo{silo.Number} cut off from redis");
        await Heal(stage, silo, 1);
    }

    public static async Task CutSilos(Stage stage)
    {
        var silo = stage.AnySilo();
        await CutOff(stage, silo, sending: true);
        stage.Notes.Add($"silo{silo.Number} cut off from the other silos, not from redis");
        await Heal(stage, silo, 1.5);
    }

    /// <summary>It hears the others, and they don't hear it.</summary>
    public static async Task CutOneWay(Stage stage)
    {
        var silo = stage.AnySilo();
        await CutOff(stage, silo, sending: true, receiving: false);
        stage.Notes.Add($"nothing that silo{silo.Number} sends reaches the other silos");
        await Heal(stage, silo, 1.5);
    }

    /// <summary>What goes between one silo and redis takes its time, each way, and sometimes very long.</summary>
    public static async Task Slow(Stage stage)
    {
        var (silo, random) = (stage.AnySilo(), new Random(stage.Random.Next()));
        TimeSpan Delay()
        {
            lock (random)
            {
                return TimeSpan.FromMilliseconds(random.Next(100) == 0 ? 1_500 : random.Next(20, 80));
            }
        }

        await using (var link = new SlowLink(Network.Hub, stage.City.Cell.Port, Delay))
        {
            await Network.Detour(silo.Number, stage.City.Cell.Port, link.Port, "slow");
            stage.Notes.Add($"20 to 80 ms each way, one piece of a hundred 1.5 s, between silo{silo.Number} and redis");
            await stage.Wait(1);
            await Network.Heal(silo.Number, "slow");
        }

        await stage.Healed();
    }

    /// <summary>Every link is cut, one after another, until nobody reaches anybody; then they are healed in another order.</summary>
    public static async Task Swizzle(Stage stage)
    {
        var silos = stage.City.Silos;
        var links = silos.SelectMany((silo, i) => new (int Silo, string To, int? Port)[]
        {
            (silo.Number, Network.Hub, stage.City.Cell.Port), (silo.Number, Network.Hub, stage.City.Control.Port),
        }.Concat(silos.Skip(i + 1).Select(other => (silo.Number, other.Address, (int?)null)))).ToArray();
        foreach (var order in new[] { true, false })
        {
            var numbers = Enumerable.Range(0, links.Length).ToArray();
            stage.Random.Shuffle(numbers);
            foreach (var number in numbers)
            {
                var (silo, to, port) = links[number];
                var name = FormattableString.Invariant($"link{number}");
                await (order ? Network.Cut(silo, to, port, name: name) : Network.Heal(silo, name));
                await stage.Wait(0.1);
            }
        }

        stage.Notes.Add($"{links.Length} links cut one by one and healed in another order");
        await Task.Delay(TimeSpan.FromSeconds(6)); // who was declared dead reads it in the table
        await stage.Healed();
    }

    // One rule set a silo, so the others are cut from their side.
    private static async Task CutOff(Stage stage, Silo silo, bool sending, bool receiving = true)
    {
        foreach (var other in stage.City.Silos.Where(other => other != silo))
        {
            await Network.Cut(other.Number, silo.Address, null, sending: receiving, receiving: sending);
        }
    }

    private static async Task Heal(Stage stage, Silo cut, double share)
    {
        await stage.Wait(share);
        foreach (var silo in stage.City.Silos)
        {
            await Network.Heal(silo.Number);
        }

        // Declared dead meanwhile, it reads so in the membership table within 5 s and ends itself.
        for (var wait = 0; wait < 100 && stage.City.Silos.All(silo => silo.IsRunning); wait++)
        {
            await Task.Delay(100);
        }

        await stage.Healed();
        stage.Notes.Add($"healed, silo{cut.Number} is back");
    }
}
