namespace Engagement.Contracts;

/// <summary>Carries out what is due in the campaign's agenda. Key: the campaign's id.</summary>
[Alias("eng.sweeper")]
public interface ISweeperGrain : IGrainWithStringKey
{
    /// <summary>Starts the timer and the reminder if they are not running. Safe to repeat.</summary>
    [Alias("Wake")] Task Wake();

    /// <summary>Carries out everything that is due now and returns how many entries were done.</summary>
    [Alias("Sweep"), ResponseTimeout("00:01:00")] Task<int> Sweep();
}
