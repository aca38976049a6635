using Engagement.Contracts;
using Engagement.Grains.Notices;
using Engagement.Grains.Roses;
using Engagement.Grains.Storage;

namespace Engagement.Grains.Publications;

/// <summary>The rules of a publication: pure and synchronous.</summary>
internal static class PublicationRules
{
    /// <summary>After its last instant a period is left alone for so long: what was decided within it may still be on its way to the store.</summary>
    public static readonly TimeSpan Settling = TimeSpan.FromMinutes(2);

    /// <summary>The period runs.</summary>
    public static void Begin(PublicationState state, PublicationPeriod period, DateTimeOffset until, Dictionary<string, int> couriers)
    {
        if (state.Stage == PublicationStage.None)
        {
            (state.Period, state.Stage, state.AtBegin) = (period.ToString(), PublicationStage.Running, couriers);
            state.Due = (until + Settling).ToUnixTimeMilliseconds();
            state.Follow(new Index(RoseEffects.Agenda, PublicationState.Entry(state.Period), state.Due));
        }
    }

    /// <summary>Over: what the boards say is frozen, and objections are open for so long, however late this came.</summary>
    public static void Close(PublicationState state, byte[] body, Dictionary<string, int> couriers, TimeSpan frozenFor, DateTimeOffset now)
    {
        if (state.Stage != PublicationStage.Running)
        {
            return;
        }

        (state.Stage, state.Couriers) = (PublicationStage.Closed, couriers);
        (state.ClosedAt, state.FrozenUntil) = (now.ToUnixTimeMilliseconds(), (now + frozenFor).ToUnixTimeMilliseconds());
        var frozen = LayDown(state, body, default, "", now);
        state.Editions.Add(frozen);
        state.Follow(
            new Take(RoseEffects.Agenda, PublicationState.Entry(state.Period)), new Index(PublicationState.Over, state.Period, state.ClosedAt),
            Audit(state, now, "boards.freeze", default, frozen.Hash));
    }

    /// <summary>Somebody objects to the line of their unit.</summary>
    public static Receipt Object(PublicationState state, CommandId command, ulong content, Objection objection, DateTimeOffset now, DateTimeOffset real)
    {
        if (state.Commands.Seen(command, content, real) is { } seen)
        {
            return new(seen.Outcome);
        }

        if (state.Stage != PublicationStage.Closed || now.ToUnixTimeMilliseconds() >= state.FrozenUntil)
        {
            return new(state.Stage is PublicationStage.None or PublicationStage.Running ? Outcome.NotFound : Outcome.Expired);
        }

        if (state.Objections?.Exists(other => other.By == objection.By && other.Board == objection.Board) == true)
        {
            return new(Outcome.Invalid, "board");
        }

        if (state.Objections?.Count >= PublicationState.MaxObjections)
        {
            return new(Outcome.Busy);
        }

        (state.Objections ??= []).Add(objection with { At = now.ToUnixTimeMilliseconds() });
        state.Follow(Audit(state, now, "boards.object", objection.By, $"{objection.Board} {objection.Member} {objection.Ground}"));
        state.Commands.Keep(command, content, 0, real);
        return new(Outcome.Done);
    }

    /// <summary>An operator's decision about an objection.</summary>
    /// <param name="state">The publication.</param>
    /// <param name="command">Idempotency key.</param>
    /// <param name="by">The operator.</param>
    /// <param name="number">The objection's, from 1.</param>
    /// <param name="upheld">Whether it is right.</param>
    /// <param name="reason">Its author reads it.</param>
    /// <param name="now">The campaign's time.</param>
    /// <param name="real">The callers' time.</param>
    /// <param name="wake">When its author's notices are to be looked at; 0 when nobody could tell them.</param>
    public static Receipt Decide(PublicationState state, CommandId command, ParticipantId by, int number, bool upheld, string reason, DateTimeOffset now, DateTimeOffset real, long wake = 0)
    {
        var content = Content.Of("decide", $"{number}", upheld ? "1" : "0", reason);
        if (state.Commands.Seen(command, content, real) is { } seen)
        {
            return new(seen.Outcome);
        }

        if (number < 1 || number > (state.Objections?.Count ?? 0))
        {
            return new(Outcome.NotFound);
        }

        if (state.Objections![number - 1] is not { State: ObjectionState.Open } objection)
        {
            return new(Outcome.AlreadyDecided);
        }

        state.Objections[number - 1] = objection with
        {
            State = upheld ? ObjectionState.Upheld : ObjectionState.Dismissed, Answer = reason, DecidedBy = by, DecidedAt = now.ToUnixTimeMilliseconds(),
        };
        state.Follow([state.Answered(number, state.Objections[number - 1]), .. NoticeEffects.Wake(objection.By, wake),
            Audit(state, now, upheld ? "boards.uphold" : "boards.dismiss", by, $"{number}: {reason}")]);
        state.Commands.Keep(command, content, 0, real);
        return new(Outcome.Done);
    }

    /// <summary>Why nothing can be laid down now; null when it can.</summary>
    public static Outcome? NotYet(PublicationState state, DateTimeOffset now) =>
        state.Stage is PublicationStage.None or PublicationStage.Running ? Outcome.NotFound
        : state.Proposed is not null ? Outcome.AlreadyDecided
        : now.ToUnixTimeMilliseconds() < state.FrozenUntil || state.Objections?.Exists(objection => objection.State == ObjectionState.Open) == true ? Outcome.Frozen
        : null;

    /// <summary>Lays the boards down as they are, to be confirmed.</summary>
    /// <param name="state">The publication.</param>
    /// <param name="command">Idempotency key.</param>
    /// <param name="by">The operator.</param>
    /// <param name="reason">Of an erratum; empty for the first time.</param>
    /// <param name="body">The document.</param>
    /// <param name="differs">It says something else than the edition before.</param>
    /// <param name="now">The campaign's time.</param>
    /// <param name="real">The callers' time.</param>
    public static Receipt Propose(
        PublicationState state, CommandId command, ParticipantId by, string reason, byte[] body, bool differs, DateTimeOffset now, DateTimeOffset real)
    {
        var content = Content.Of("propose", reason);
        if (state.Commands.Seen(command, content, real) is { } seen)
        {
            return new(seen.Outcome);
        }

        if (NotYet(state, now) is { } notYet)
        {
            return new(notYet);
        }

        var erratum = state.Stage == PublicationStage.Published;
        if (erratum != reason.Length > 0)
        {
            return new(Outcome.Invalid, "reason");
        }

        if (erratum && !differs || state.Editions.Count >= PublicationState.MaxEditions)
        {
            return new(Outcome.Invalid, "boards");
        }

        state.Proposed = LayDown(state, body, by, reason, now);
        state.Follow(Audit(state, now, "boards.propose", by, $"{state.Proposed.Hash} {reason}".TrimEnd()));
        state.Commands.Keep(command, content, 0, real);
        return new(Outcome.Done);
    }

    /// <summary>Takes back what was laid down.</summary>
    public static Receipt Withdraw(PublicationState state, CommandId command, ParticipantId by, string hash, DateTimeOffset now, DateTimeOffset real)
    {
        var content = Content.Of("withdraw", hash);
        if (state.Commands.Seen(command, content, real) is { } seen)
        {
            return new(seen.Outcome);
        }

        if (state.Proposed?.Hash != hash)
        {
            return new(state.Stage == PublicationStage.None ? Outcome.NotFound : Outcome.AlreadyDecided);
        }

        state.Proposed = null;
        state.Follow(Audit(state, now, "boards.withdraw", by, hash));
        state.Commands.Keep(command, content, 0, real);
        return new(Outcome.Done);
    }

    /// <summary>Publishes what was laid down, and nothing else.</summary>
    /// <param name="state">The publication.</param>
    /// <param name="command">Idempotency key.</param>
    /// <param name="by">The operator.</param>
    /// <param name="hash">What they have read.</param>
    /// <param name="several">There are other operators: it must be one of them.</param>
    /// <param name="signature">Over the body with this hash; null when there is none such.</param>
    /// <param name="publicKey">Its key.</param>
    /// <param name="now">The campaign's time.</param>
    /// <param name="real">The callers' time.</param>
    public static Receipt Confirm(
        PublicationState state, CommandId command, ParticipantId by, string hash, bool several, byte[]? signature, string publicKey, DateTimeOffset now, DateTimeOffset real)
    {
        var content = Content.Of("confirm", hash);
        if (state.Commands.Seen(command, content, real) is { } seen)
        {
            return new(seen.Outcome);
        }

        if (state.Proposed is not { } proposed || proposed.Hash != hash || signature is null)
        {
            return new(state.Stage == PublicationStage.None ? Outcome.NotFound : Outcome.AlreadyDecided);
        }

        if (proposed.By == by && several)
        {
            return new(Outcome.Forbidden);
        }

        state.Editions.Add(proposed with { ConfirmedBy = by, ConfirmedAt = now.ToUnixTimeMilliseconds(), Signature = signature, PublicKey = publicKey });
        (state.Proposed, state.Stage) = (null, PublicationStage.Published);
        state.Follow(Audit(state, now, proposed.Number > 1 ? "boards.erratum" : "boards.publish", by, hash));
        state.Commands.Keep(command, content, 0, real);
        return new(Outcome.Done);
    }

    private static Edition LayDown(PublicationState state, byte[] body, ParticipantId by, string reason, DateTimeOffset now)
    {
        var number = ++state.Bodies;
        state.Follow(new Birth(EditionState.Kind, EditionState.IdOf(state.Period, number), new EditionState { Body = body }));
        return new()
        {
            Number = state.Editions.Count, Body = number, Hash = SnapshotFormat.Hash(body), At = now.ToUnixTimeMilliseconds(), By = by, Reason = reason,
        };
    }

    private static Append Audit(PublicationState state, DateTimeOffset now, string act, ParticipantId by, string reason) =>
        new("audit", AuditEntry.Of(now, act, state.Period, by, reason));
}
