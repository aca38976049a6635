using System.ComponentModel.DataAnnotations;

namespace Engagement.Grains.Records;

/// <summary>What may enter civic-behaviour records. Section "Record". Which kinds of acts do, the catalogue says (<c>acts.json</c>, <c>record</c>).</summary>
public sealed class RecordOptions
{
    /// <summary>Lowest level of evidence: 2 or 3. Default 2: nothing that staff has not confirmed can ever enter (CA-03).</summary>
    [Range(2, 3)] public int Level { get; set; } = 2;
}
