using Engagement.Contracts;

namespace Engagement.Grains.Activities;

/// <summary>A person's record has heard where they stand.</summary>
/// <param name="Key">Whose sign-up.</param>
/// <param name="Card">What it heard.</param>
/// <param name="Wake">Unix milliseconds at which their notices are to be looked at; 0 when no message could be sent anyway.</param>
internal sealed record Told(SignUpKey Key, SignUpCard Card, long Wake);
