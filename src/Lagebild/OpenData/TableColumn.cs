using Lagebild.Statistics;

namespace Lagebild.OpenData;

/// <summary>A column of the canonical CSV as schemas describe it.</summary>
internal sealed record TableColumn
{
    public required string Name { get; init; }

    /// <summary>In the reader's language.</summary>
    public required string Title { get; init; }

    public TableType Type { get; init; } = TableType.Text;

    /// <summary>The codes it may hold with their meaning; empty where it holds anything. An empty field is none of them.</summary>
    public IReadOnlyList<(string Code, string Name)> Codes { get; init; } = [];

    /// <summary>What an empty field means; null where there is nothing special about it.</summary>
    public string? Empty { get; init; }

    /// <summary>In the order of <see cref="CanonicalCsv.Columns"/>.</summary>
    public static IReadOnlyList<TableColumn> Of(DataSet data)
    {
        var words = data.Words;
        var codes = new Dictionary<string, TableColumn>(StringComparer.Ordinal)
        {
            ["period_start"] = new() { Name = "period_start", Title = words.PeriodStart, Type = TableType.Day },
            ["period_end"] = new() { Name = "period_end", Title = words.PeriodEnd, Type = TableType.Day },
            ["value"] = new() { Name = "value", Title = words.Value, Type = TableType.Number, Empty = words.EmptyIsNotZero },
            ["breakdown"] = new() { Name = "breakdown", Title = words.Breakdown, Empty = words.TotalMeaning },
            ["label_release"] = new() { Name = "label_release", Title = words.Release, Type = TableType.Whole },
            ["label_stand"] = new() { Name = "label_stand", Title = words.Stand, Type = TableType.Whole },
            ["conf_status"] = new() { Name = "conf_status", Title = words.Status, Codes = CodesOf(data, Confidential), Empty = words.FreeMeaning },
            ["obs_status"] = new() { Name = "obs_status", Title = words.Status, Codes = CodesOf(data, Doubtful), Empty = words.OrdinaryMeaning },
        };
        return [.. CanonicalCsv.Columns.Select(c => codes.GetValueOrDefault(c) ?? new() { Name = c, Title = Titled(words, c) })];
    }

    private static IEnumerable<Observation> Confidential =>
        Enum.GetValues<ConfidentialityStatus>().Where(c => c != ConfidentialityStatus.Free).Select(c => new Observation { Period = default, Confidentiality = c });

    private static IEnumerable<Observation> Doubtful =>
    [
        .. Enum.GetValues<ObservationStatus>().Where(s => s != ObservationStatus.Normal).Select(s => new Observation { Period = default, Status = s }),
        .. Enum.GetValues<MissingReason>().Where(r => r != MissingReason.None).Select(r => new Observation { Period = default, Status = ObservationStatus.Missing, MissingReason = r }),
    ];

    private static (string, string)[] CodesOf(DataSet data, IEnumerable<Observation> observations) =>
        [.. observations.Select(o => (o.Confidentiality == ConfidentialityStatus.Free ? o.StatusCode() : o.Confidentiality.Word(), data.StatusWord(o)))];

    private static string Titled(DataWords words, string column) => column switch
    {
        "indicator" or "label_indicator" => words.Indicator,
        "variant" or "label_variant" => words.Variant,
        "region" or "label_region" => words.Region,
        "label_breakdown" => words.Breakdown,
        "frequency" => words.Frequency,
        "source" => words.Place,
        "note" => words.Note,
        "source_flag" => words.SourceFlag,
        "label_status" => words.Status,
        "label_break" => words.Break,
        "label_unit" => words.Unit,
        "label_computed" => words.Computed,
        "label_feed" => words.Feed,
        "label_publisher" => words.Publisher,
        "label_licence" => words.Licence,
        _ => words.Extent,
    };
}

/// <summary>What a column holds.</summary>
internal enum TableType
{
    Text,
    Day,
    Whole,
    Number,
}
