using System.Globalization;

namespace Lagebild.OpenData;

/// <summary>What a file has to say beside its values: what they are, how they are counted, where they come from, what to mind.</summary>
internal static class DataNotes
{
    /// <summary>Lines of a heading and a text, in the order in which they are read.</summary>
    public static IEnumerable<(string Heading, string Text)> Of(DataSet data) =>
    [
        (data.Words.Title, data.Title),
        (data.Words.Extent, data.ExtentWord),
        (data.Words.Stand, FormattableString.Invariant($"{data.Release} ({data.PublishedUtc:yyyy-MM-dd})")),
        (data.Words.Address, data.Address),
        (data.Words.Description, data.Description),
        .. data.Variants.SelectMany(v => Variant(data.Words, v)),
        .. data.Breaks.Select(b => (data.Words.Break, FormattableString.Invariant($"{b.Day:yyyy-MM-dd}: {b.Text}"))),
        .. data.Sources.SelectMany(s => Source(data.Words, s)),
        .. data.Notes.Select(n => (data.Words.Note, n)),
        (data.Words.Note, data.Words.EmptyIsNotZero),
        (data.Words.Note, data.Words.AboutStand),
        (data.Words.Note, data.Words.Authority),
    ];

    private static IEnumerable<(string Heading, string Text)> Variant(DataWords words, DataVariant variant) =>
    [
        (words.Variant, $"{variant.Name} ({variant.Code})"),
        .. variant.Definition.Select(d => (words.Definition, d)),
        .. variant.RoundedTo > 1 ? [(words.Rounding, variant.RoundedTo.ToString(CultureInfo.InvariantCulture))] : Array.Empty<(string, string)>(),
    ];

    private static IEnumerable<(string Heading, string Text)> Source(DataWords words, DataSource source) =>
    [
        (words.Publisher, $"{source.Publisher}: {source.Name} ({source.Code})"),
        (words.Licence, source.LicenceAddress is null ? source.Licence : $"{source.Licence}, {source.LicenceAddress}"),
        (words.Citation, source.Citation),
        .. source.Address is null ? Array.Empty<(string, string)>() : [(words.Address, source.Address)],
    ];
}
