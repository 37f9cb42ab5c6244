using System.Globalization;
using System.Net;
using System.Text;
using Lagebild.Jobs;
using Lagebild.Statistics;
using Lagebild.Web.Texts;

namespace Lagebild.Web.Startup;

/// <summary>The page shown until the first release: how far each feed has come, in the reader's language. No style sheet, no script.</summary>
internal static class WaitingPage
{
    /// <summary>The whole document.</summary>
    public static string Html(string language, StartProgress progress)
    {
        var words = WaitingWords.In(language);
        return $"""
            <!doctype html>
            <html lang="{language}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>{Title(words, progress)} – Lagebild</title>
            </head>
            <body>
            <main>
            <h1>{Title(words, progress)}</h1>
            {(progress.IsOver ? $"<p>{words.Nothing}</p>" : $"<p>{words.Explanation}</p>")}
            {(progress.Feeds.Count == 0 ? "" : Feeds(language, progress, words))}
            <p><a href="">{words.Again}</a></p>
            <p><a href="/{language}/workbench">{words.Workbench}</a></p>
            </main>
            </body>
            </html>

            """;
    }

    private static string Title(WaitingWords words, StartProgress progress) => progress.IsOver ? words.NothingTitle : words.Title;

    /// <summary>One sentence on how far the import as a whole is.</summary>
    public static string Sentence(string language, StartProgress progress) =>
        string.Format(CultureInfo.InvariantCulture, WaitingWords.In(language).Sum, progress.Feeds.Count(f => IsOver(progress.Latest(f.Code))), progress.Feeds.Count);

    private static string Feeds(string language, StartProgress progress, WaitingWords words)
    {
        var list = new StringBuilder().Append(CultureInfo.InvariantCulture, $"<p>{Sentence(language, progress)}</p>\n<ul>\n");
        foreach (var feed in progress.Feeds)
        {
            list.Append(CultureInfo.InvariantCulture, $"<li>{WebUtility.HtmlEncode(Name(feed, language))}: {State(progress.Latest(feed.Code), language, words)}</li>\n");
        }

        return list.Append("</ul>").ToString();
    }

    private static string Name(Feed feed, string language) => feed.Name.TryGetValue(language, out var name) ? name : feed.Code;

    private static string State(ImportStep? step, string language, WaitingWords words) => step switch
    {
        null => words.ToCome,
        { Stage: ImportStage.Finished } => words.Done,
        { Stage: ImportStage.Failed } => words.Failed,
        { Records: > 0 } => string.Format(Languages.Culture(language), words.Read, step.Records),
        _ => words.Reading,
    };

    private static bool IsOver(ImportStep? step) => step?.Stage is ImportStage.Finished or ImportStage.Failed;
}
