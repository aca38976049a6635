namespace Engagement.Contracts;

/// <summary>Why an organisation takes a certificate back: sentences of the product, so that no free text about a person is kept. The numbers are stored.</summary>
public enum CertificateFault
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>The hours are wrong.</summary>
    WrongHours = 1,

    /// <summary>It is about somebody else.</summary>
    WrongPerson = 2,

    /// <summary>It was no volunteer service (令67号 Art. 19).</summary>
    NotService = 3,

    /// <summary>The hours were made up.</summary>
    FalseHours = 4,

    /// <summary>Issued by mistake.</summary>
    Mistake = 5,
}
