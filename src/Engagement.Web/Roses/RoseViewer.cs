namespace Engagement.Web.Roses;

/// <summary>Who is looking: the giver and the taker of the letter on this page read it, others see where the rose is.</summary>
public enum RoseViewer { Other, Giver, Taker }
