namespace Engagement.Web.Boards;

/// <summary>Shanghai day, week from Monday, or since the start.</summary>
public enum BoardPeriod { Day, Week, All }
