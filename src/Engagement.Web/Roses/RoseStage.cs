namespace Engagement.Web.Roses;

/// <summary>Where a rose is.</summary>
public enum RoseStage { Offered, Held, Kept, Returned, Withdrawn, Voided, UnderReview }
