using System.Diagnostics.Metrics;
using Engagement.Contracts;

namespace Engagement.Web.Sight;

/// <summary>Counts what people's commands came to: gifts, claims, and refusals by their reason.</summary>
internal static class CommandMeter
{
    /// <summary>Name of the meter.</summary>
    public const string Name = "Engagement.Web";

    private const string Suffix = "Receipt";

    private static readonly Meter Meter = new(Name);

    private static readonly Counter<long> Commands = Meter.CreateCounter<long>("engagement.commands", "{command}", "Commands of people by kind and outcome; Unknown when the store did not answer in time.");

    /// <summary>A command was answered. Reads have no receipt and are not counted.</summary>
    /// <param name="grain">What was asked, for receipts that only tell an outcome.</param>
    /// <param name="receipt">The answer.</param>
    public static void Count<T>(string grain, T receipt)
    {
        if (Commands.Enabled && Of<T>.Outcome is { } outcome && receipt is not null)
        {
            Add(Of<T>.Kind ?? grain.ToLowerInvariant(), outcome(receipt).ToString());
        }
    }

    /// <summary>Nobody knows what became of it.</summary>
    public static void Lost<T>(string grain)
    {
        if (Of<T>.Outcome is not null)
        {
            Add(Of<T>.Kind ?? grain.ToLowerInvariant(), "Unknown");
        }
    }

    private static void Add(string kind, string outcome) =>
        Commands.Add(1, new KeyValuePair<string, object?>("kind", kind), new KeyValuePair<string, object?>("outcome", outcome));

    private static class Of<T>
    {
        public static readonly Func<T, Outcome>? Outcome = typeof(T).Name.EndsWith(Suffix, StringComparison.Ordinal)
            && typeof(T).GetProperty(nameof(Outcome)) is { } property && property.PropertyType == typeof(Outcome)
            ? receipt => (Outcome)property.GetValue(receipt)! : null;

        // "send", "claim", "signup" ...; null for the plain receipt.
        public static readonly string? Kind = typeof(T).Name[..Math.Max(0, typeof(T).Name.Length - Suffix.Length)].ToLowerInvariant() is { Length: > 0 } kind ? kind : null;
    }
}
