namespace Engagement.Contracts;

/// <summary>Where a team stands (VH-13). A parent always stands above its child, and no team's level changes: so no team is ever above itself. The numbers are stored.</summary>
public enum TeamLevel
{
    /// <summary>A seeded organisation: school, hospital, enterprise, volunteer organisation. Above all teams.</summary>
    Organisation = 0,

    /// <summary>市.</summary>
    City = 1,

    /// <summary>县（市、区）.</summary>
    District = 2,

    /// <summary>镇（街）.</summary>
    Street = 3,

    /// <summary>村（社区）.</summary>
    Community = 4,

    /// <summary>志愿服务队.</summary>
    Team = 5,

    /// <summary>临时任务队: across units, until a day.</summary>
    Task = 6,
}
