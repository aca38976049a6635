namespace Engagement.Web.Roses;

/// <summary>Where a rose is. Replaced and lapsed are said of an older link: another letter waits in its place, or none.</summary>
public enum RoseStage { Offered, Held, Kept, Returned, Withdrawn, Voided, UnderReview, Replaced, Lapsed }
