using Lagebild.Statistics;
using Lagebild.Web.Texts;

namespace Lagebild.Web.Pages.Workbench.Feeds;

/// <summary>What is said of a feed, in words, in the order of the form; what changed from one version to the next.</summary>
public static class FeedFacts
{
    /// <summary>Each field's name and what stands there; empty for nothing.</summary>
    public static IReadOnlyList<(string Name, string Value)> Of(Feed feed, Reading reading)
    {
        var words = reading.Words.Feed;
        return
        [
            (words.Code, feed.Code),
            .. FeedFields.Languages.Select(l => (reading.Fill(words.NameIn, l), feed.Name.GetValueOrDefault(l, ""))),
            (words.Office, OfficeName(feed, reading)),
            (words.Publisher, feed.Publisher),
            (words.Address, feed.Address ?? ""),
            (words.Licence, feed.Licence),
            (words.LicenceAddress, feed.LicenceAddress ?? ""),
            .. FeedFields.Languages.Select(l => (reading.Fill(words.PhraseIn, l), feed.LicencePhrases.GetValueOrDefault(l, ""))),
            (words.Citation, feed.Citation),
            (words.Contact, feed.Contact ?? ""),
            (words.Language, words.Languages[feed.Language]),
            (words.Place, feed.Place),
            (words.Profile, feed.Profile),
            (words.Rhythm, RhythmName(feed, reading)),
            (words.DueAfter, feed.DueAfterDays is { } days ? reading.Fill(words.Days, days) : ""),
            (words.Schedule, $"{feed.Schedule} ({feed.TimeZone})"),
            (words.Paused, YesNo(feed.Paused, words)),
            (words.Scope, words.Scopes[feed.Scope.ToString()]),
            (words.Policy, words.Policies[feed.Release.ToString()]),
            (words.FourEyes, YesNo(feed.FourEyes, words)),
            (words.Disclosure, DisclosureName(feed.Disclosure, reading)),
            (words.OpenFile, YesNo(feed.OpenFile, words)),
            (words.Press, YesNo(feed.Press, words)),
        ];
    }

    /// <summary>The fields that differ, before and after; of a first version all that say something.</summary>
    public static IReadOnlyList<(string Name, string Before, string After)> Changes(Feed? before, Feed after, Reading reading)
    {
        var old = before is null ? null : Of(before, reading);
        return [.. Of(after, reading).Select((f, i) => (f.Name, Before: old?[i].Value ?? "", After: f.Value)).Where(c => c.Before != c.After)];
    }

    /// <summary>The office that answers for a feed.</summary>
    public static string OfficeName(Feed feed, Reading reading) => feed.Region is { } region ? reading.RegionName(region) : reading.Words.Feed.AllOffices;

    /// <summary>The name in the reader's language; in another, or the code, where there is none.</summary>
    public static string NameOfFeed(this Reading reading, Feed feed) =>
        feed.Name.GetValueOrDefault(reading.Language) ?? feed.Name.Values.FirstOrDefault() ?? feed.Code;

    /// <summary>Weekday, day and minute of a moment in a time zone.</summary>
    public static string WeekdayMoment(this Reading reading, DateTime utc, string zone)
    {
        var local = TimeZoneInfo.ConvertTimeFromUtc(utc, TimeZoneInfo.FindSystemTimeZoneById(zone));
        var culture = Texts.Languages.Culture(reading.Language);
        return $"{culture.DateTimeFormat.GetDayName(local.DayOfWeek)}, {reading.Day(DateOnly.FromDateTime(local))}, {local.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture)}";
    }

    private static string RhythmName(Feed feed, Reading reading) => feed.Rhythm is { } rhythm ? reading.Words.FrequencyName(rhythm) : reading.Words.Feed.ClosedSeries;

    private static string DisclosureName(DisclosureRule rule, Reading reading)
    {
        var words = reading.Words.Feed;
        return rule.By == DisclosureBy.Publisher ? words.Disclosures["Publisher"]
            : reading.Fill(rule.ZeroOpen ? words.RoundedZeroOpen : words.Rounded, rule.RoundTo, rule.Threshold);
    }

    private static string YesNo(bool value, FeedWords words) => value ? words.Yes : words.No;
}
