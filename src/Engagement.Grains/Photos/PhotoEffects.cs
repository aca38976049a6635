using Engagement.Contracts;
using Engagement.Grains.Agenda;
using Engagement.Grains.Roses;
using Engagement.Grains.Storage;

namespace Engagement.Grains.Photos;

/// <summary>
/// What other records say to photos, in their own commits: a photo that a record shows is kept until the record drops it.
/// </summary>
public static class PhotoEffects
{
    /// <summary>The first word of messages that keep.</summary>
    internal const string KeepKind = "photokeep";

    /// <summary>The first word of messages that drop.</summary>
    internal const string DropKind = "photodrop";

    /// <summary>From this commit on a record shows the photo.</summary>
    /// <param name="hash">As the intake gave it.</param>
    /// <param name="by">Who brought it.</param>
    /// <param name="use">The record, without colons and always the same, like <c>act.ID</c>.</param>
    public static Effect Keep(string hash, ParticipantId by, string use) => new Index(RoseEffects.Agenda, Message(KeepKind, hash, by, use), AgendaEntry.AtOnce);

    /// <summary>From this commit on the record does not show it any more. Never before <see cref="Keep"/>, and for good.</summary>
    public static Effect Drop(string hash, ParticipantId by, string use) => new Index(RoseEffects.Agenda, Message(DropKind, hash, by, use), AgendaEntry.AtOnce);

    /// <summary>Photos by what they look like, in alphabetical order (<see cref="PhotoLook.Members"/>).</summary>
    internal const string Looks = "photo-looks";

    /// <summary>Photos that a person brought, by when.</summary>
    internal static string Of(ParticipantId person) => $"photos:{person}";

    /// <summary>The agenda's name of a photo that is not used yet.</summary>
    internal static string Entry(string hash) => $"photo:{hash}";

    private static string Message(string kind, string hash, ParticipantId by, string use) => $"{kind}:{hash}:{by}:{use}";
}
