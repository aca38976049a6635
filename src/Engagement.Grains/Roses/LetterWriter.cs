using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Moderation;
using Engagement.Grains.Storage;
using Microsoft.Extensions.Options;

namespace Engagement.Grains.Roses;

/// <summary>Makes letters out of words: checks them against the catalogue, moderates and seals own texts.</summary>
public sealed class LetterWriter(ICatalogue catalogue, IMessageModerator moderator, CellKeys keys, IOptions<RoseOptions> options)
{
    /// <summary>Characters of an addressee, as a person counts them.</summary>
    public const int MaxAddressee = 12;

    /// <summary>The letter, or why there is none and which field is to blame. With <paramref name="check"/>, own words wait for WeChat's check.</summary>
    internal (Letter? Letter, Outcome Outcome, string? Field) Write(LetterWords words, bool anonymous, byte[] salt, DateTimeOffset now, bool check = false)
    {
        if (!catalogue.HasReason(words.Reason))
        {
            return (null, Outcome.Invalid, "reason");
        }

        if (words.Preset is not null && (words.Text is not null || !catalogue.HasPreset(words.Reason, words.Preset)))
        {
            return (null, Outcome.Invalid, words.Text is not null ? "text" : "preset");
        }

        var text = words.Preset is null ? words.Text?.Trim() ?? "" : null;
        if (text is not null && MessageText.Validate(text, options.Value.TextLength) != MessageTextError.None)
        {
            return (null, Outcome.Invalid, "text");
        }

        var addressee = string.IsNullOrWhiteSpace(words.Addressee) ? null : words.Addressee.Trim();
        if (addressee is not null && MessageText.Validate(addressee, MaxAddressee) != MessageTextError.None)
        {
            return (null, Outcome.Invalid, "addressee");
        }

        var verdict = Verdict(text).Or(Verdict(addressee));
        var own = text is not null || addressee is not null;
        var waits = check && own && verdict.Outcome == ModerationOutcome.Pass; // what the lists hold is for a moderator, whatever WeChat says
        return verdict.Outcome == ModerationOutcome.Refuse
            ? (null, Outcome.TextRefused, Verdict(text).Outcome == ModerationOutcome.Refuse ? "text" : "addressee")
            : (new()
            {
                Reason = words.Reason,
                Preset = words.Preset ?? catalogue.StandIn(words.Reason),
                Text = text is null ? null : keys.Seal(text, salt),
                Addressee = addressee is null ? null : keys.Seal(addressee, salt),
                TextState = verdict.Outcome == ModerationOutcome.Pass && !waits ? TextState.Shown : TextState.Held,
                Checking = waits,
                Anonymous = anonymous,
                WrittenAt = own ? now.ToUnixTimeMilliseconds() : 0,
            }, Outcome.Done, null);
    }

    private ModerationVerdict Verdict(string? own) => own is null ? ModerationVerdict.Pass : moderator.Check(own);
}
