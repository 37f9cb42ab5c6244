namespace Lagebild.Web.Texts;

/// <summary>A phrase with a number. Polish has three forms (1, 2-4, 5 and more); German and English use two and leave <see cref="Few"/> null.</summary>
public sealed record Plural
{
    public required string One { get; init; }

    public string? Few { get; init; }

    public required string Many { get; init; }

    /// <summary>The form that goes with a count.</summary>
    public string For(long count) => count == 1 ? One : Few is not null && IsFew(count) ? Few : Many;

    private static bool IsFew(long count) => count % 10 is >= 2 and <= 4 && count % 100 is < 12 or > 14;
}
