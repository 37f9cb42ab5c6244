using System.Globalization;
using System.Text.RegularExpressions;
using Lagebild.Statistics;
using Lagebild.Web.Scheduling;
using Lagebild.Web.Texts;

namespace Lagebild.Web.Pages.Workbench.Feeds;

/// <summary>What stands in the form of a feed, as it was typed.</summary>
public sealed partial class FeedFields
{
    /// <summary>Of a feed that no single office answers for.</summary>
    public const string National = "-";

    /// <summary>Parts of addresses beside those of feeds.</summary>
    private static readonly string[] _taken = ["new", "try", "drafts"];

    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);

    /// <summary>Languages of names and licence phrases, in the order of the form.</summary>
    public static IReadOnlyList<string> Languages { get; } = ["de", "pl", "en"];

    /// <summary>The text of a field; empty where there is none.</summary>
    public string this[string name]
    {
        get => _texts.GetValueOrDefault(name, "");
        set => _texts[name] = value;
    }

    public bool Is(string name) => this[name].Length > 0;

    /// <summary>As a browser sent it.</summary>
    public static FeedFields Of(IFormCollection form)
    {
        var fields = new FeedFields();
        foreach (var (name, value) in form.Where(f => !f.Key.StartsWith("__", StringComparison.Ordinal)))
        {
            fields[name] = value.ToString().Trim();
        }

        return fields;
    }

    /// <summary>As a feed stands.</summary>
    public static FeedFields Of(Feed feed)
    {
        var fields = new FeedFields
        {
            ["code"] = feed.Code,
            ["publisher"] = feed.Publisher,
            ["address"] = feed.Address ?? "",
            ["licence"] = feed.Licence,
            ["licence-address"] = feed.LicenceAddress ?? "",
            ["citation"] = feed.Citation,
            ["contact"] = feed.Contact ?? "",
            ["language"] = feed.Language,
            ["place"] = feed.Place,
            ["profile"] = feed.Profile,
            ["rhythm"] = feed.Rhythm?.Letter().ToString() ?? "",
            ["due"] = feed.DueAfterDays?.ToString(CultureInfo.InvariantCulture) ?? "",
            ["schedule"] = feed.Schedule,
            ["zone"] = feed.TimeZone,
            ["scope"] = feed.Scope.ToString(),
            ["release"] = feed.Release.ToString(),
            ["disclosure"] = feed.Disclosure.By.ToString(),
            ["threshold"] = feed.Disclosure.Threshold.ToString(CultureInfo.InvariantCulture),
            ["round-to"] = feed.Disclosure.RoundTo.ToString(CultureInfo.InvariantCulture),
            ["zero-open"] = Checked(feed.Disclosure.ZeroOpen),
            ["open-file"] = Checked(feed.OpenFile),
            ["press"] = Checked(feed.Press),
            ["region"] = feed.Region ?? National,
            ["four-eyes"] = Checked(feed.FourEyes),
        };
        foreach (var language in Languages)
        {
            fields[$"name-{language}"] = feed.Name.GetValueOrDefault(language, "");
            fields[$"phrase-{language}"] = feed.LicencePhrases.GetValueOrDefault(language, "");
        }

        return fields;
    }

    /// <summary>The feed they make, with whether it is paused from before; what is wrong with them by name of the field. Null where anything is.</summary>
    public (Feed? Feed, IReadOnlyDictionary<string, string> Wrong) Read(Feed? before, IReadOnlyList<string> profiles, Catalogue.Catalogue catalogue, FeedWords words)
    {
        var wrong = new Dictionary<string, string>();
        Check(wrong, "code", Code().IsMatch(this["code"]) && this["code"].Length <= 100 && !_taken.Contains(this["code"]), words.WrongCode);
        foreach (var name in (string[])["name-de", "name-pl", "name-en", "publisher", "licence", "citation"])
        {
            Check(wrong, name, this[name].Length > 0, words.Missing);
        }

        Check(wrong, "address", IsAddress(this["address"]), words.WrongAddress);
        Check(wrong, "licence-address", IsAddress(this["licence-address"]), words.WrongAddress);
        Check(wrong, "contact", this["contact"].Length == 0 || Mail().IsMatch(this["contact"]), words.WrongMail);
        Check(wrong, "language", Languages.Contains(this["language"]), words.Missing);
        Check(wrong, "place", IsPlace(this["place"]), words.WrongPlace);
        Check(wrong, "profile", profiles.Contains(this["profile"]), words.Missing);
        Check(wrong, "rhythm", !Is("rhythm") || (FrequencyCode.Parse(this["rhythm"]) is { } and not Frequency.Interval), words.Missing);
        Check(wrong, "due", Is("rhythm") ? Number("due") is >= 0 and <= 3650 : !Is("due"), Is("rhythm") ? words.WrongDue : words.WrongDueClosed);
        Check(wrong, "threshold", Number("threshold") is >= 1 and <= 1000, words.WrongThreshold);
        Check(wrong, "round-to", Number("round-to") is >= 1 and <= 100_000, words.WrongRoundTo);
        Check(wrong, "region", this["region"] == National || catalogue.Region(this["region"]) is not null, words.Missing);
        Check(wrong, "scope", Enum.TryParse<DeliveryScope>(this["scope"], out _), words.Missing);
        Check(wrong, "release", Enum.TryParse<ReleasePolicy>(this["release"], out _), words.Missing);
        Check(wrong, "disclosure", Enum.TryParse<DisclosureBy>(this["disclosure"], out _), words.Missing);
        Check(wrong, "zone", IsZone(this["zone"]), words.WrongZone);
        if (wrong.Count > 0)
        {
            return (null, wrong);
        }

        var feed = Made(before);
        Check(wrong, "schedule", FeedCron.CanFollow(feed) && FeedCron.Next(feed, DateTimeOffset.UtcNow) is not null, words.WrongSchedule);
        return (wrong.Count == 0 ? feed : null, wrong);
    }

    private Feed Made(Feed? before) => (before ?? Blank) with
    {
        Code = this["code"],
        Name = Texts("name"),
        Publisher = this["publisher"],
        Address = OrNull("address"),
        Licence = this["licence"],
        LicenceAddress = OrNull("licence-address"),
        LicencePhrases = Texts("phrase"),
        Citation = this["citation"],
        Contact = OrNull("contact"),
        Language = this["language"],
        Place = this["place"],
        Profile = this["profile"],
        Rhythm = FrequencyCode.Parse(this["rhythm"]),
        DueAfterDays = Is("rhythm") ? Number("due") : null,
        Schedule = this["schedule"],
        TimeZone = this["zone"],
        Scope = Enum.Parse<DeliveryScope>(this["scope"]),
        Release = Enum.Parse<ReleasePolicy>(this["release"]),
        Disclosure = new()
        {
            By = Enum.Parse<DisclosureBy>(this["disclosure"]),
            Threshold = Number("threshold") ?? 3,
            RoundTo = Number("round-to") ?? 5,
            ZeroOpen = Is("zero-open"),
        },
        OpenFile = Is("open-file"),
        Press = Is("press"),
        Region = this["region"] == National ? null : this["region"],
        FourEyes = Is("four-eyes"),
    };

    /// <summary>What a new feed is where nobody says otherwise: read on weekday mornings, released by a person, under our disclosure control.</summary>
    public static Feed Blank { get; } = new()
    {
        Code = "",
        Name = new Dictionary<string, string>(),
        Publisher = "",
        Licence = "",
        Citation = "",
        Language = "de",
        Place = "",
        Profile = "figures",
        Schedule = "30 6 * * 1-5",
        TimeZone = "Europe/Berlin",
        Scope = DeliveryScope.Incremental,
        Release = ReleasePolicy.ByPerson,
        Disclosure = new() { By = DisclosureBy.Ours },
    };

    private Dictionary<string, string> Texts(string prefix) =>
        Languages.Where(l => Is($"{prefix}-{l}")).ToDictionary(l => l, l => this[$"{prefix}-{l}"]);

    private string? OrNull(string name) => Is(name) ? this[name] : null;

    private int? Number(string name) => int.TryParse(this[name], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string Checked(bool value) => value ? "on" : "";

    private static void Check(Dictionary<string, string> wrong, string field, bool holds, string sentence)
    {
        if (!holds)
        {
            wrong.TryAdd(field, sentence);
        }
    }

    private static bool IsAddress(string text) => text.Length == 0 || (Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "https" or "http");

    /// <summary>A folder below the feed root and a pattern of file names.</summary>
    private static bool IsPlace(string text) => Place().IsMatch(text) && !text.Split('/').Contains("..");

    private static bool IsZone(string text) => TimeZoneInfo.TryFindSystemTimeZoneById(text, out var zone) && zone.HasIanaId;

    [GeneratedRegex(@"\A[a-z0-9]+(?:-[a-z0-9]+)*\z")]
    private static partial Regex Code();

    [GeneratedRegex(@"\A[^@\s]+@[^@\s]+\.[^@\s]+\z")]
    private static partial Regex Mail();

    [GeneratedRegex(@"\A(?:[\w.\-]+/)+[\w.\-*? ]+\z")]
    private static partial Regex Place();
}
