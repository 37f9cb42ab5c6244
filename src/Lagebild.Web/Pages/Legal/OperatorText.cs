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

    private static string[] Split(string text) =>
        text.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
