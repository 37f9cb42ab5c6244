using Lagebild.Catalogue;
using Lagebild.Web.Texts;

namespace Lagebild.Web.Pages.Workbench.Editing;

/// <summary>The texts that entries of each kind have.</summary>
public static class EntryParts
{
    private static readonly string[] Plurals = ["few", "many"];

    private static readonly string[] Indispensable = ["name", "text", "definition", "term", "one", "other"];

    /// <summary>All kinds, in the order to list them.</summary>
    public static IReadOnlyList<string> Kinds { get; } =
    [
        CatalogueKind.Note, CatalogueKind.Gap, CatalogueKind.Break, CatalogueKind.Target, CatalogueKind.Indicator, CatalogueKind.Variant, CatalogueKind.Topic,
        CatalogueKind.Dimension, CatalogueKind.DimensionCode, CatalogueKind.Unit, CatalogueKind.Region, CatalogueKind.Concept, CatalogueKind.Likeness,
    ];

    /// <summary>In the order to write them; the first names the entry in lists.</summary>
    public static IReadOnlyList<string> Of(string kind) => kind switch
    {
        CatalogueKind.Note or CatalogueKind.Gap => ["text"],
        CatalogueKind.Break => ["name", "effect"],
        CatalogueKind.Target => ["name", "wording", "reason"],
        CatalogueKind.Indicator => ["name", "short", "definition", "not-counted"],
        CatalogueKind.Variant => ["name", "population", "definition", "coverage", "legal"],
        CatalogueKind.Topic => ["name", "lead"],
        CatalogueKind.Unit => ["axis", "one", "few", "many", "other"],
        CatalogueKind.Region => ["name", "in", "official"],
        CatalogueKind.Concept => ["term", "equivalent", "differs"],
        CatalogueKind.Likeness => ["effect"],
        _ => ["name"],
    };

    /// <summary>The languages a text is needed in: Polish alone has the numbers few and many.</summary>
    public static IReadOnlyList<string> LanguagesOf(string part) => Plurals.Contains(part) ? ["pl"] : Languages.All;

    /// <summary>Whether an entry is nothing without the text.</summary>
    public static bool IsNeeded(string part) => Indispensable.Contains(part);

    /// <summary>The languages in which a text that exists is missing; none where there is no such text at all.</summary>
    public static IReadOnlyList<string> Missing(Catalogue.Catalogue catalogue, string kind, string code, string part)
    {
        string[] there = [.. catalogue.TextsOf(kind, code).Where(t => t.Part == part && t.State != TextState.Missing).Select(t => t.Language)];
        return there.Length == 0 ? [] : [.. LanguagesOf(part).Except(there)];
    }

    /// <summary>What a part is called.</summary>
    public static string Name(TextWords words, string part) => part switch
    {
        "name" => words.PartName,
        "text" => words.PartText,
        "short" => words.PartShort,
        "definition" => words.PartDefinition,
        "not-counted" => words.PartNotCounted,
        "population" => words.PartPopulation,
        "coverage" => words.PartCoverage,
        "legal" => words.PartLegal,
        "in" => words.PartIn,
        "official" => words.PartOfficial,
        "lead" => words.PartLead,
        "axis" => words.PartAxis,
        "one" => words.PartOne,
        "few" => words.PartFew,
        "many" => words.PartMany,
        "other" => words.PartOther,
        "term" => words.PartTerm,
        "equivalent" => words.PartEquivalent,
        "differs" => words.PartDiffers,
        "effect" => words.PartEffect,
        "wording" => words.PartWording,
        "reason" => words.PartReason,
        _ => part,
    };

    /// <summary>What a kind is called, in the plural.</summary>
    public static string KindName(TextWords words, string kind) => kind switch
    {
        CatalogueKind.Note => words.KindNote,
        CatalogueKind.Gap => words.KindGap,
        CatalogueKind.Break => words.KindBreak,
        CatalogueKind.Target => words.KindTarget,
        CatalogueKind.Indicator => words.KindIndicator,
        CatalogueKind.Variant => words.KindVariant,
        CatalogueKind.Topic => words.KindTopic,
        CatalogueKind.Dimension => words.KindDimension,
        CatalogueKind.DimensionCode => words.KindDimensionCode,
        CatalogueKind.Unit => words.KindUnit,
        CatalogueKind.Region => words.KindRegion,
        CatalogueKind.Concept => words.KindConcept,
        CatalogueKind.Likeness => words.KindLikeness,
        _ => kind,
    };

    /// <summary>One of a kind, for headings: a new note.</summary>
    public static string NewName(TextWords words, string kind) => kind switch
    {
        CatalogueKind.Note => words.NewNote,
        CatalogueKind.Gap => words.NewGap,
        CatalogueKind.Break => words.NewBreak,
        _ => words.NewTarget,
    };
}
