using System.Xml.Linq;
using Lagebild.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lagebild.Web.Pages.Calendar;

/// <summary>Releases as an Atom feed (RFC 4287), latest first. The id of an entry is that of its release for ever (RFC 4151).</summary>
public sealed class AtomModel(Reading reading, CalendarReader calendar) : PageModel
{
    private const int Releases = 100;

    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var releases = (await calendar.ReleasesAsync(ct)).Take(Releases).ToArray();
        using var bytes = new MemoryStream();
        await new XDocument(Feed(releases)).SaveAsync(bytes, SaveOptions.DisableFormatting, ct);
        return File(bytes.ToArray(), "application/atom+xml; charset=utf-8");
    }

    private XElement Feed(IReadOnlyList<Release> releases) => new(
        Atom + "feed",
        new XAttribute(XNamespace.Xml + "lang", reading.Language),
        new XElement(Atom + "id", Address($"/{reading.Language}/calendar.atom")),
        new XElement(Atom + "title", reading.Words.Calendar.AtomTitle),
        new XElement(Atom + "updated", Moment(reading.Stand.Release.PublishedUtc)),
        new XElement(Atom + "author", new XElement(Atom + "name", reading.Words.Site.Name)),
        Link("self", "application/atom+xml", $"/{reading.Language}/calendar.atom"),
        Link("alternate", "text/html", $"/{reading.Language}/calendar"),
        releases.Select(Entry));

    private XElement Entry(Release release) => new(
        Atom + "entry",
        new XElement(Atom + "id", FormattableString.Invariant($"tag:{Request.Host.Host},{release.PublishedUtc:yyyy-MM-dd}:release-{release.Number}")),
        new XElement(Atom + "title", reading.Fill(reading.Words.Calendar.ReleaseTitle, release.Number, reading.What(release))),
        new XElement(Atom + "updated", Moment(release.PublishedUtc)),
        new XElement(Atom + "published", Moment(release.PublishedUtc)),
        Link("alternate", "text/html", release.Corrects() ? $"/{reading.Language}/corrections?release={Reading.Number(release.Number)}" : reading.Permanent("/", release.Number)),
        new XElement(Atom + "summary", $"{reading.Counts(release)} {(release.Kind == ReleaseKind.Withdrawal ? $"{reading.Why(release)}. {release.Why}" : "")}".Trim()));

    private XElement Link(string relation, string type, string path) =>
        new(Atom + "link", new XAttribute("rel", relation), new XAttribute("type", type), new XAttribute("href", Address(path)));

    private string Address(string path) => new Uri(Request.Absolute(path)).AbsoluteUri;

    private static string Moment(DateTime utc) => utc.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);
}
