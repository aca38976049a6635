namespace Engagement.Contracts;

/// <summary>Where the boards of a week or of the campaign are (LB-09). The numbers are stored.</summary>
public enum PublicationStage
{
    /// <summary>No record.</summary>
    None = 0,

    /// <summary>The period runs.</summary>
    Running = 1,

    /// <summary>Over, frozen and open to objections; then it waits for operators.</summary>
    Closed = 2,

    /// <summary>Published. Whatever changes from now on is an erratum.</summary>
    Published = 3,
}
