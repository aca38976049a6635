using Engagement.Contracts;

namespace Engagement.Web.Console;

/// <summary>The door on a computer.</summary>
/// <param name="Link">What the code carries; null when a fresh code is needed.</param>
/// <param name="Number">What the phone asks for.</param>
/// <param name="State">How it stands.</param>
/// <param name="Again">Opens the door with a fresh code.</param>
public sealed record DoorPage(string? Link, int Number, DoorState State, string Again);
