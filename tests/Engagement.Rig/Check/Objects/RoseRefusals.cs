using Engagement.Contracts;
using Engagement.Rig.History;

namespace Engagement.Rig.Check.Objects;

/// <summary>Which refusals and which looks a rose's state allows.</summary>
internal static class RoseRefusals
{
    /// <summary>Whether this refusal is right. Those that say nothing about the rose (rate, text, account, age) always are.</summary>
    public static bool Fit(RoseModel state, Entry entry, string outcome, OperationCall call)
    {
        var open = state.Offer;
        var over = open is not null && entry.Time.To >= open.DueFrom;
        return Enum.Parse<Outcome>(outcome) switch
        {
            Outcome.NotFound => state.Life == RoseLife.None || call.Kind == OperationKind.Claim && call.Secret is null && open?.To != call.By,
            Outcome.AlreadyClaimed when call.Kind == OperationKind.Withdraw => state.Sender == call.By && state.Holder != call.By,
            Outcome.AlreadyClaimed => state.Life == RoseLife.Held && (open is null || open.To is null && open.Secret != call.Secret),
            Outcome.OwnRose when call.Kind == OperationKind.Offer => call.To == call.By,
            Outcome.OwnRose => open is not null && state.Holder == call.By,
            Outcome.DirectBounce when call.Kind == OperationKind.Offer => call.To == state.From,
            Outcome.DirectBounce => open is not null && state.From == call.By,
            Outcome.NotForYou => open?.To is { } to && to != call.By,
            Outcome.NotHolder when call.Kind == OperationKind.Offer => state.Life == RoseLife.Offered || state.Life == RoseLife.Held && state.Holder != call.By,
            Outcome.NotHolder => state.Life != RoseLife.None && state.Holder != call.By || state.Life == RoseLife.Held && open is null,
            Outcome.Returned => state.Life == RoseLife.Returned || over,
            Outcome.Withdrawn => state.Life == RoseLife.Withdrawn,
            Outcome.Voided => state.Life == RoseLife.Voided,
            _ => true,
        };
    }

    /// <summary>How it may show: what is due has happened for whoever looks, even before it is written.</summary>
    public static IEnumerable<string> Stages(RoseModel state, Entry entry)
    {
        var waiting = state.Offer is { } offer && entry.Time.From < offer.DueTo;
        var over = state.Offer is not { } due || entry.Time.To >= due.DueFrom;
        return (state.Life, waiting, over) switch
        {
            (RoseLife.Offered, true, true) => ["Offered", "Returned"],
            (RoseLife.Offered, true, _) => ["Offered"],
            (RoseLife.Offered, _, _) => ["Returned"],
            (RoseLife.Held, true, true) => ["OfferedOn", "Held", "Kept"],
            (RoseLife.Held, true, _) => ["OfferedOn"],
            (RoseLife.Held, _, _) => ["Held", "Kept"],
            _ => [state.Life.ToString()],
        };
    }
}
