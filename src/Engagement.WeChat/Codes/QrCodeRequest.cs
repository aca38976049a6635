namespace Engagement.WeChat;

/// <summary>A code that opens the service account and tells us which one was scanned.</summary>
/// <param name="Scene">1 to 64 characters; comes back in the SCAN or subscribe event (<c>qrscene_</c> before it in the latter).</param>
/// <param name="Lifetime">1 s to 30 days; null makes a permanent code, of which an account has at most 100,000 ever.</param>
public sealed record QrCodeRequest(string Scene, TimeSpan? Lifetime);
