namespace Lagebild.BrowserTests;

/// <summary>Texts of the catalogue that stand on a page under another language than their own.</summary>
internal static class ForeignText
{
    private static readonly ILookup<string, string> LanguagesOf = Catalogue.Catalogue.Shipped.Texts.ToLookup(t => t.Body, t => t.Language);

    /// <summary>Each such text with the language it is in and the one it is said to be in. A text that several languages share fits each of them.</summary>
    public static IEnumerable<string> On(Visit visit, string language) =>
        from text in visit.Texts
        let own = LanguagesOf[text.Text]
        where own.Any() && !own.Contains(Said(text.Language, language))
        select $"{visit.Path}: “{text.Text}” is {string.Join('/', own.Distinct())}, said to be {text.Language}";

    private static string Said(string lang, string page) => lang.Length == 0 ? page : lang.Split('-')[0];

}
