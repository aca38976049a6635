namespace Engagement.Grains.Activities;

/// <summary>Private details on their way into the record.</summary>
/// <param name="Box">Sealed; null for none.</param>
/// <param name="Salt">Under this salt, made anew each time.</param>
/// <param name="Changed">They say something else than before.</param>
internal readonly record struct Sealing(byte[]? Box, byte[] Salt, bool Changed);
