using Engagement.Contracts;
using Engagement.Grains.Roses;
using Engagement.Grains.Storage;

namespace Engagement.Grains.Participants;

/// <summary>What is known of operators before a turn; advisory, as every check across records (ledger.md 16).</summary>
/// <param name="Now">Everybody who is an operator.</param>
/// <param name="ByConfiguration">This person is one by configuration, which no operator changes.</param>
internal readonly record struct OperatorFacts(IReadOnlySet<ParticipantId> Now, bool ByConfiguration);

internal static partial class ParticipantRules
{
    /// <summary>Field of a Done receipt that waits for a second operator, and of a Forbidden one that lacks one.</summary>
    public const string Second = "second";

    /// <summary>Gives or takes back a role. What holds already changes nothing and is not audited again.</summary>
    public static Receipt Appoint(
        ParticipantState person, CommandId command, ParticipantId by, RoleGrant role, bool holds, string reason, OperatorFacts operators, Moment moment)
    {
        var content = Content.Of("appoint", role.Role.ToString(), role.Scope, holds ? "1" : "0", by.ToString());
        if (Refusal(person, command, content, moment) is { } early)
        {
            return new(early.Outcome, early is { Outcome: Outcome.Done, Value: 1 } ? Second : null);
        }

        if (holds && person.Roles is { Count: >= ParticipantState.RolesKept } full && !full.Contains(role))
        {
            return new(Outcome.Invalid, "role");
        }

        var has = person.Roles?.Contains(role) == true || role.Role == Role.Operator && person.Operator;
        var receipt = role.Role == Role.Operator && (has != holds || operators.ByConfiguration) ? Agree(person, by, holds, reason, operators, moment) : new(Outcome.Done);
        if (receipt.Outcome != Outcome.Done)
        {
            return receipt;
        }

        if (receipt.Field is null && has != holds)
        {
            person.Staff(() => Hold(person, role, holds));
            person.Follow(Audit(holds ? "role.give" : "role.take", person, role, by, reason, moment));
        }

        person.Commands.Keep(command, content, receipt.Field is null ? 0 : 1, moment.Real);
        person.Touch();
        return receipt;
    }

    /// <summary>A proposal about operators is put aside.</summary>
    public static Outcome Decline(ParticipantState person, CommandId command, ParticipantId by, string reason, Moment moment)
    {
        var content = Content.Of("decline", by.ToString());
        if (Refusal(person, command, content, moment) is { } early)
        {
            return early.Outcome;
        }

        if (person.Proposed is { } proposed)
        {
            person.Staff(() => person.Proposed = null);
            person.Follow(Audit("role.decline", person, new(Role.Operator), by, reason.Length > 0 ? reason : proposed.Reason, moment));
        }

        person.Commands.Keep(command, content, 0, moment.Real);
        person.Touch();
        return Outcome.Done;
    }

    // Who becomes an operator, or is one no more, two operators decide as soon as there are two who could (OP-01, decision 15).
    private static Receipt Agree(ParticipantState person, ParticipantId by, bool holds, string reason, OperatorFacts operators, Moment moment)
    {
        if (operators.ByConfiguration)
        {
            return new(Outcome.Forbidden, "configuration");
        }

        if (operators.Now.Count > 0 && !operators.Now.Contains(by))
        {
            return new(Outcome.Forbidden, "by");
        }

        var others = operators.Now.Count(id => id != person.Id);
        if (!holds && others == 0)
        {
            return new(Outcome.Forbidden, "last");
        }

        if (others == 0 || holds && others == 1 || !holds && by == person.Id)
        {
            return new(Outcome.Done); // nobody else could agree; or somebody lays it down, which needs nobody
        }

        if (others == 1)
        {
            return new(Outcome.Forbidden, Second); // else one of two could make themselves the only one
        }

        var agreed = person.Proposed is { } proposed && proposed.Holds == holds && proposed.By != by && operators.Now.Contains(proposed.By)
            && moment.Milliseconds - proposed.At < (long)RoleProposal.Lifetime.TotalMilliseconds;
        if (!agreed && !(person.Proposed is { } same && same.By == by && same.Holds == holds && moment.Milliseconds - same.At < (long)RoleProposal.Lifetime.TotalMilliseconds))
        {
            person.Staff(() => person.Proposed = new(holds, by, moment.Milliseconds, reason));
            person.Follow(Audit(holds ? "role.propose" : "role.propose-taking", person, new(Role.Operator), by, reason, moment));
        }

        return new(Outcome.Done, agreed ? null : Second);
    }

    private static void Hold(ParticipantState person, RoleGrant role, bool holds)
    {
        if (holds)
        {
            (person.Roles ??= []).Add(role);
        }
        else
        {
            person.Roles?.Remove(role);
        }

        if (role.Role == Role.Operator)
        {
            (person.Operator, person.Proposed) = (holds && person.Operator, null);
        }
    }

    private static Append Audit(string act, ParticipantState person, RoleGrant role, ParticipantId by, string reason, Moment moment) =>
        new("audit", AuditEntry.Of(moment.Now, act, $"{person.Id}:{role.Role}:{role.Scope}", by, reason));
}
