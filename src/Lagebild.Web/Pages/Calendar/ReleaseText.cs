using Lagebild.Storage;
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
        _ => reading.Fill(reading.Words.Source.KindDelivery, reading.FeedName(release.Feed ?? "")),
    };

    /// <summary>Why values changed with it.</summary>
    public static string Why(this Reading reading, Release release) => (release.Kind, release.WithdrawalKind) switch
    {
        (ReleaseKind.Catalogue, _) => reading.Words.Calendar.ByCatalogue,
        (_, WithdrawalKind.Error) => reading.Fill(reading.Words.Calendar.ByError, release.Withdraws ?? 0),
        (_, WithdrawalKind.Disclosure) => reading.Fill(reading.Words.Calendar.ByDisclosure, release.Withdraws ?? 0),
        _ => reading.Words.Calendar.ByDelivery,
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
