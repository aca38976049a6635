namespace Engagement.Web.Drawing;

/// <summary>The first few people of a rose: a bud seen from the side, its outer petals loosening one by one.</summary>
internal static class Bud
{
    /// <summary>Green tips that hold the bud.</summary>
    public const string Sepals = "M2 72C-30 68-52 46-52 18C-36 34-20 44-4 48C-2 36 2 36 4 48C22 44 38 34 54 18C54 46 32 68 2 72Z";

    /// <summary>Two folds cut into the bud.</summary>
    public const string Folds = "M4-60C-18-30-20 4 8 22M4-36C12-24 14-8 6 2";

    private static readonly Petal Right = new(4, "M6 66C46 60 66 20 60-24C58-33 49-35 42-29C24-14 4 20 6 66Z");
    private static readonly Petal Left = new(3, "M-6 66C-46 58-64 18-58-27C-56-36-47-37-40-31C-23-15-6 20-6 66Z");
    private static readonly Petal Back = new(2, "M0 62C-32 20-46-28-18-62C-10-72 2-68 6-62C14-72 26-66 32-54C46-26 32 22 0 62Z");
    private static readonly Petal Heart = new(1, "M0 66C-30 60-44 24-32-8C-25-27-8-44 4-60C14-43 33-26 37-3C43 27 31 60 0 66Z");

    public static bool Holds(int people) => people <= 4;

    public static Petal[] Petals(int people) => people switch
    {
        <= 1 => [Heart],
        2 => [Left, Heart],
        3 => [Right, Left, Heart],
        _ => [Right, Left, Back, Heart],
    };
}
