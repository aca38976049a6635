using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Moderation;
using Engagement.Grains.Storage;
using Microsoft.Extensions.Options;

namespace Engagement.Grains.Roses;

/// <summary>Makes letters out of words: checks them against the catalogue, moderates and seals own texts.</summary>
public sealed class LetterWriter(ICatalogue catalogue, IMessageModerator moderator, CellKeys keys, IOptions<RoseOptions> options)
{
    /// <summary>The letter, or why there is none and which field is to blame.</summary>
    internal (Letter? Letter, Outcome Outcome, string? Field) Write(LetterWords words, bool anonymous, DateTimeOffset now)
    {
        if (!catalogue.HasReason(words.Reason))
        {
            return (null, Outcome.Invalid, "reason");
        }

        if (words.Preset is { } preset)
        {
            return words.Text is not null ? (null, Outcome.Invalid, "text")
                : !catalogue.HasPreset(words.Reason, preset) ? (null, Outcome.Invalid, "preset")
                : (new() { Reason = words.Reason, Preset = preset, Anonymous = anonymous }, Outcome.Done, null);
        }

        if (MessageText.Validate(words.Text, options.Value.TextLength) != MessageTextError.None)
        {
            return (null, Outcome.Invalid, "text");
        }

        var text = words.Text!.Trim();
        var verdict = moderator.Check(text);
        return verdict.Outcome == ModerationOutcome.Refuse ? (null, Outcome.TextRefused, "text") : (new()
        {
            Reason = words.Reason,
            Preset = catalogue.FirstPreset(words.Reason),
            Text = keys.Seal(text),
            TextState = verdict.Outcome == ModerationOutcome.Pass ? TextState.Shown : TextState.Held,
            Anonymous = anonymous,
            WrittenAt = now.ToUnixTimeMilliseconds(),
        }, Outcome.Done, null);
    }
}
