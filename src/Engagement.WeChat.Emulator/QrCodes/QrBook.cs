using System.Security.Cryptography;
using Engagement.WeChat.Emulator.Answers;
using Engagement.WeChat.Emulator.State;

namespace Engagement.WeChat.Emulator.QrCodes;

/// <summary>The account's QR codes. Of temporary ones the newest 20,000 are known.</summary>
internal sealed class QrBook(EmulatorStore store)
{
    /// <summary>Most permanent codes of an account.</summary>
    public const int MostPermanent = 100_000;

    /// <summary>Most temporary codes remembered.</summary>
    public const int MostTemporary = 20_000;

    /// <summary>A new code; a permanent one of the same scene is the same code.</summary>
    public (QrTicket? Ticket, ApiError? Error) Create(string scene, DateTimeOffset? expiresAt) => store.Change<(QrTicket?, ApiError?)>(state =>
    {
        if (expiresAt is null)
        {
            if (state.QrTickets.Find(known => known.ExpiresAt is null && known.Scene == scene) is { } same)
            {
                return (same, null);
            }

            if (state.QrTickets.Count(known => known.ExpiresAt is null) >= MostPermanent)
            {
                return (null, ApiError.TooManyCodes);
            }
        }
        else if (state.QrTickets.Count >= MostTemporary)
        {
            state.QrTickets.RemoveAt(Math.Max(0, state.QrTickets.FindIndex(known => known.ExpiresAt is not null)));
        }

        var ticket = new QrTicket(
            RandomNumberGenerator.GetHexString(16, lowercase: true), "gQ" + Convert.ToBase64String(RandomNumberGenerator.GetBytes(70)), scene, expiresAt);
        state.QrTickets.Add(ticket);
        return (ticket, null);
    });

    public QrTicket? ByTicket(string ticket) => store.Read(state => state.QrTickets.Find(known => known.Ticket == ticket));

    public QrTicket? ById(string id) => store.Read(state => state.QrTickets.Find(known => known.Id == id));

    /// <summary>The newest code of a scene.</summary>
    public QrTicket? ByScene(string scene) => store.Read(state => state.QrTickets.FindLast(known => known.Scene == scene));

    /// <summary>The newest codes, newest first.</summary>
    public IReadOnlyList<QrTicket> Latest(int most) => store.Read(state => state.QrTickets.TakeLast(most).Reverse().ToArray());
}
