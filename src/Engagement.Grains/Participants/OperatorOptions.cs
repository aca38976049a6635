using System.ComponentModel.DataAnnotations;
using Engagement.Contracts;

namespace Engagement.Grains.Participants;

/// <summary>Who are operators by configuration. Section "Operators"; the first operator comes from here (docs/decisions/0015).</summary>
public sealed class OperatorOptions : IValidatableObject
{
    /// <summary>Ids of people who are operators for as long as they stand here; everybody finds theirs at the end of their settings.</summary>
    [MaxLength(100)] public List<string> Participants { get; set; } = [];

    /// <summary>Openids that become operators when they first sign in, for people who have no id yet.</summary>
    [MaxLength(100)] public List<string> OpenIds { get; set; } = [];

    /// <summary>Whether this person is an operator by configuration.</summary>
    public bool Names(ParticipantId person) => !person.IsNone && Participants.Contains(person.ToString());

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var id in Participants.Where(id => !ParticipantId.TryParse(id, out _)))
        {
            yield return new($"Operators:Participants: '{id}' is no participant id; everybody finds theirs at the end of their settings.", [nameof(Participants)]);
        }
    }
}
