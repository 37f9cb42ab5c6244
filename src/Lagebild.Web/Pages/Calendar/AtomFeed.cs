using System.Globalization;
using System.Xml.Linq;
using Lagebild.Storage;
using Lagebild.Web.Api;
using Microsoft.AspNetCore.Mvc;

namespace Lagebild.Web.Pages.Calendar;

/// <summary>Releases as an Atom feed (RFC 4287), latest first: all of them, or those that concern one page. The id of an entry is that of its release for ever (RFC 4151).</summary>
public sealed record AtomFeed
{
    private const int Most = 100;

    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    /// <summary>Path of the feed after the language; its page is where it leads.</summary>
    public required string Path { get; init; }

    /// <summary>Path of the page after the language.</summary>
    public required string Page { get; init; }

    public required string Title { get; init; }

    /// <summary>What makes an entry's id other than that of another feed on the same release; empty for all releases.</summary>
    public required string Concern { get; init; }

    /// <summary>Latest first.</summary>
    public required IReadOnlyList<Release> Releases { get; init; }

    /// <summary>Where an entry leads, as an address on this site.</summary>
    public required Func<Release, string> Leads { get; init; }

    /// <summary>The releases that brought, changed or ended a value of what a page shows; each leads to the page as of then. The page is its path after the language.</summary>
    public static AtomFeed Of(Reading reading, string page, string name, IReadOnlyList<Release> releases) => new()
    {
        Path = $"{page}.atom",
        Page = page,
        Title = $"{reading.Words.Calendar.AtomTitle}: {name}",
        Concern = page.Replace('/', '-'),
        Releases = releases,
        Leads = r => reading.Permanent(page, r.Number),
    };

    /// <summary>As it is sent.</summary>
    public FileContentResult Answer(Reading reading, HttpRequest request) => new(XmlText.Of(new(Feed(reading, request))), "application/atom+xml; charset=utf-8");

    private XElement Feed(Reading reading, HttpRequest request) => new(
        Atom + "feed",
        new XAttribute(XNamespace.Xml + "lang", reading.Language),
        new XElement(Atom + "id", Address(request, $"/{reading.Language}{Path}")),
        new XElement(Atom + "title", Title),
        new XElement(Atom + "updated", Moment(Releases.Count > 0 ? Releases[0].PublishedUtc : reading.Stand.Release.PublishedUtc)),
        new XElement(Atom + "author", new XElement(Atom + "name", reading.Words.Site.Name)),
        Link(request, "self", "application/atom+xml", $"/{reading.Language}{Path}"),
        Link(request, "alternate", "text/html", $"/{reading.Language}{Page}"),
        Releases.Take(Most).Select(r => Entry(reading, request, r)));

    private XElement Entry(Reading reading, HttpRequest request, Release release) => new(
        Atom + "entry",
        new XElement(Atom + "id", FormattableString.Invariant($"tag:{request.Host.Host},{release.PublishedUtc:yyyy-MM-dd}:release-{release.Number}{Concern}")),
        new XElement(Atom + "title", reading.Fill(reading.Words.Calendar.ReleaseTitle, release.Number, reading.What(release))),
        new XElement(Atom + "updated", Moment(release.PublishedUtc)),
        new XElement(Atom + "published", Moment(release.PublishedUtc)),
        Link(request, "alternate", "text/html", Leads(release)),
        new XElement(Atom + "summary", string.Join(' ', Summary(reading, release).Where(s => s.Length > 0))));

    private static IEnumerable<string> Summary(Reading reading, Release release) =>
        [reading.Counts(release), release.Kind is ReleaseKind.Withdrawal or ReleaseKind.Restoration ? $"{reading.Why(release)}." : "", reading.PlainNote(release)];

    private static XElement Link(HttpRequest request, string relation, string type, string path) =>
        new(Atom + "link", new XAttribute("rel", relation), new XAttribute("type", type), new XAttribute("href", Address(request, path)));

    private static string Address(HttpRequest request, string path) => new Uri(request.Absolute(path)).AbsoluteUri;

    private static string Moment(DateTime utc) => utc.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
