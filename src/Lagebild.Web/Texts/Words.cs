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

    public required TopicWords Topic { get; init; }

    public required RegionWords Region { get; init; }

    public required SourceWords Source { get; init; }

    public required FigureWords Figure { get; init; }

    public required HeadlineWords Headline { get; init; }

    public required StatusWords Status { get; init; }

    public required SourceFlagWords SourceFlag { get; init; }

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
    public required string Breadcrumb { get; init; }
    public required string Overview { get; init; }
    public required string Indicators { get; init; }
    public required string Regions { get; init; }
    public required string Sources { get; init; }
    public required string Imprint { get; init; }
    public required string Privacy { get; init; }
    public required string Accessibility { get; init; }

    /// <summary>{0} number of the release, {1} its day.</summary>
    public required string Stand { get; init; }

    /// <summary>The same within a sentence.</summary>
    public required string StandWithin { get; init; }
    public required string StandPast { get; init; }
    public required string StandNow { get; init; }
    public required string WithdrawnStand { get; init; }
    public required string Authority { get; init; }
    public required string PrintedFrom { get; init; }
    public required string Computed { get; init; }
    public required string TableRegion { get; init; }
}

/// <summary>First page.</summary>
public sealed record OverviewWords
{
    public required string Title { get; init; }
    public required string Lead { get; init; }
    public required string KeyFigures { get; init; }
    public required string KeyFiguresCaption { get; init; }
    public required string Indicator { get; init; }
    public required string Region { get; init; }
    public required string Value { get; init; }
    public required string Change { get; init; }
    public required string Trend { get; init; }
    public required string When { get; init; }

    /// <summary>{0} a difference of percentages.</summary>
    public required string Points { get; init; }
    public required string OnYear { get; init; }
    public required string OnPrevious { get; init; }
    public required string NoChange { get; init; }
    public required string NothingInTopic { get; init; }
    public required string InPicture { get; init; }
    public required string SixRegions { get; init; }
    public required string Inhabitants { get; init; }
    public required string PopulationNote { get; init; }
    public required string Missing { get; init; }
    public required string MissingLead { get; init; }
    public required string MissingCaption { get; init; }
    public required string None { get; init; }
    public required string AllSources { get; init; }
}

/// <summary>List, topic and page of an indicator.</summary>
public sealed record IndicatorWords
{
    public required string ListTitle { get; init; }
    public required string ListLead { get; init; }
    public required string Denominators { get; init; }
    public required Plural Covered { get; init; }
    public required string Until { get; init; }
    public required string NoDataYet { get; init; }
    public required string NoData { get; init; }
    public required string NoDataAtAll { get; init; }
    public required string ShowAll { get; init; }
    public required string SideBySide { get; init; }
    public required string SideBySideLead { get; init; }
    public required string Source { get; init; }
    public required string Press { get; init; }
    public required string AlsoReported { get; init; }
    public required string AllReports { get; init; }
    public required string AlsoCounted { get; init; }
    public required Plural MoreWays { get; init; }
    public required string RoundedTo { get; init; }
    public required string Csv { get; init; }
    public required string Svg { get; init; }
    public required string Data { get; init; }
    public required string PermanentAddress { get; init; }
    public required Plural Table { get; init; }
    public required string Period { get; init; }
    public required string Day { get; init; }
    public required string FigureOf { get; init; }
    public required string KeyOfSigns { get; init; }
    public required string Choose { get; init; }
    public required string ChooseRegions { get; init; }
    public required Plural Districts { get; init; }
    public required Plural DistrictsGermany { get; init; }
    public required Plural DistrictsPoland { get; init; }
    public required string OtherRegions { get; init; }
    public required string Variant { get; init; }
    public required string AnyVariant { get; init; }
    public required string Breakdown { get; init; }
    public required string Total { get; init; }
    public required string From { get; init; }
    public required string To { get; init; }
    public required string Earliest { get; init; }
    public required string LatestPeriod { get; init; }
    public required string Frequency { get; init; }
    public required string AnyFrequency { get; init; }
    public required string Chart { get; init; }
    public required string AnyChart { get; init; }
    public required string Line { get; init; }
    public required string Bar { get; init; }
    public required string Column { get; init; }
    public required string Show { get; init; }
    public required string Definition { get; init; }
    public required string NotCounted { get; init; }
    public required string Kind { get; init; }
    public required string Flow { get; init; }
    public required string Stock { get; init; }
    public required string Ratio { get; init; }
    public required string Unit { get; init; }
    public required string Rounding { get; init; }
    public required string NotRounded { get; init; }
    public required string Population { get; init; }
    public required string Coverage { get; init; }
    public required string LegalRegime { get; init; }
    public required string Cumulative { get; init; }
    public required string Variants { get; init; }
    public required string VariantsCaption { get; init; }
    public required string Span { get; init; }
    public required string Breaks { get; init; }
    public required string Targets { get; init; }
    public required string TargetDue { get; init; }
    public required string TargetSet { get; init; }
    public required string TargetPaper { get; init; }
    public required string TargetOwner { get; init; }
    public required string TargetSource { get; init; }
    public required string Related { get; init; }
    public required string WhereFrom { get; init; }
    public required string WhereFromLead { get; init; }
    public required string NoteBreak { get; init; }
    public required string AllShown { get; init; }
    public required string NoteThinnedMonth { get; init; }
    public required string NoteThinnedWeek { get; init; }
    public required string DailyView { get; init; }
    public required string NoteComputed { get; init; }
    public required string NoteChange { get; init; }
    public required string NoteMissing { get; init; }
    public required string NoteConfidential { get; init; }
    public required string NoteLatestDiffer { get; init; }
    public required string NoteInterval { get; init; }

    /// <summary>{0} regions with value and period.</summary>
    public required string NoteApart { get; init; }
    public required string NotePress { get; init; }
    public required string PerInhabitants { get; init; }
    public required string PerInhabitantsUnit { get; init; }
    public required string PerInhabitantsNote { get; init; }
    public required string PerHundredThousand { get; init; }
    public required string PerHundredThousandUnit { get; init; }

    /// <summary>{0} the least that would be written.</summary>
    public required string PerInhabitantsBelow { get; init; }

    /// <summary>{0} day of the population, {1} who publishes it.</summary>
    public required string PerInhabitantsBasis { get; init; }
    public required string PerInhabitantsOwnBasis { get; init; }

    /// <summary>{0} the indicator, {1} per how many.</summary>
    public required string PerInhabitantsUnranked { get; init; }
    public required string FrequencyD { get; init; }
    public required string FrequencyW { get; init; }
    public required string FrequencyM { get; init; }
    public required string FrequencyQ { get; init; }
    public required string FrequencyS { get; init; }
    public required string FrequencyA { get; init; }
    public required string FrequencyI { get; init; }
}

/// <summary>Page of a topic.</summary>
public sealed record TopicWords
{
    public required string Lead { get; init; }
    public required string ToIndicator { get; init; }
    public required string WithoutData { get; init; }
}

/// <summary>List and page of a region.</summary>
public sealed record RegionWords
{
    public required string ListTitle { get; init; }
    public required string ListLead { get; init; }
    public required string Countries { get; init; }
    public required string OtherLands { get; init; }
    public required string Population { get; init; }
    public required string NoPopulation { get; init; }
    public required string LatestFigures { get; init; }
    public required string LatestCaption { get; init; }
    public required string NoFigures { get; init; }
    public required string Districts { get; init; }
    public required string DistrictsPoland { get; init; }
    public required string Missing { get; init; }
    public required string MissingLead { get; init; }
    public required Plural MissingElsewhere { get; init; }
    public required string NothingMissing { get; init; }
    public required string Compare { get; init; }
    public required string Codes { get; init; }
    public required string Code { get; init; }
}

/// <summary>Where the data comes from.</summary>
public sealed record SourceWords
{
    public required string Templates { get; init; }
    public required string TemplatesLead { get; init; }
    public required string Title { get; init; }
    public required string Lead { get; init; }
    public required string Publisher { get; init; }
    public required string Licence { get; init; }
    public required string Citation { get; init; }
    public required string Address { get; init; }
    public required string Contact { get; init; }
    public required string Rhythm { get; init; }
    public required string ClosedSeries { get; init; }
    public required string NextDue { get; init; }
    public required string NextDueText { get; init; }
    public required string Overdue { get; init; }
    public required string LastDelivery { get; init; }
    public required string NoDelivery { get; init; }
    public required string Sha256 { get; init; }
    public required Plural Values { get; init; }
    public required Plural Records { get; init; }
    public required string Findings { get; init; }
    public required Plural Errors { get; init; }
    public required Plural Warnings { get; init; }
    public required Plural Notices { get; init; }
    public required string State { get; init; }
    public required string StateStored { get; init; }
    public required string StateWaiting { get; init; }
    public required string StateRefused { get; init; }
    public required string StateReleased { get; init; }
    public required string StateWithdrawn { get; init; }
    public required string Press { get; init; }
    public required string Disclosure { get; init; }
    public required string DisclosurePublisher { get; init; }
    public required string DisclosureOurs { get; init; }
    public required string Covers { get; init; }
    public required string Releases { get; init; }
    public required string ReleasesCaption { get; init; }
    public required string Release { get; init; }
    public required string Published { get; init; }
    public required string What { get; init; }
    public required string Added { get; init; }
    public required string Changed { get; init; }
    public required string Closed { get; init; }
    public required string KindCatalogue { get; init; }
    public required string KindWithdrawal { get; init; }
    public required string KindDelivery { get; init; }
}

/// <summary>The page of one value.</summary>
public sealed record FigureWords
{
    public required string Title { get; init; }
    public required string ComputedTitle { get; init; }
    public required string RateTitle { get; init; }

    /// <summary>{0} per how many inhabitants, as in a chart.</summary>
    public required string RateLead { get; init; }
    public required string RateValue { get; init; }
    public required string RatePopulation { get; init; }
    public required string RateFormula { get; init; }
    public required string RateRounded { get; init; }
    public required Plural ComputedLead { get; init; }
    public required string Series { get; init; }
    public required string Indicator { get; init; }
    public required string Variant { get; init; }
    public required string Region { get; init; }
    public required string Breakdown { get; init; }
    public required string Period { get; init; }
    public required string Frequency { get; init; }
    public required string Feed { get; init; }
    public required string Status { get; init; }
    public required string Ordinary { get; init; }
    public required string SourceFlag { get; init; }
    public required string RowSource { get; init; }
    public required string Note { get; init; }
    public required string Delivery { get; init; }
    public required string File { get; init; }
    public required string Size { get; init; }
    public required string Bytes { get; init; }
    public required string Retrieved { get; init; }
    public required string Profile { get; init; }
    public required string Line { get; init; }
    public required string Field { get; init; }
    public required string LineText { get; init; }
    public required string LineNotShown { get; init; }
    public required string History { get; init; }
    public required string HistoryCaption { get; init; }
    public required string HistoryFrom { get; init; }
    public required string HistoryTo { get; init; }
    public required string HistoryCurrent { get; init; }
    public required string HistoryValue { get; init; }
    public required string Withdrawn { get; init; }
    public required string Disclosure { get; init; }
    public required string PublisherRounds { get; init; }
    public required string PublisherDoesNotRound { get; init; }
    public required string ToChart { get; init; }
    public required string Citation { get; init; }
    public required string Permanent { get; init; }
}

/// <summary>Findings above charts: made by rule from the values.</summary>
public sealed record HeadlineWords
{
    /// <summary>{0} region, {1} when, {2} value with unit, {3} how many regions, {4} the region as a place.</summary>
    public required string Most { get; init; }
    public required Plural Regions { get; init; }

    /// <summary>{0} first region, {1} its value with unit, {2} second region, {3} its value, {4} when, {5} {6} the regions as places.</summary>
    public required string Two { get; init; }

    /// <summary>{0} region, {1} when, {2} value with unit, {4} the region as a place.</summary>
    public required string One { get; init; }

    /// <summary>As One, {3} the change.</summary>
    public required string Up { get; init; }
    public required string Down { get; init; }
    public required string Unchanged { get; init; }

    /// <summary>As Most, Two and One for a ratio, whose name stands before.</summary>
    public required string MostRatio { get; init; }
    public required string TwoRatio { get; init; }
    public required string OneRatio { get; init; }

    /// <summary>As Most and Two where the catalogue does not say how a region is said as a place.</summary>
    public required string MostNamed { get; init; }
    public required string TwoNamed { get; init; }
    public required string Nothing { get; init; }
    public required string Flagged { get; init; }
}

/// <summary>Words and signs for what is not simply a value.</summary>
public sealed record StatusWords
{
    public required string Missing { get; init; }
    public required string NotApplicable { get; init; }
    public required string NotYetAvailable { get; init; }
    public required string LowReliability { get; init; }
    public required string Forecast { get; init; }
    public required string Estimated { get; init; }
    public required string Provisional { get; init; }
    public required string LessThanHalfUnit { get; init; }
    public required string Confidential { get; init; }
    public required string NotCollected { get; init; }
    public required string Late { get; init; }
    public required string Refused { get; init; }
    public required string NotPublished { get; init; }
}

/// <summary>The signs of a source in words.</summary>
public sealed record SourceFlagWords
{
    /// <summary>{0} sign, {1} meaning, {2} regions and periods.</summary>
    public required string Known { get; init; }

    /// <summary>{0} sign, {1} regions and periods.</summary>
    public required string Unknown { get; init; }
    public required string BreakInSeries { get; init; }
    public required string DefinitionDiffers { get; init; }
    public required string EstimatedBySource { get; init; }
    public required string ProvisionalBySource { get; init; }
    public required string EurostatEstimate { get; init; }
    public required string Unreliable { get; init; }
    public required string Withheld { get; init; }
    public required string NotSignificant { get; init; }
    public required string DoesNotApply { get; init; }
}

/// <summary>What went wrong, said to the reader.</summary>
public sealed record ErrorWords
{
    public required string BadRequestTitle { get; init; }
    public required string BadRequest { get; init; }

    /// <summary>{0} and {1} become code.</summary>
    public required string Field { get; init; }
    public required string ExpectedRegions { get; init; }
    public required string ExpectedVariant { get; init; }
    public required string ExpectedFeed { get; init; }
    public required string ExpectedBreakdown { get; init; }
    public required string ExpectedDay { get; init; }
    public required string ExpectedFrequency { get; init; }
    public required string ExpectedKind { get; init; }
    public required string ExpectedStand { get; init; }

    /// <summary>{0} the day asked for, {1} day of the first release.</summary>
    public required string BeforeFirst { get; init; }

    /// <summary>{0} what was asked for, {1} number and {2} day of the latest release.</summary>
    public required string NoSuchRelease { get; init; }

    /// <summary>{0} the day asked for, {1} number and {2} day of the latest release.</summary>
    public required string FutureDay { get; init; }
    public required string NotFoundTitle { get; init; }
    public required string NotFound { get; init; }
    public required string MethodTitle { get; init; }
    public required string Method { get; init; }
    public required string UnavailableTitle { get; init; }
    public required string Unavailable { get; init; }
    public required string FailureTitle { get; init; }
    public required string Failure { get; init; }
    public required string Ways { get; init; }
}

/// <summary>Imprint, privacy, accessibility.</summary>
public sealed record LegalWords
{
    public required string Missing { get; init; }
    public required string MissingLanguage { get; init; }
    public required string NoCookies { get; init; }
    public required string AccessibilityBuilt { get; init; }
    public required string Feedback { get; init; }
    public required string NoFeedback { get; init; }
}
