namespace Engagement.Web.Bouquets;

/// <summary>What a visitor meets.</summary>
public enum BouquetStage { Open, Won, Empty, Over }
