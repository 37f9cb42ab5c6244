using Lagebild.Web.Texts;

namespace Lagebild.Web.Pages.Legal;

/// <summary>A text that only the operator can write, in the language it is in.</summary>
public sealed record OperatorText(string Language, IReadOnlyList<string> Paragraphs)
{
    /// <summary>The text in a language, else in the first language there is; null where the operator gave none.</summary>
    public static OperatorText? Of(IReadOnlyDictionary<string, string> texts, string language) =>
        new[] { language }.Concat(Languages.All)
            .Where(l => !string.IsNullOrWhiteSpace(texts.GetValueOrDefault(l)))
            .Select(l => new OperatorText(l, Split(texts[l])))
            .FirstOrDefault();

    /// <summary>The address the text consists of; null where it is a text.</summary>
    public Uri? Address => Paragraphs is [var only] && Uri.TryCreate(only, UriKind.Absolute, out var address) && address.Scheme is "https" or "http" ? address : null;

    private static string[] Split(string text) =>
        text.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
