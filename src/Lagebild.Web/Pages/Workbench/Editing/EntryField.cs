namespace Lagebild.Web.Pages.Workbench.Editing;

/// <summary>How a field is filled in.</summary>
public enum FieldType
{
    /// <summary>One of some options.</summary>
    Choice,

    /// <summary>Any of some options.</summary>
    Choices,

    Day,
    Line,
    Number,
    Address,
}

/// <summary>A field of a form besides its texts.</summary>
public sealed record EntryField
{
    /// <summary>As the form sends it.</summary>
    public required string Name { get; init; }

    public required string Label { get; init; }

    public required FieldType Type { get; init; }

    /// <summary>What is meant, below the label; null where the label says it.</summary>
    public string? Hint { get; init; }

    public bool IsNeeded { get; init; }

    /// <summary>True for those that only few entries need: they stand folded away.</summary>
    public bool IsRare { get; init; }

    /// <summary>The options, in groups.</summary>
    public IReadOnlyList<OptionGroup> Options { get; init; } = [];

    /// <summary>What an empty choice means; null where something must be chosen.</summary>
    public string? None { get; init; }

    /// <summary>A value as people read it: the name of the option, or the text itself.</summary>
    public string Said(string value) => Options.SelectMany(g => g.Options).FirstOrDefault(o => o.Value == value)?.Name ?? value;
}

/// <summary>Options that belong together.</summary>
/// <param name="Label">What they have in common; null for those at the top.</param>
/// <param name="Options">In the order to show them.</param>
public sealed record OptionGroup(string? Label, IReadOnlyList<EntryOption> Options);

/// <summary>One option: what is sent and what is read.</summary>
public sealed record EntryOption(string Value, string Name);

/// <summary>A field as the form shows it.</summary>
public sealed record ShownField(EntryField Field, FormValues Values, IReadOnlyList<FormFault> Faults)
{
    /// <summary>What is wrong with it; null for nothing.</summary>
    public string? Fault => Faults.FirstOrDefault(f => f.Field == Field.Name)?.Sentence;
}
