namespace Engagement.Web.Boards;

/// <summary>What the reader could do to be part of the board on show.</summary>
public enum BoardInvite
{
    /// <summary>Nothing: they are, or they are a guest.</summary>
    None,

    /// <summary>Say where they live.</summary>
    Place,

    /// <summary>Join a unit by its code.</summary>
    Unit,

    /// <summary>Opt in to the board of persons.</summary>
    Person,

    /// <summary>Opt in to the board of couriers.</summary>
    Courier,

    /// <summary>Opt in to the board of volunteers' hours.</summary>
    Volunteer,
}
