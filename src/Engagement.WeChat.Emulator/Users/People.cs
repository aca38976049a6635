using Engagement.WeChat.Emulator.Personas;
using Engagement.WeChat.Emulator.State;

namespace Engagement.WeChat.Emulator.Users;

/// <summary>Follows, credits and the 48-hour window.</summary>
internal sealed class People(EmulatorStore store, EmulatorOptions options)
{
    /// <summary>How long an account may write after the person did.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromHours(48);

    public bool Follows(Persona persona) => store.Read(state => state.People.GetValueOrDefault(persona.Name)?.FollowedAt is not null);

    /// <summary>What is known, as it is now; a person never seen is one who has done nothing.</summary>
    public T Read<T>(Persona persona, Func<PersonState, T> read) => store.Read(state => read(state.People.GetValueOrDefault(persona.Name) ?? new()));

    public T Change<T>(Persona persona, Func<PersonState, T> change) => store.Change(state =>
        change(state.People.TryGetValue(persona.Name, out var person) ? person : state.People[persona.Name] = new()));

    /// <summary>Notes a follow. False if the persona followed already.</summary>
    public bool Follow(Persona persona, string? scene) => Change(persona, person =>
    {
        if (person.FollowedAt is not null)
        {
            return false;
        }

        (person.FollowedAt, person.FollowScene) = (options.UtcNow(), scene);
        return true;
    });

    /// <summary>Notes an unfollow. False if the persona did not follow.</summary>
    public bool Unfollow(Persona persona) => Change(persona, person =>
    {
        var followed = person.FollowedAt is not null;
        (person.FollowedAt, person.FollowScene, person.WindowUntil) = (null, null, default);
        return followed;
    });

    /// <summary>Opens the window: <paramref name="replies"/> customer-service messages within 48 hours.</summary>
    public void Spoke(Persona persona, int replies) => Change(persona, person =>
        (person.WindowUntil, person.RepliesLeft) = (options.UtcNow() + Window, replies));

    /// <summary>Notes that the persona opened the mini program.</summary>
    public void UsedMiniProgram(Persona persona) => Change(persona, person => person.MiniProgramAt = options.UtcNow());

    /// <summary>Notes an accepted prompt: one message more, or all of them.</summary>
    public void Accept(Persona persona, string templateId, bool longTerm) => Change(persona, person =>
        person.Credits[templateId] = new((person.Credits.GetValueOrDefault(templateId)?.Messages ?? 0) + 1, longTerm));

    /// <summary>Notes a refusal: nothing is allowed any more.</summary>
    public void Refuse(Persona persona, string templateId) => Change(persona, person => person.Credits.Remove(templateId));

    /// <summary>Uses one credit up. False if there is none.</summary>
    public bool Spend(Persona persona, string templateId) => Change(persona, person =>
    {
        if (person.Credits.GetValueOrDefault(templateId) is not { } credit || credit is { LongTerm: false, Messages: < 1 })
        {
            return false;
        }

        person.Credits[templateId] = credit.LongTerm ? credit : credit with { Messages = credit.Messages - 1 };
        return true;
    });
}
