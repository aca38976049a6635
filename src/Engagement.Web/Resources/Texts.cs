namespace Engagement.Web.Resources;

/// <summary>Every sentence people read: <c>Texts.resx</c> is Simplified Chinese, <c>Texts.en.resx</c> English. A key says where it stands.</summary>
public sealed class Texts;
