using System.Text;
using Lagebild.Import.Reading;
using Lagebild.Statistics;

namespace Lagebild.Import;

/// <summary>
/// A number as a person types it into a form, or pastes it, as German, Polish and English write it: <c>1.234,5</c>, <c>1 234,5</c>, <c>1,234.5</c>, <c>1234</c>.
/// One point or comma with three digits behind it may mean thousands or decimals: it is not guessed.
/// </summary>
public readonly record struct TypedNumber
{
    private static readonly Profile _open = Profiles.Shipped("figures");

    /// <summary>Whole number scaled by the decimals asked for; no meaning where <see cref="Wrong"/> is set.</summary>
    public long Value { get; private init; }

    /// <summary>Null where it can be read.</summary>
    public Reason? Wrong { get; private init; }

    /// <summary>Reads one text on its own: what stands in other cells decides nothing. Without decimals what is no number is no count. A percent sign at the end is passed over where <paramref name="percent"/>.</summary>
    public static TypedNumber Read(string text, int decimals, bool percent)
    {
        var number = new NumberGrammar(_open).Read(NumberSigns.TrimBlanks(Encoding.UTF8.GetBytes(Bare(text, percent))));
        var value = ScaledNumber.From(number, 1, decimals, out var wrong);
        return new() { Value = value, Wrong = wrong is Reason.NotANumber or Reason.TooManyDecimals && decimals == 0 ? Reason.NotACount : wrong };
    }

    /// <summary>What an ambiguous text would be with its sign for thousands, and with it for decimals; as plain digits with a decimal point. Null for all other texts.</summary>
    public static (string Thousands, string Decimals)? Meanings(string text, bool percent)
    {
        var bare = Bare(text, percent);
        var at = bare.IndexOfAny(['.', ',']);
        return Read(text, 3, percent).Wrong is Reason.AmbiguousNumber ? (bare.Remove(at, 1), $"{bare[..at]}.{bare[(at + 1)..]}0") : null;
    }

    private static string Bare(string text, bool percent) => percent && text.TrimEnd().EndsWith('%') ? text.TrimEnd()[..^1].Trim() : text.Trim();
}
