using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Volunteers;
using Engagement.Web.Problems;

namespace Engagement.Web.Volunteers;

/// <summary>The volunteer's part of a person's export.</summary>
public sealed class VolunteerExport(Calls calls)
{
    /// <summary>What is kept; null for who is no volunteer.</summary>
    public async Task<ExportVolunteer?> Of(ParticipantId me)
    {
        var self = await calls.Volunteer(me, volunteer => volunteer.Self());
        return self.Number is { } number
            ? new(VolunteerNumber.Show(number), Moment(self.Registered), self.Card.Level.ToString(), self.Card.Age, self.Card.PhoneConfirmed, self.Real?.Name, self.Real?.Number,
                self.Profile.District, self.Profile.Skills ?? [], self.Card.IsMinor ? self.Card.Guardian.ToString() : null,
                [.. self.Teams.Select(place => new ExportPlace(place.Team, Moment(place.Since), place.Admitted))],
                [.. self.Looks.Select(look => new ExportLook(Moment(look.At), look.As.ToString(), look.Scope, look.Reason))], self.Children.Count)
            : null;
    }

    private static DateTimeOffset Moment(long at) => DateTimeOffset.FromUnixTimeMilliseconds(at).ToOffset(ShanghaiDay.Offset);
}

/// <summary>The person as volunteer. Name and number of the real name are masked here, too: who takes this file from a phone must not take an identity with it.</summary>
/// <param name="Number">Volunteer number.</param>
/// <param name="Registered">Since when.</param>
/// <param name="Level">Identity level.</param>
/// <param name="Age">Whole years.</param>
/// <param name="PhoneConfirmed">A steward compared the number; the number itself is kept nowhere.</param>
/// <param name="MaskedName">Real name.</param>
/// <param name="MaskedIdNumber">ID number.</param>
/// <param name="District">Where they live.</param>
/// <param name="Skills">What they offer.</param>
/// <param name="Guardian">The guardian's word, of minors.</param>
/// <param name="Teams">Memberships and requests.</param>
/// <param name="Looks">Who looked at the real name: role, where it holds, why.</param>
/// <param name="Children">Children in this account.</param>
public sealed record ExportVolunteer(
    string Number, DateTimeOffset Registered, string Level, int? Age, bool PhoneConfirmed, string? MaskedName, string? MaskedIdNumber, string? District,
    IReadOnlyList<string> Skills, string? Guardian, IReadOnlyList<ExportPlace> Teams, IReadOnlyList<ExportLook> Looks, int Children);

/// <summary>A place in a team.</summary>
public sealed record ExportPlace(string Team, DateTimeOffset Since, bool Admitted);

/// <summary>A look at the real name.</summary>
public sealed record ExportLook(DateTimeOffset At, string As, string Scope, string Reason);
