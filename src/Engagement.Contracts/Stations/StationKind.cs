namespace Engagement.Contracts;

/// <summary>What a rose station is (OR-08, RR-13). The numbers are stored.</summary>
public enum StationKind
{
    /// <summary>A rest post for couriers and others who work outdoors (骑手驿站、户外劳动者服务站).</summary>
    RestPost = 0,

    /// <summary>A duty post or kiosk, whose crew may have no phone at hand (岗亭、执勤点).</summary>
    DutyPost = 1,

    /// <summary>A market's office.</summary>
    Market = 2,

    /// <summary>A community's or another partner's place.</summary>
    Community = 3,
}
