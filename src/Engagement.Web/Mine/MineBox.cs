namespace Engagement.Web.Mine;

/// <summary>Three shelves; the query says them in lower case.</summary>
public enum MineBox { Held, Sent, Received }
