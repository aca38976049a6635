using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Moderation;

namespace Engagement.Grains.Needs;

/// <summary>What an order may hold.</summary>
public static class NeedInput
{
    /// <summary>Longest texts, by field: characters as a reader counts them.</summary>
    public static readonly IReadOnlyDictionary<string, int> Lengths = new Dictionary<string, int> { ["title"] = 30, ["text"] = 200, ["contact"] = 60 };

    /// <summary>The first field that is missing or holds what it can't hold; null for none.</summary>
    public static Receipt? Fault(OrderNeed order, ICatalogue catalogue, IMessageModerator moderator)
    {
        foreach (var (field, text) in new[] { ("title", order.Title), ("text", order.Text), ("contact", order.Contact) })
        {
            if (MessageText.Validate(text, Lengths[field]) != MessageTextError.None)
            {
                return new(Outcome.Invalid, field);
            }

            var verdict = moderator.Check(text);
            if (verdict.Outcome == ModerationOutcome.Refuse && (field != "contact" || verdict.Category is not (ModerationCategory.Contact or ModerationCategory.Link)))
            {
                return new(Outcome.TextRefused, field);
            }
        }

        return catalogue.HasDistrict(order.District) ? null : new(Outcome.Invalid, "district");
    }
}
