namespace Engagement.Web.Drawing;

/// <summary>Everything of one rose besides its petals, in the same field: stem, leaves, heart and cut lines.</summary>
public sealed record RoseParts(string Stem, IReadOnlyList<string> Leaves, string? Sepals, string? Heart, string Cuts)
{
    private const string OpenHeart = "M-16 1C-17-9-8-17 2-16C12-16 18-8 16 2C15 12 6 17-2 16C-10 15-15 9-16 1Z";
    private const string Curl = "M-9 3C-10-7 3-12 8-5C12 1 6 8 0 6C-5 4-3-3 2-2C5-1 4 3 1 3";

    private static readonly string[] TwoLeaves =
        ["M14 212C-22 218-66 196-82 130C-30 134 4 158 14 212Z", "M20 262C22 214 58 204 104 206C96 246 66 272 20 262Z"];

    private static readonly RoseParts OfBud = new("M4 70C-2 140 24 230 12 318", TwoLeaves, Bud.Sepals, null, Bud.Folds);
    private static readonly RoseParts OfBloom = new("M2 30C-2 140 24 230 12 318", TwoLeaves, null, OpenHeart, Curl);

    public static RoseParts For(int people) => Bud.Holds(people) ? OfBud : OfBloom;
}
