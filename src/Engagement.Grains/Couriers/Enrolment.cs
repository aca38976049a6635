using System.Globalization;
using Engagement.Contracts;

namespace Engagement.Grains.Couriers;

/// <summary>What the message from a number to a courier says (<see cref="CourierEffects.Enrol"/>).</summary>
internal readonly record struct Enrolment(PhoneKey Phone, long Confirmation, string Company, bool Show, CommandId Command)
{
    /// <summary>Reads the message; false when it is none.</summary>
    public static bool TryParse(string entry, out Enrolment enrolment)
    {
        enrolment = default;
        if (entry.Split(':') is not ["enrol", _, var key, var number, var company, var show, var id]
            || !PhoneKey.TryParse(key, out var phone) || !long.TryParse(number, CultureInfo.InvariantCulture, out var confirmation) || !CommandId.TryParse(id, out var command))
        {
            return false;
        }

        enrolment = new(phone, confirmation, company, show == "1", command);
        return true;
    }
}
