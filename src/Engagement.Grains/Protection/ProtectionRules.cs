using Engagement.Contracts;
using Engagement.Grains.Acts;
using Engagement.Grains.Notices;
using Engagement.Grains.Roses;
using Engagement.Grains.Storage;

namespace Engagement.Grains.Protection;

/// <summary>The rules of a good-deed letter: pure and synchronous.</summary>
internal static class ProtectionRules
{
    /// <summary>Whether an act that is at E2 still needs a letter.</summary>
    public static bool Wants(ProtectionState letter) => letter.Status is ProtectionStatus.None or ProtectionStatus.Revoked && !letter.Forgotten;

    /// <summary>The act's level passed E2: the letter is issued or revoked, and the message taken.</summary>
    /// <param name="letter">The letter.</param>
    /// <param name="act">The act as it is now.</param>
    /// <param name="signed">What was signed; null where no letter is to be issued.</param>
    /// <param name="message">The act's message.</param>
    /// <param name="now">This instant.</param>
    public static void Look(ProtectionState letter, CivicActState act, byte[]? signed, string message, DateTimeOffset now)
    {
        var before = letter.Derived().ToArray();
        if (act.Level >= EvidenceLevel.E2 && signed is not null && Wants(letter))
        {
            (letter.Act, letter.Courier, letter.Company, letter.Signed) = (act.Id, act.Courier, act.Company, signed);
            (letter.IssuedAt, letter.Status) = (now.ToUnixTimeMilliseconds(), ProtectionStatus.Issued);
            (letter.Refusal, letter.AnsweredAt) = (ProtectionRefusal.None, 0);
            Audit(letter, "protection.issue", default, "", now);
        }
        else if (act.Level < EvidenceLevel.E2 && letter.Status is ProtectionStatus.Issued or ProtectionStatus.Honoured or ProtectionStatus.Refused)
        {
            letter.Status = ProtectionStatus.Revoked;
            Audit(letter, "protection.revoke", default, "", now);
        }

        letter.Follow([.. ActEffects.Between(before, [.. letter.Derived()]), new Take(RoseEffects.Agenda, message)]);
    }

    /// <summary>The company's answer.</summary>
    /// <param name="letter">The letter.</param>
    /// <param name="command">Idempotency key.</param>
    /// <param name="company">Whose answer it is.</param>
    /// <param name="by">The steward; default for the company's system.</param>
    /// <param name="refusal">Why not; None honours it.</param>
    /// <param name="now">The campaign's time.</param>
    /// <param name="real">The callers' time.</param>
    /// <param name="frozen">The company is frozen.</param>
    /// <param name="wake">When the courier's notices are to be looked at; 0 when nobody could tell them.</param>
    public static Outcome Answer(ProtectionState letter, CommandId command, string company, ParticipantId by, ProtectionRefusal refusal, DateTimeOffset now, DateTimeOffset real, bool frozen = false, long wake = 0) =>
        Once(letter, command, Content.Of("answer", company, refusal.ToString()), real, () =>
        {
            if (letter.Company != company)
            {
                return Outcome.NotFound;
            }

            if (letter.Status is ProtectionStatus.Withdrawn or ProtectionStatus.Revoked)
            {
                return letter.Status == ProtectionStatus.Withdrawn ? Outcome.Withdrawn : Outcome.Voided;
            }

            if (letter.Status == ProtectionStatus.Honoured || letter.Status == ProtectionStatus.Refused && refusal != ProtectionRefusal.None)
            {
                return Outcome.AlreadyDecided;
            }

            if (frozen)
            {
                return Outcome.SwitchedOff;
            }

            (letter.Status, letter.Refusal) = (refusal == ProtectionRefusal.None ? ProtectionStatus.Honoured : ProtectionStatus.Refused, refusal);
            letter.AnsweredAt = now.ToUnixTimeMilliseconds();
            letter.Follow([.. NoticeEffects.Wake(letter.Courier, wake)]);
            Audit(letter, letter.Status == ProtectionStatus.Honoured ? "protection.honour" : "protection.refuse", by, $"{company} {refusal}", now);
            return Outcome.Done;
        });

    /// <summary>The courier takes it back.</summary>
    public static Outcome Withdraw(ProtectionState letter, CommandId command, ParticipantId by, DateTimeOffset now, DateTimeOffset real) =>
        letter.Courier != by ? Outcome.NotFound : Once(letter, command, Content.Of("withdraw"), real, () =>
        {
            if (letter.Status != ProtectionStatus.Issued)
            {
                return letter.Status == ProtectionStatus.Withdrawn ? Outcome.Done : letter.Status == ProtectionStatus.Revoked ? Outcome.Voided : Outcome.AlreadyDecided;
            }

            letter.Status = ProtectionStatus.Withdrawn;
            Audit(letter, "protection.withdraw", by, "", now);
            return Outcome.Done;
        });

    /// <summary>The account was closed.</summary>
    public static void Forget(ProtectionState letter)
    {
        if (letter.Forgotten)
        {
            return;
        }

        var before = letter.Derived().ToArray();
        (letter.Forgotten, letter.Signed) = (true, null);
        letter.Status = letter.Status == ProtectionStatus.Issued ? ProtectionStatus.Withdrawn : letter.Status;
        letter.Follow([.. ActEffects.Between(before, [.. letter.Derived()])]);
    }

    private static Outcome Once(ProtectionState letter, CommandId command, ulong content, DateTimeOffset real, Func<Outcome> rule)
    {
        if (letter.Commands.Seen(command, content, real) is { } seen)
        {
            return seen.Outcome;
        }

        if (letter.Commands.MayHaveDropped(command))
        {
            return Outcome.TooOld;
        }

        var before = letter.Derived().ToArray();
        var outcome = rule();
        if (outcome == Outcome.Done)
        {
            letter.Follow([.. ActEffects.Between(before, [.. letter.Derived()])]);
            letter.Commands.Keep(command, content, 0, real);
        }

        return outcome;
    }

    private static void Audit(ProtectionState letter, string what, ParticipantId by, string reason, DateTimeOffset now) =>
        letter.Follow(new Append("audit", AuditEntry.Of(now, what, letter.Act.ToString(), by, reason)));
}
