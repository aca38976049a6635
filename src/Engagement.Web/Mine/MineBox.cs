namespace Engagement.Web.Mine;

/// <summary>Three shelves, and the letters that wait for me; the query says them in lower case.</summary>
public enum MineBox { Held, Sent, Received, Inbox }
