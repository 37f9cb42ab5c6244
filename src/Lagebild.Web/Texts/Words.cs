using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
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

    public required TopicWords Topic { get; init; }

    public required RegionWords Region { get; init; }

    public required SourceWords Source { get; init; }

    public required CompareWords Compare { get; init; }

    public required FigureWords Figure { get; init; }

    public required HeadlineWords Headline { get; init; }

    public required StatusWords Status { get; init; }

    public required SourceFlagWords SourceFlag { get; init; }

    public required ErrorWords Error { get; init; }

    public required LegalWords Legal { get; init; }

    public required BriefingWords Briefing { get; init; }

    public required ViewWords View { get; init; }

    public required TargetWords Target { get; init; }

    public required MapWords Map { get; init; }

    public required ShareWords Share { get; init; }

    public required VerdictWords Verdict { get; init; }

    public required NoteWords Note { get; init; }

    public required DerivedWords Derived { get; init; }

    public required ApiWords Api { get; init; }

    public required DownloadWords Download { get; init; }

    public required PageWords Page { get; init; }

    public required SearchWords Search { get; init; }

    public required ConceptWords Concept { get; init; }

    public required DeliveryWords Delivery { get; init; }

    public required CalendarWords Calendar { get; init; }

    public required ChangesWords Changes { get; init; }

    public required MethodWords Method { get; init; }

    public required WorkbenchWords Workbench { get; init; }

    public required FeedWords Feed { get; init; }

    public required ProfileWords Profile { get; init; }

    public required ReportWords Report { get; init; }

    public required AccountWords Account { get; init; }


    public required IntakeWords Intake { get; init; }

    public required ReleasingWords Releasing { get; init; }

    public required AuditWords Audit { get; init; }

    public required EntryWords Entry { get; init; }

    public required StartWords Start { get; init; }

    public required MatrixWords Matrix { get; init; }



    public required TextWords Text { get; init; }

    /// <summary>The words of one of <see cref="Languages.All"/>; any other throws.</summary>
    public static Words In(string language) => All[language];

    /// <summary>Each file of a language's folder holds the part it is named after.</summary>
    private static Words Read(string language)
    {
        var parts = new JsonObject();
        foreach (var name in Assembly.GetExecutingAssembly().GetManifestResourceNames().Where(n => IsIn(language, n)))
        {
            using var file = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
            parts.Add(Path.GetFileNameWithoutExtension(name), JsonNode.Parse(file));
        }

        return parts.Deserialize<Words>(Json)!;
    }

    // Built on Windows, a name has the other slash.
    private static bool IsIn(string language, string name) => name.Replace('\\', '/').StartsWith($"texts/{language}/", StringComparison.Ordinal);
}
