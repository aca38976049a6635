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
