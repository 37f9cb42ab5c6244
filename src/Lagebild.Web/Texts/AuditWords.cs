namespace Lagebild.Web.Texts;

/// <summary>The audit: its page, and what was done in words.</summary>
public sealed record AuditWords
{
    public required string Title { get; init; }
    public required string Lead { get; init; }
    public required string RegionOnly { get; init; }
    public required string Choose { get; init; }
    public required string Act { get; init; }
    public required string AnyAct { get; init; }
    public required string Subject { get; init; }
    public required string SubjectHint { get; init; }
    public required string Show { get; init; }
    public required string Caption { get; init; }
    public required string None { get; init; }
    public required string Number { get; init; }
    public required string Moment { get; init; }
    public required string Who { get; init; }
    public required string What { get; init; }
    public required string Before { get; init; }
    public required string After { get; init; }
    public required string Earlier { get; init; }
    public required string Export { get; init; }
    public required string Csv { get; init; }
    public required string Lines { get; init; }
    public required string Program { get; init; }
    public required string Operator { get; init; }

    /// <summary>What was done, by its word in the audit.</summary>
    public required IReadOnlyDictionary<string, string> Acts { get; init; }
}
