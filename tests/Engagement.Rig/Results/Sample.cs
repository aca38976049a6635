using System.Text.Json.Serialization;

namespace Engagement.Rig.Results;

/// <summary>What one round found about one row (a peer, a fault, a size): a line of the results file.</summary>
/// <param name="Command">The Rig's command.</param>
/// <param name="Parameters">What makes two runs comparable; not how many rounds.</param>
/// <param name="Round">From 1.</param>
/// <param name="Row">What was measured.</param>
/// <param name="Figures">Named figures; the name says the unit.</param>
/// <param name="Notes">What a reader must know, such as a failed check.</param>
/// <param name="Machine">Where.</param>
/// <param name="At">When.</param>
internal sealed record Sample(
    string Command, SortedDictionary<string, string> Parameters, int Round, string Row, Dictionary<string, double> Figures, string[] Notes, Machine Machine, DateTimeOffset At)
{
    /// <summary>Same command, same parameters: samples of one result.</summary>
    [JsonIgnore]
    public string Key => Command + " " + string.Join(' ', Parameters.Select(pair => $"--{pair.Key} {pair.Value}"));
}
