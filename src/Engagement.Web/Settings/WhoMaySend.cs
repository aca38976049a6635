namespace Engagement.Web.Settings;

/// <summary>Who may send me a rose directly.</summary>
public enum WhoMaySend { Everyone, MyOrganisation, PeopleIKnow, Nobody }
