using System.Globalization;
using Engagement.Contracts;
using Engagement.Grains.Storage;
using Microsoft.Extensions.Options;

namespace Engagement.Tests.Volunteers;

/// <summary>ID numbers of nobody: their area (000000 inside a real province) exists nowhere, their check digit is right.</summary>
internal static class People
{
    public static readonly CellKeys Keys = KeysWith(1);

    public static string Number(int birth, int order = 1)
    {
        var digits = string.Create(CultureInfo.InvariantCulture, $"440000{birth:00000000}{order:000}");
        return digits + NationalId.CheckOf(digits);
    }

    public static CellKeys KeysWith(byte master, params (string Number, byte Key)[] seals) => new(Options.Create(new CellKeyOptions
    {
        Master = Key(master), Seals = seals.ToDictionary(seal => seal.Number, seal => Key(seal.Key)),
    }));

    public static string Key(byte fill) => Convert.ToBase64String(Enumerable.Repeat(fill, 32).ToArray());
}
