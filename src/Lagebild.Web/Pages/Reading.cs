using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Lagebild.Catalogue;
using Lagebild.Charts;
using Lagebild.Web.Texts;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.WebUtilities;

namespace Lagebild.Web.Pages;

/// <summary>One reader's request: language, words, and the stand everything on the page is shown as of.</summary>
public sealed class Reading
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private Stand? _stand;

    /// <summary><c>de</c>, <c>pl</c> or <c>en</c>.</summary>
    public string Language { get; private set; } = "en";

    public Words Words => Words.In(Language);

    /// <summary>Asking for it on a page that has none (an error) throws.</summary>
    public Stand Stand => _stand ?? throw new InvalidOperationException("This page is not shown as of a release.");

    public bool HasStand => _stand is not null;

    /// <summary>True where the address names a release: links on the page keep it.</summary>
    public bool IsPinned { get; private set; }

    /// <summary>True where a later release than the one shown is out.</summary>
    public bool IsPast { get; private set; }

    public Catalogue.Catalogue Catalogue => Stand.Catalogue;

    /// <summary>Path and query of the page in other languages follow from this one: <c>/de/regions?stand=3</c>.</summary>
    public string Address { get; private set; } = "/";

    /// <summary>Path with query, as the reader asked for it.</summary>
    public void Begin(string language, string address) => (Language, Address) = (language, address);

    public void ShowAsOf(Stand stand, bool isPinned, bool isPast) => (_stand, IsPinned, IsPast) = (stand, isPinned, isPast);

    /// <summary>This page in another language: path and query stay.</summary>
    public string In(string language) => Languages.All.Contains(Address.Split('/', '?')[1]) ? $"/{language}{Address[3..]}" : $"/{language}/";

    /// <summary>An address on this site in this language; the stand is kept where the reader chose one. Null values are left out.</summary>
    public string Link(string path, params (string Name, string? Value)[] query) =>
        QueryHelpers.AddQueryString($"/{Language}{path}", Kept(query).Where(q => q.Value is not null).Select(q => KeyValuePair.Create(q.Name, q.Value)))
            .Replace("%2C", ",", StringComparison.Ordinal);

    /// <summary>As <see cref="Link"/>, with the stand whether chosen or not: shows the same for ever.</summary>
    public string Permanent(string path, params (string Name, string? Value)[] query) =>
        IsPinned ? Link(path, query) : Link(path, [.. query, ("stand", Number(Stand.Release.Number))]);

    /// <summary>An address as of a certain release.</summary>
    public string Permanent(string path, int release) => QueryHelpers.AddQueryString($"/{Language}{path}", "stand", Number(release));

    /// <summary>This page as of now: the same address without its stand.</summary>
    public string AddressNow => WithStand(null);

    /// <summary>This page with its stand: shows the same for ever.</summary>
    public string PermanentHere => WithStand(Number(Stand.Release.Number));

    /// <summary>The same for paper: with scheme and host.</summary>
    public string AbsolutePermanent(HttpRequest request) => $"{request.Scheme}://{request.Host}{PermanentHere}";

    /// <summary>The address that was called, with scheme, host and stand: gives the same for ever.</summary>
    public string Called(HttpRequest request)
    {
        var address = request.Absolute($"{request.Path}{request.QueryString}");
        return IsPinned ? address : QueryHelpers.AddQueryString(address, "stand", Number(Stand.Release.Number));
    }

    /// <summary>A text of the catalogue; with its <c>lang</c> where it is in another language than the page. Nothing where it is null.</summary>
    public IHtmlContent Say(CatalogueText? text) => Say(text?.Body, text?.Language);

    /// <summary>A text in some language: with its <c>lang</c> where that is another than the page's.</summary>
    public IHtmlContent Say(string? text, string? language)
    {
        if (text is null)
        {
            return HtmlString.Empty;
        }

        var encoded = Encoder.Encode(text);
        return new HtmlString(language is null || language == Language ? encoded : $"<span lang=\"{language}\">{encoded}</span>");
    }

    /// <summary>The name of an entry; its code, without language, where the catalogue has no name.</summary>
    public CatalogueText Name(string kind, string code) => Catalogue.Text(kind, code, "name", Language) ?? Nameless(kind, code);

    /// <summary>The text of an entry; null where there is none.</summary>
    public CatalogueText? Text(string kind, string code, string part) => Catalogue.Text(kind, code, part, Language);

    /// <summary>Name of a code of a dimension; the code where the catalogue has none.</summary>
    public CatalogueText CodeName(string dimension, string code) => Catalogue.CodeName(dimension, code, Language) ?? Nameless(CatalogueKind.DimensionCode, code);

    /// <summary>A day in figures.</summary>
    public string Day(DateOnly day) => DateFormat.Short(day, Language);

    /// <summary>The day of a moment, in the time of Berlin and Warsaw.</summary>
    public string Day(DateTime utc) => Day(DayOf(utc));

    /// <summary>Day and minute of a moment, in the time of Berlin and Warsaw.</summary>
    public string Moment(DateTime utc) => $"{Day(utc)}, {Clock(utc)}";

    /// <summary>Hour and minute of a moment, in the time of Berlin and Warsaw.</summary>
    public static string Clock(DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), Berlin).ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>The same as a day.</summary>
    public static DateOnly DayOf(DateTime utc) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), Berlin));

    /// <summary>A count as the language writes it.</summary>
    public string Count(long count) => NumberFormat.Value(count, 0, Language);

    /// <summary>A phrase with its places filled.</summary>
    public string Fill(string phrase, params object[] values) => string.Format(Languages.Culture(Language), phrase, values);

    /// <summary>A phrase with a count in the form that goes with it; {0} is the count.</summary>
    public string Fill(Texts.Plural phrase, long count) => Fill(phrase.For(count), Count(count));

    /// <summary>Whole number for an address.</summary>
    public static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    private string WithStand(string? stand)
    {
        var parts = Address.Split('?', 2);
        var query = QueryHelpers.ParseQuery(parts.Length > 1 ? parts[1] : "").Where(q => q.Key != "stand").SelectMany(q => q.Value.Select(v => KeyValuePair.Create(q.Key, v)));
        return QueryHelpers.AddQueryString(parts[0], stand is null ? query : query.Append(KeyValuePair.Create("stand", (string?)stand)));
    }

    private static CatalogueText Nameless(string kind, string code) =>
        new() { Kind = kind, Code = code, Part = "name", Language = "", Body = code, State = TextState.Missing };

    private (string Name, string? Value)[] Kept((string Name, string? Value)[] query) =>
        IsPinned ? [.. query, ("stand", Number(Stand.Release.Number))] : query;
}
