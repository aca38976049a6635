using Engagement.Rig.City;

namespace Engagement.Rig.Load;

/// <summary>What the next step of a caller is: a gift, a held rose that goes on, and before it perhaps a look around.</summary>
/// <param name="passOn">Of a hundred steps, how many pass a held rose on.</param>
/// <param name="reads">Of a hundred steps, how many are preceded by a look.</param>
internal sealed class Mix(Gifts acts, Looks looks, Allowances allowances, int passOn, int reads)
{
    public async Task Step()
    {
        if (Random.Shared.Next(100) < reads)
        {
            await looks.Look();
        }

        var passed = false;
        if (Random.Shared.Next(100) < passOn)
        {
            await allowances.PassOn(async () => passed = await acts.PassOn());
        }

        if (!passed)
        {
            await allowances.Give(acts.Give);
        }
    }
}

/// <summary>What people look at between their gifts.</summary>
internal sealed class Looks(CityClient city, Person[] people, Tally tally)
{
    private static readonly string[] Pages =
        ["api/v1/me", "api/v1/me/roses?box=held", "api/v1/me/roses?box=received", "api/v1/boards", "api/v1/boards/district?period=week", "api/v1/campaign"];

    public async Task Look() =>
        tally.Note("look", await city.Get(Pages[Random.Shared.Next(Pages.Length)], people[Random.Shared.Next(people.Length)].Token));
}
