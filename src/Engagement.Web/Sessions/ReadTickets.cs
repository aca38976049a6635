using System.Collections.Concurrent;
using Microsoft.AspNetCore.Authentication;

namespace Engagement.Web.Sessions;

/// <summary>
/// Remembers tickets that were opened lately: a person brings the same one with every request, and opening it costs 15 us of
/// cryptography and reading each time. Whether it has expired, and whether the account is open, is asked after this as before.
/// </summary>
internal sealed class ReadTickets(ISecureDataFormat<AuthenticationTicket> inner) : ISecureDataFormat<AuthenticationTicket>
{
    /// <summary>Tickets of one generation; two are kept, about 1 KB a ticket.</summary>
    private const int Most = 10_000;

    private ConcurrentDictionary<string, AuthenticationTicket> _young = new(StringComparer.Ordinal);
    private ConcurrentDictionary<string, AuthenticationTicket> _old = new(StringComparer.Ordinal);
    private int _count;

    public string Protect(AuthenticationTicket data) => inner.Protect(data);

    public string Protect(AuthenticationTicket data, string? purpose) => inner.Protect(data, purpose);

    public AuthenticationTicket? Unprotect(string? protectedText) => Unprotect(protectedText, null);

    public AuthenticationTicket? Unprotect(string? protectedText, string? purpose)
    {
        if (protectedText is null || purpose is not null)
        {
            return inner.Unprotect(protectedText, purpose);
        }

        if (_young.TryGetValue(protectedText, out var known))
        {
            return known.Clone(); // handlers may write into what they get
        }

        var ticket = _old.TryGetValue(protectedText, out known) ? known : inner.Unprotect(protectedText);
        if (ticket is null)
        {
            return null;
        }

        Remember(protectedText, ticket);
        return ticket.Clone();
    }

    // Roughly as many: two requests that pass the limit together start a generation each, and lose nothing but memory's use.
    private void Remember(string text, AuthenticationTicket ticket)
    {
        if (Interlocked.Increment(ref _count) > Most)
        {
            _count = 0;
            (_old, _young) = (_young, new(StringComparer.Ordinal));
        }

        _young[text] = ticket;
    }
}
