using System.Globalization;
using Engagement.Grains.Roses;

namespace Engagement.Grains.Recounting;

/// <summary>A rose's chain: numbers without gaps, every giver the previous taker, and the guards as each hop remembers them.</summary>
internal static class HopList
{
    /// <summary>What is wrong with the chain. Older hops must be in place.</summary>
    public static IEnumerable<Difference> Check(RoseState rose, Guards guards)
    {
        var key = RoseEffects.Hops(rose.Id);
        var hops = rose.AllHops;
        if (hops.Count != rose.Hops)
        {
            yield return new("hop", key, "", $"{hops.Count} hops", $"{rose.Hops}");
        }

        var holder = rose.Sender;
        for (var i = 0; i < hops.Count; i++)
        {
            var (hop, number) = (hops[i], (i + 1).ToString(CultureInfo.InvariantCulture));
            if (hop.Number != i + 1)
            {
                yield return new("hop", key, number, $"number {hop.Number}", number);
            }

            if (hop.From != holder && rose.Bouquet.IsNone | i > 0)
            {
                yield return new("hop", key, number, $"from {hop.From}", $"from {holder}");
            }

            var stands = rose.Status != RoseStatus.Voided || hop.Number <= rose.Hops - rose.Negated;
            var owns = guards.OwnerOf(hop.PairGuard, hop.PairMember) == Members.Text(hop.Owner(rose.Id));
            if (hop.Counted != Counted.Unknown && owns != (stands && hop.Counted == Counted.Yes))
            {
                yield return new("guard", hop.PairGuard, $"{hop.From}>{hop.To}", owns ? $"{rose.Id}#{hop.Number}" : "another or none",
                    $"{rose.Id}#{hop.Number} {(stands ? hop.Counted == Counted.Yes ? "counted" : "not counted" : "voided")}");
            }

            holder = hop.To;
        }
    }
}
