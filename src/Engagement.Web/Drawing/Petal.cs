namespace Engagement.Web.Drawing;

/// <summary>One petal: a closed outline in a field of -100 to 100, and its tone, 0 (heart) to 4 (rim).</summary>
public readonly record struct Petal(int Tone, string Path);
