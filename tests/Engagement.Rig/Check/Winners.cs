using Engagement.Contracts;
using Engagement.Rig.History;

namespace Engagement.Rig.Check;

/// <summary>Who won what of one bouquet: every person once, every rose once, no more than there is.</summary>
internal static class Winners
{
    public static IEnumerable<(string Why, Operation[] Around)> Wrong(Operation birth, Operation[] operations)
    {
        var claims = operations.Where(operation => operation.Call.Kind == OperationKind.ClaimShare).ToArray();
        var won = claims.Where(claim => claim.IsDone).ToArray();
        foreach (var twice in won.GroupBy(claim => claim.Call.By).Where(group => group.Count() > 1))
        {
            yield return ($"{twice.Key} has {twice.Count()} shares: one a person", [.. twice]);
        }

        foreach (var twice in won.SelectMany(claim => (claim.Answer.Won ?? []).Select(rose => (Rose: rose, Claim: claim))).GroupBy(pair => pair.Rose).Where(group => group.Count() > 1))
        {
            yield return ($"rose {twice.Key} was won {twice.Count()} times", [.. twice.Select(pair => pair.Claim)]);
        }

        if (won.Sum(claim => claim.Answer.Won?.Length ?? 0) > birth.Call.Roses)
        {
            yield return ($"it handed out {won.Sum(claim => claim.Answer.Won?.Length ?? 0)} roses of {birth.Call.Roses}", [birth, .. won.TakeLast(8)]);
        }

        foreach (var refusal in claims.Where(claim => claim.Outcome == nameof(Outcome.AlreadyInBouquet)))
        {
            if (!claims.Any(claim => claim.Call.By == refusal.Call.By && claim.Call.Command != refusal.Call.Command && (claim.IsDone || claim.IsUnknown) && claim.CalledAt < refusal.ReturnedAt))
            {
                yield return ($"{refusal.Call.By} was told to have a share already, and never took one", [refusal]);
            }
        }
    }
}
