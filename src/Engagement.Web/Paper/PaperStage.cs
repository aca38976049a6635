namespace Engagement.Web.Paper;

/// <summary>What a printed code is to the person who looks at it.</summary>
public enum PaperStage
{
    /// <summary>Nobody has scanned it yet: whoever takes it begins its way.</summary>
    New = 0,

    /// <summary>In the reader's hands.</summary>
    Mine,

    /// <summary>In the reader's hands, who hands it over now.</summary>
    Handing,

    /// <summary>Its holder hands it over: the reader can take it.</summary>
    Open,

    /// <summary>In somebody's hands who does not hand it over: its way can be looked at.</summary>
    Held,

    /// <summary>The code looks copied; an operator looks first.</summary>
    Frozen,

    /// <summary>This print is no longer good, or its rose was voided.</summary>
    Void,

    /// <summary>This print was replaced by a new one; the rose goes on there.</summary>
    Replaced,

    /// <summary>A sticker in the reader's hands: whoever scans it next takes it.</summary>
    MineFree,

    /// <summary>A sticker in somebody's hands: the reader can take it.</summary>
    Free,

    /// <summary>It lies at a station for the next visitor.</summary>
    Lying,
}
