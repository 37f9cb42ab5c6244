using Lagebild.Catalogue;
using Lagebild.Statistics;
using Lagebild.Web.Texts;
using Microsoft.Extensions.Primitives;

namespace Lagebild.Web.Pages.Workbench.Editing;

/// <summary>The fields of entries that are more than texts: notes, explanations of gaps, breaks and targets.</summary>
public sealed class EntryFields(Reading reading, EntryOptions options)
{
    /// <summary>The kinds that editors add and remove, in the order to offer them.</summary>
    public static IReadOnlyList<string> Kinds { get; } = [CatalogueKind.Note, CatalogueKind.Gap, CatalogueKind.Break, CatalogueKind.Target];

    private TextWords Words => reading.Words.Text;

    /// <summary>In the order to fill them in; none for entries that are texts only.</summary>
    public IReadOnlyList<EntryField> Of(string kind) => kind switch
    {
        CatalogueKind.Note => [Indicator(false), Variant(), Region(Words.NoteRegionHint), From(), To(), .. Dimensions()],
        CatalogueKind.Gap => [Indicator(true), Region(Words.GapRegionHint) with { None = null, IsNeeded = true }, Reason(), From(), To()],
        CatalogueKind.Break =>
        [
            Field("day", Words.BreakDay, FieldType.Day, Words.BreakDayHint) with { IsNeeded = true },
            Indicator(false) with { Label = Words.BreakIndicator, None = Words.OnlyVariants },
            Field("variants", Words.BreakVariants, FieldType.Choices, Words.SeveralHint) with { Options = options.Variants() },
            Field("regions", Words.BreakRegions, FieldType.Choices, $"{Words.BreakRegionsHint} {Words.SeveralHint}") with { Options = options.Regions() },
            Field("law", Words.Law, FieldType.Line, Words.LawHint),
            Field("source", Words.Source, FieldType.Line, Words.SourceHint) with { IsNeeded = true },
        ],
        CatalogueKind.Target =>
        [
            Indicator(true),
            Variant() with { Hint = Words.TargetVariantHint },
            Region(null) with { None = null, IsNeeded = true },
            Field("value", Words.TargetValue, FieldType.Number) with { IsNeeded = true },
            Field("due", Words.Due, FieldType.Day, Words.DueHint),
            Field("base", Words.BaseValue, FieldType.Number, Words.BaseHint),
            Field("base-day", Words.BaseDay, FieldType.Day),
            Field("set", Words.Set, FieldType.Day, Words.SetHint) with { IsNeeded = true },
            Field("owner", Words.Owner, FieldType.Line, Words.OwnerHint) with { IsNeeded = true },
            Field("paper", Words.Paper, FieldType.Line, Words.PaperHint),
            Field("source", Words.SourceAddress, FieldType.Address) with { IsNeeded = true },
            .. Dimensions(),
        ],
        _ => [],
    };

    /// <summary>The fields filled with what a body says; empty ones where there is none.</summary>
    public FormValues Filled(string kind, string? body) => body is null ? FormValues.Of() : kind switch
    {
        CatalogueKind.Note => Filled(EntryBody.Read<FigureNote>(kind, body)),
        CatalogueKind.Gap => Filled(EntryBody.Read<GapReason>(kind, body)),
        CatalogueKind.Break => Filled(EntryBody.Read<Break>(kind, body)),
        CatalogueKind.Target => Filled(EntryBody.Read<Target>(kind, body)),
        _ => FormValues.Of(),
    };

    /// <summary>The body that fields make; null where something is wrong: the reader has it.</summary>
    public string? Body(string kind, string code, FieldReader reader)
    {
        var body = kind switch
        {
            CatalogueKind.Note => Note(code, reader),
            CatalogueKind.Gap => Gap(code, reader),
            CatalogueKind.Break => Break(code, reader),
            CatalogueKind.Target => Target(code, reader),
            _ => null,
        };
        if (body is not null && !options.IsEverywhere && EntryRegions.Of(kind, body).All(r => r.Length == 0))
        {
            reader.Wrong(kind == CatalogueKind.Break ? "regions" : "region", Words.RegionNeeded);
        }

        return reader.Faults.Count == 0 ? body : null;
    }

    /// <summary>A body as these fields would write it, so that an unchanged one counts as unchanged.</summary>
    public string? Rewritten(string kind, string code, string? body) => body is null ? null : Body(kind, code, new FieldReader(Filled(kind, body), reading.Catalogue, reading));

    private static string Note(string code, FieldReader reader)
    {
        var (indicator, variant, region) = (IndicatorOf(reader), VariantOf(reader), reader.Code("region", r => reader.Catalogue.Region(r) is not null));
        var (from, to) = reader.Span();
        reader.CheckBound(indicator ?? variant ?? region);
        return EntryBody.Of(new FigureNote
        {
            Code = code,
            Indicator = indicator ?? reader.Catalogue.Variant(variant ?? "")?.Indicator,
            Variant = variant,
            Region = region,
            Breakdown = reader.Breakdown().Key,
            From = from,
            To = to,
        });
    }

    private static string Gap(string code, FieldReader reader)
    {
        var (indicator, region) = (reader.Needed("indicator", IndicatorOf(reader)), reader.Needed("region", reader.Code("region", r => reader.Catalogue.Region(r) is not null)));
        var reason = reader.Needed("reason", reader.Code("reason", r => ReasonOf(r) is not null));
        var (from, to) = reader.Span();
        return EntryBody.Of(new GapReason { Code = code, Indicator = indicator ?? "", Region = region ?? "", Reason = ReasonOf(reason ?? "") ?? MissingReason.Late, From = from, To = to });
    }

    private static string Break(string code, FieldReader reader)
    {
        var day = reader.Needed("day", reader.Day("day"));
        var (indicator, variants) = (IndicatorOf(reader), reader.Codes("variants", v => reader.Catalogue.Variant(v) is not null));
        reader.CheckOne(indicator, variants);
        return EntryBody.Of(new Break
        {
            Code = code,
            Day = day ?? default,
            Indicator = indicator,
            Variants = variants,
            Regions = reader.Codes("regions", r => reader.Catalogue.Region(r) is not null),
            Law = reader.Line("law"),
            Source = reader.Needed("source", reader.Line("source")) ?? "",
        });
    }

    private static string Target(string code, FieldReader reader)
    {
        var (indicator, variant) = (reader.Needed("indicator", IndicatorOf(reader)), VariantOf(reader));
        var decimals = reader.Catalogue.Variant(variant ?? "")?.Decimals ?? 0;
        var (value, start, startDay) = (reader.Needed("value", reader.Number("value", decimals)), reader.Number("base", decimals), reader.Day("base-day"));
        var (set, due) = (reader.Needed("set", reader.Day("set")), reader.Day("due"));
        reader.CheckBase(start, startDay, due, value);
        return EntryBody.Of(new Target
        {
            Code = code,
            Indicator = indicator ?? "",
            Variant = variant,
            Region = reader.Needed("region", reader.Code("region", r => reader.Catalogue.Region(r) is not null)) ?? "",
            Breakdown = reader.Breakdown().Key,
            Base = start is { } from && startDay is { } day ? new() { Value = from, Day = day } : null,
            Set = set ?? default,
            Due = due,
            Value = value ?? 0,
            Paper = reader.Line("paper"),
            Source = reader.Needed("source", reader.Address("source")) ?? "",
            Owner = reader.Needed("owner", reader.Line("owner")) ?? "",
        });
    }

    private static string? IndicatorOf(FieldReader reader) => reader.Code("indicator", i => reader.Catalogue.Indicator(i) is not null);

    /// <summary>A way of counting of another indicator than the one chosen is a fault.</summary>
    private static string? VariantOf(FieldReader reader)
    {
        var variant = reader.Code("variant", v => reader.Catalogue.Variant(v) is not null);
        reader.CheckVariant(variant);
        return variant;
    }

    private static MissingReason? ReasonOf(string word) => Enum.GetValues<MissingReason>().Where(r => r != MissingReason.None && r.Word() == word).Cast<MissingReason?>().FirstOrDefault();

    private static FormValues Filled(FigureNote note) =>
        FormValues.Of(("indicator", note.Indicator), ("variant", note.Variant), ("region", note.Region), ("from", Iso(note.From)), ("to", Iso(note.To))).With(Parts(note.Breakdown));

    private static FormValues Filled(GapReason gap) =>
        FormValues.Of(("indicator", gap.Indicator), ("region", gap.Region), ("reason", gap.Reason.Word()), ("from", Iso(gap.From)), ("to", Iso(gap.To)));

    private static FormValues Filled(Break found) => FormValues.Of(("day", Iso(found.Day)), ("indicator", found.Indicator), ("law", found.Law), ("source", found.Source))
        .With([KeyValuePair.Create("variants", new StringValues([.. found.Variants])), KeyValuePair.Create("regions", new StringValues([.. found.Regions]))]);

    private FormValues Filled(Target target)
    {
        var decimals = reading.Catalogue.Variant(target.Variant ?? "")?.Decimals ?? 0;
        return FormValues.Of(
            ("indicator", target.Indicator),
            ("variant", target.Variant),
            ("region", target.Region),
            ("value", Number(target.Value, decimals)),
            ("due", Iso(target.Due)),
            ("base", target.Base is { } start ? Number(start.Value, decimals) : null),
            ("base-day", Iso(target.Base?.Day)),
            ("set", Iso(target.Set)),
            ("owner", target.Owner),
            ("paper", target.Paper),
            ("source", target.Source)).With(Parts(target.Breakdown));
    }

    private static IEnumerable<KeyValuePair<string, StringValues>> Parts(string breakdown) =>
        Breakdown.Parse(breakdown)!.Parts.Select(p => KeyValuePair.Create(FieldReader.Dimension(p.Key), new StringValues(p.Value)));

    private string Number(long value, int decimals) => Charts.NumberFormat.Value(value, decimals, reading.Language);

    private static string? Iso(DateOnly? day) => AddressFields.Day(day);

    private static EntryField Field(string name, string label, FieldType type, string? hint = null) => new() { Name = name, Label = label, Type = type, Hint = hint };

    private EntryField Indicator(bool isNeeded) =>
        Field("indicator", Words.Indicator, FieldType.Choice) with { Options = options.Indicators(), IsNeeded = isNeeded, None = isNeeded ? null : Words.AnyIndicator };

    private EntryField Variant() => Field("variant", Words.Variant, FieldType.Choice) with { Options = options.Variants(), None = Words.AnyVariant };

    private EntryField Region(string? hint) => Field("region", Words.Region, FieldType.Choice, hint) with { Options = options.Regions(), None = options.IsEverywhere ? Words.AnyRegion : null, IsNeeded = !options.IsEverywhere };

    private EntryField Reason() => Field("reason", Words.GapReason, FieldType.Choice) with { Options = options.Reasons(), IsNeeded = true };

    private EntryField From() => Field("from", Words.From, FieldType.Day, Words.OpenHint);

    private EntryField To() => Field("to", Words.To, FieldType.Day, Words.OpenHint);

    private IEnumerable<EntryField> Dimensions() => reading.Catalogue.Dimensions.Select(d =>
        Field(FieldReader.Dimension(d.Code), reading.Name(CatalogueKind.Dimension, d.Code).Plain(), FieldType.Choice) with { Options = options.Codes(d), None = Words.AnyCode, IsRare = true });
}
