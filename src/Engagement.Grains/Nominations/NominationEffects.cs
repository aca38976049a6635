using System.Globalization;
using System.Text;
using Engagement.Contracts;

namespace Engagement.Grains.Nominations;

/// <summary>Names of public thanks outside their records, and the message that carries them.</summary>
internal static class NominationEffects
{
    /// <summary>From a code to its courier, in alphabetical order.</summary>
    public const string Codes = "thanks-codes";

    /// <summary>A code and its courier, found by the code alone.</summary>
    public static byte[] Member(string code, ParticipantId courier) => Encoding.ASCII.GetBytes($"{code} {courier}");

    /// <summary>A person to a courier: these ready-made words.</summary>
    public static string Thank(ParticipantId courier, ParticipantId by, string reason, string preset, long at) =>
        string.Create(CultureInfo.InvariantCulture, $"thank:{courier}:{by}:{reason}:{preset}:{at}");
}
