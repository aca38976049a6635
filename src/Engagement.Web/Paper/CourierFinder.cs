using Engagement.Contracts;
using Engagement.Grains.Couriers;
using Engagement.Grains.Participants;
using Engagement.Grains.Storage;
using Engagement.Web.Shared;

namespace Engagement.Web.Paper;

/// <summary>Finds the courier whom an operator means. A number becomes an HMAC here and goes no further.</summary>
public sealed class CourierFinder(RosterReader rosters, PersonLabels labels, CellKeys keys)
{
    /// <summary>By the mobile number that the courier confirmed, or by their own id, which their settings show; default for nobody.</summary>
    public async Task<ParticipantId> Find(string? written) =>
        PhoneNumber.Normalise(written) is { } number ? await rosters.CourierOf(keys.Phone(number))
        : ParticipantId.TryParse(written?.Trim(), out var person) ? person
        : default;

    /// <summary>What staff call them.</summary>
    public async Task<string> NameOf(ParticipantId courier) => await labels.For(courier);
}
