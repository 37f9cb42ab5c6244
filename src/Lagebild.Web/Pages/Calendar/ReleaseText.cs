using Lagebild.Storage;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.WebUtilities;

namespace Lagebild.Web.Pages.Calendar;

/// <summary>Releases in words.</summary>
public static class ReleaseText
{
    /// <summary>What it made public or took back.</summary>
    public static string What(this Reading reading, Release release) => release.Kind switch
    {
        ReleaseKind.Catalogue => reading.Words.Source.KindCatalogue,
        ReleaseKind.Withdrawal => reading.Fill(reading.Words.Source.KindWithdrawal, reading.FeedName(release.Feed ?? "")),
        ReleaseKind.Restoration => reading.Fill(reading.Words.Source.KindRestoration, reading.FeedName(release.Feed ?? "")),
        _ => reading.Fill(reading.Words.Source.KindDelivery, reading.FeedName(release.Feed ?? "")),
    };

    /// <summary>Why values changed with it.</summary>
    public static string Why(this Reading reading, Release release) => (release.Kind, release.WithdrawalKind) switch
    {
        (ReleaseKind.Catalogue, _) => reading.Words.Calendar.ByCatalogue,
        (ReleaseKind.Restoration, _) => reading.Fill(reading.Words.Calendar.ByRestoration, release.Restores ?? 0),
        (_, WithdrawalKind.Error) => reading.Fill(reading.Words.Calendar.ByError, release.Withdraws ?? 0),
        (_, WithdrawalKind.Disclosure) => reading.Fill(reading.Words.Calendar.ByDisclosure, release.Withdraws ?? 0),
        _ => reading.Words.Calendar.ByDelivery,
    };

    /// <summary>Whether a person said something about it: words of the program stand in <see cref="Why(Reading, Release)"/>.</summary>
    public static bool HasNote(this Release release) => release.WhyLanguage is not null || release.Kind is ReleaseKind.Withdrawal or ReleaseKind.Restoration;

    /// <summary>What a person said about it, as it was said: in another language than the page's with its <c>lang</c> and a word which; null where nobody did.</summary>
    public static IHtmlContent? Note(this Reading reading, Release release)
    {
        if (!release.HasNote())
        {
            return null;
        }

        var note = new HtmlContentBuilder().AppendHtml("<q>").AppendHtml(reading.Say(release.Why, release.WhyLanguage)).AppendHtml("</q>");
        return reading.LanguageOf(release) is { } language ? note.AppendHtml(" <span class=\"sign\">(").Append(language).AppendHtml(")</span>") : note;
    }

    /// <summary>The same where there is no markup; empty where nobody said anything.</summary>
    public static string PlainNote(this Reading reading, Release release) =>
        !release.HasNote() ? "" : reading.LanguageOf(release) is { } language ? $"{release.Why} ({language})" : release.Why;

    /// <summary>Which language a note is in, where that is not the page's: <c>in German</c>.</summary>
    private static string? LanguageOf(this Reading reading, Release release) => release.WhyLanguage == reading.Language ? null : release.WhyLanguage switch
    {
        "de" => reading.Words.Calendar.InGerman,
        "pl" => reading.Words.Calendar.InPolish,
        "en" => reading.Words.Calendar.InEnglish,
        _ => null,
    };

    /// <summary>Whether values that stood were changed or ended.</summary>
    public static bool Corrects(this Release release) => release.Kind != ReleaseKind.Catalogue && release.Changed + release.Closed > 0;

    /// <summary>Where it stands what a release changed, of an indicator and a region where they are given: the stand it made, held against the one before.</summary>
    public static string ChangesOf(this Reading reading, Release release, string? indicator = null, string? region = null)
    {
        var selection = new[] { ("since", Reading.Number(release.Number - 1)), ("indicator", indicator), ("region", region) };
        return QueryHelpers.AddQueryString(reading.Permanent("/changes", release.Number), selection.Where(p => p.Item2 is not null).Select(p => KeyValuePair.Create(p.Item1, p.Item2)));
    }

    /// <summary>New, changed and ended values, counted.</summary>
    public static string Counts(this Reading reading, Release release) =>
        reading.Fill(reading.Words.Calendar.Counts, reading.Count(release.Added), reading.Count(release.Changed), reading.Count(release.Closed));
}
