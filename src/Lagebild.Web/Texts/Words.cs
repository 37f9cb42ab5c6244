using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Lagebild.Web.Texts;

/// <summary>
/// What the pages say besides figures and catalogue, in one language. The keys are these properties: a file that lacks one or has one more
/// does not load. Places are numbered, <c>{0}</c>; what needs a plural is a <see cref="Plural"/>.
/// </summary>
public sealed record Words
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        ReadCommentHandling = JsonCommentHandling.Disallow,
    };

    private static readonly FrozenDictionary<string, Words> All = Languages.All.ToFrozenDictionary(l => l, Read);

    public required SiteWords Site { get; init; }

    public required OverviewWords Overview { get; init; }

    public required IndicatorWords Indicator { get; init; }

    public required RegionWords Region { get; init; }

    public required SourceWords Source { get; init; }

    public required FigureWords Figure { get; init; }

    public required HeadlineWords Headline { get; init; }

    public required StatusWords Status { get; init; }

    public required ErrorWords Error { get; init; }

    public required LegalWords Legal { get; init; }

    /// <summary>The words of one of <see cref="Languages.All"/>; any other throws.</summary>
    public static Words In(string language) => All[language];

    private static Words Read(string language)
    {
        using var file = Assembly.GetExecutingAssembly().GetManifestResourceStream($"texts/{language}.json")
            ?? throw new InvalidOperationException($"The texts in {language} are not built in.");
        return JsonSerializer.Deserialize<Words>(file, Json)!;
    }
}

/// <summary>A phrase with a number. Polish has three forms (1, 2-4, 5 and more); German and English use two and leave <see cref="Few"/> null.</summary>
public sealed record Plural
{
    public required string One { get; init; }

    public string? Few { get; init; }

    public required string Many { get; init; }

    /// <summary>The form that goes with a count.</summary>
    public string For(long count) => count == 1 ? One : Few is not null && IsFew(count) ? Few : Many;

    private static bool IsFew(long count) => count % 10 is >= 2 and <= 4 && count % 100 is < 12 or > 14;
}

/// <summary>Frame of every page.</summary>
public sealed record SiteWords
{
    public required string Name { get; init; }
    public required string Place { get; init; }
    public required string Skip { get; init; }
    public required string Language { get; init; }
    public required string MainNavigation { get; init; }
    public required string FooterNavigation { get; init; }
    public required string Overview { get; init; }
    public required string Topics { get; init; }
    public required string Regions { get; init; }
    public required string Sources { get; init; }
    public required string Imprint { get; init; }
    public required string Privacy { get; init; }
    public required string Accessibility { get; init; }
    public required string Breadcrumb { get; init; }

    /// <summary>{0} number of the release, {1} its day.</summary>
    public required string Stand { get; init; }
    public required string StandPast { get; init; }
    public required string StandNow { get; init; }
    public required string NoReleaseYet { get; init; }
    public required string Publisher { get; init; }
    public required string TopicInternational { get; init; }
    public required string TopicArrivals { get; init; }
    public required string TopicAccommodation { get; init; }
    public required string TopicSupport { get; init; }
    public required string TopicIntegration { get; init; }
    public required string Computed { get; init; }
    public required string NewTab { get; init; }
}
