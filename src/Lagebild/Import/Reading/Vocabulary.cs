using System.Globalization;
using Lagebild.Import.Consistency;
using Lagebild.Statistics;

namespace Lagebild.Import.Reading;

/// <summary>
/// What the texts of a file mean by its profile and the catalogue. Each method reads one trimmed cell into a number of one of the lists here;
/// it is asked once for each different text.
/// </summary>
internal sealed class Vocabulary
{
    private static readonly string[] _isoPatterns = ["yyyy-MM-dd", "yyyy-MM", "yyyy"];

    private readonly Catalogue.Catalogue _catalogue;
    private readonly Profile _profile;
    private readonly bool _isOpen;
    private readonly PeriodPattern[] _patterns;
    private readonly PeriodPattern[] _iso;
    private readonly NumberedList<string> _indicators = new();
    private readonly NumberedList<string> _variantCodes = new();
    private readonly NumberedList<string> _regionCodes = new();
    private readonly List<VariantReading> _variants = [];
    private readonly List<Region> _regions = [];

    /// <summary>Open: what the catalogue lacks is taken as the file or profile spells it.</summary>
    public Vocabulary(Catalogue.Catalogue catalogue, Profile profile, bool isOpen)
    {
        (_catalogue, _profile, _isOpen) = (catalogue, profile, isOpen);
        _iso = [.. _isoPatterns.Select(p => new PeriodPattern(p, profile.Language))];
        _patterns = [.. profile.Periods.Select(p => new PeriodPattern(p, profile.Language))];
    }

    public NumberedList<ReadPeriod> Periods { get; } = new();

    public Breakdowns Breakdowns { get; } = new();

    /// <summary>Populations counted.</summary>
    public NumberedList<string> Populations { get; } = new();

    public NumberedList<Signs> Signs { get; } = new();

    public NumberedList<FlagMeaning> Flags { get; } = new();

    /// <summary>Flags, sources and notes.</summary>
    public PhraseTable Phrases { get; } = new();

    public IReadOnlyList<VariantReading> Variants => _variants;

    public IReadOnlyList<Region> Regions => _regions;

    public string IndicatorCode(int number) => _indicators[number];

    public Meaning Indicator(string text) =>
        Mapped("indicator", text) is var code && (_catalogue.Indicator(code) is not null || (_isOpen && code.Length > 0))
            ? new(_indicators.NumberOf(code))
            : Unknown(Reason.UnknownIndicator, text);

    public Meaning Variant(string text)
    {
        var code = Mapped("variant", text);
        return _catalogue.Variant(code) is { } variant ? new(NumberOf(variant))
            : _isOpen && code.Length > 0 ? new(NumberOfOpen(code))
            : Unknown(Reason.UnknownVariant, text);
    }

    public Meaning Population(string text) => new(Populations.NumberOf(Mapped("counted", text)));

    public Meaning Region(string text, ProfileColumn column)
    {
        var bare = column.Strip is null ? text : WholeText.AtEnd(column.Strip).Replace(text, "").Trim();
        var code = column.Prefix + (column.Pad is { } length && bare.Length > 0 ? bare.PadLeft(length, '0') : bare);
        var region = column.Aliases.TryGetValue(code, out var alias) ? _catalogue.Region(alias)
            : column.Scheme == "code" ? _catalogue.Region(code)
            : _catalogue.RegionByAlias(column.Scheme, code);
        return region is not null ? new(NumberOf(region)) : _isOpen && bare.Length > 0 ? Foreign(code) : Unknown(Reason.UnknownRegion, text);
    }

    public Meaning Region(string code) =>
        _catalogue.Region(code) is { } region ? new(NumberOf(region)) : _isOpen ? Foreign(code) : Unknown(Reason.UnknownRegion, code);

    /// <summary>Our code of a region; empty for one that the catalogue does not have.</summary>
    public string RegionCode(int number) => _catalogue.Region(_regions[number].Code) is null ? "" : _regions[number].Code;

    public Meaning Frequency(string text) =>
        FrequencyCode.Parse(Mapped("frequency", text)) is { } frequency ? new((int)frequency) : Unknown(Reason.UnknownFrequency, text);

    /// <summary>A day as <c>2024-12-31</c>, else in the profile's patterns; the number is yyyymmdd.</summary>
    public Meaning Day(string text) => Iso(text) is { } day ? new(day)
        : _patterns.Select(p => p.Read(text)).FirstOrDefault(p => p is not null) is { IsOneDay: true } period ? new(period.Start)
        : Unknown(Reason.PeriodInvalid, text);

    public Meaning Period(string text)
    {
        var written = Mapped("period", text);
        var patterns = written == text ? _patterns : _patterns.Concat(_iso);
        var period = patterns.Select(p => p.Read(written)).FirstOrDefault(p => p is not null);
        return period is null ? Unknown(Reason.PeriodInvalid, text) : new(Periods.NumberOf(period.Value));
    }

    public Meaning Breakdown(string text)
    {
        if (Statistics.Breakdown.Parse(text) is not { } breakdown)
        {
            return Meaning.Wrong(Reason.BreakdownMalformed);
        }

        var wrong = breakdown.Parts.Select(p => Code(p.Key, p.Value)).FirstOrDefault(m => m.Fault is not null);
        return wrong.Fault is null ? new(Breakdowns.NumberOf(breakdown)) : wrong;
    }

    /// <summary>A part of the breakdown.</summary>
    public Meaning Dimension(string dimension, string text, string scheme = "code", string prefix = "")
    {
        var code = scheme == "code" ? Mapped(dimension, text) : _catalogue.RegionByAlias(scheme, prefix + text)?.Code ?? Mapped(dimension, text);
        return code == "total" ? new(Breakdowns.Total)
            : Code(dimension, code) is { Fault: { } fault } ? new(-1, text.Length == 0 ? new Fault(Reason.EmptyCell) : fault)
            : new(Breakdowns.PartOf(dimension, code));
    }

    /// <summary>Our own word; for a missing value with its reason, <c>missing:late</c>.</summary>
    public Meaning Status(string text)
    {
        var parts = Mapped("status", text).Split(':', 2);
        var reason = parts.Length == 1 ? MissingReason.None : parts[0] == "missing" ? StatusCode.Reason(parts[1]) : null;
        return StatusCode.Observation(parts[0]) is { } status && reason is { } why && parts is not [_, ""]
            ? new(Signs.NumberOf(new Signs(status, MissingReason: why)))
            : Meaning.Wrong(Reason.UnknownStatus);
    }

    public Meaning Confidentiality(string text) => StatusCode.Confidentiality(Mapped("confidentiality", text)) is { } word
        ? new(Signs.NumberOf(new Signs(ObservationStatus.Normal, word)))
        : Meaning.Wrong(Reason.UnknownStatus);

    /// <summary>The source's sign, whole in the map or letter by letter.</summary>
    public Meaning Flag(string text)
    {
        var words = Words(text);
        if (words.Any(w => w is null))
        {
            return Meaning.Wrong(Reason.UnknownFlag, string.Join(", ", _profile.Flags.Map.Keys));
        }

        var signs = words.Where(w => w != "break").Select(w => Reading.Signs.Of(ProfileText.Symbol(w!))).Aggregate(default(Signs), (a, b) => a.And(b));
        var phrase = text.Length == 0 ? -1 : Phrases.NumberOf(System.Text.Encoding.UTF8.GetBytes(text));
        return new(Flags.NumberOf(new FlagMeaning(signs, phrase)), words.Contains("break") ? new Fault(Reason.BreakMarked, Severity.Notice) : null);
    }

    /// <summary>The variant of an indicator that the profile gives the region's office, by the population counted; -1 for none.</summary>
    public int VariantFor(int indicator, int region, int population, int breakdown)
    {
        var offered = OfferedTo(_regions[region], Breakdowns[breakdown]).Select(c => _catalogue.Variant(c)!).Where(v => v.Indicator == _indicators[indicator]);
        var chosen = population < 0 ? offered.FirstOrDefault() : offered.FirstOrDefault(v => v.PopulationCounted == Populations[population]);
        return chosen is not null ? NumberOf(chosen) : _isOpen ? NumberOfOpen(_indicators[indicator]) : -1;
    }

    /// <summary>What <see cref="Profile.Maps"/> make of a text; the text itself where there is no map.</summary>
    public string Mapped(string dimension, string text)
    {
        if (!_profile.Maps.TryGetValue(dimension, out var map))
        {
            return text;
        }

        var code = map.TryGetValue(text, out var exact) ? exact : map.GetValueOrDefault("*", "");
        return code == "=" ? text : code;
    }

    private IReadOnlyList<string> OfferedTo(Region region, Breakdown breakdown) =>
        Around(region).SelectMany(r => breakdown.Parts.Select(p => $"{r.Code} {p.Key}={p.Value}").Append(r.Code))
            .Select(k => _profile.Variants.GetValueOrDefault(k)).FirstOrDefault(v => v is not null) ?? [];

    private IEnumerable<Region> Around(Region region)
    {
        for (var at = region; at is not null; at = at.Parent is { } parent ? _catalogue.Region(parent) : null)
        {
            yield return at;
        }
    }

    private string?[] Words(string text) =>
        text.Length == 0 ? []
        : _profile.Flags.Map.TryGetValue(text, out var whole) ? [whole]
        : [.. text.Where(c => c != ' ').Select(c => _profile.Flags.Map.GetValueOrDefault(c.ToString(CultureInfo.InvariantCulture)))];

    private Meaning Code(string dimension, string code) =>
        _isOpen && code.Length > 0 ? new(0)
        : _catalogue.Dimension(dimension) is null ? Meaning.Wrong(Reason.UnknownDimension, dimension)
        : _catalogue.Code(dimension, code) is null ? Meaning.Wrong(Reason.UnknownCode, dimension)
        : new(0);

    private Meaning Unknown(Reason reason, string text) => reason switch
    {
        _ when text.Length == 0 => Meaning.Wrong(Reason.EmptyCell),
        Reason.UnknownRegion when Slips.RegionMeant(text, _catalogue) is { } meant => Meaning.Wrong(Reason.LostZero, meant.Code),
        Reason.PeriodInvalid when Slips.Date(text) is { } meant => Meaning.Wrong(Reason.DateAsNumber, meant.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        _ => Meaning.Wrong(reason),
    };

    private Meaning Foreign(string code) =>
        new(NumberOf(new Region { Code = code, Level = RegionLevel.Municipality }), new Fault(Reason.UnknownRegion, Severity.Warning));

    /// <summary>A variant outside the catalogue, named as its indicator is.</summary>
    private int NumberOfOpen(string code)
    {
        var number = _variantCodes.NumberOf(code);
        if (number == _variants.Count)
        {
            _variants.Add(VariantReading.Outside(code, _profile.Cumulative, Periods, Breakdowns));
        }

        return number;
    }

    private int NumberOf(Region region)
    {
        var number = _regionCodes.NumberOf(region.Code);
        if (number == _regions.Count)
        {
            _regions.Add(region);
        }

        return number;
    }

    private int NumberOf(Variant variant)
    {
        var number = _variantCodes.NumberOf(variant.Code);
        if (number == _variants.Count)
        {
            _variants.Add(new VariantReading(variant, _catalogue.Indicator(variant.Indicator)!, Periods, Breakdowns) { TakesAnyBreakdown = _isOpen });
        }

        return number;
    }

    private static int? Iso(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && ReadPeriod.IsDay(day.Year, day.Month, day.Day)
            ? DayNumber.From(day)
            : null;
}

/// <summary>What a source's sign means, and its own spelling among the phrases (-1 for none).</summary>
internal readonly record struct FlagMeaning(Signs Signs, int Phrase);
