namespace Engagement.Rig;

/// <summary>Something the Rig can't go on from; the message says what to do.</summary>
internal sealed class RigException(string message, Exception? inner = null) : Exception(message, inner);
