using System.Text.Json;
using System.Text.Json.Nodes;
using Lagebild.Statistics;
using Microsoft.OpenApi;

namespace Lagebild.Web.Api;

/// <summary>What a parameter of a query means, for the description of the API.</summary>
internal sealed record ApiParameter
{
    private static readonly Dictionary<string, ApiParameter> All = new ApiParameter[]
    {
        new() { Name = "stand", Means = "The release as of which everything is given: its number, or a day (the last release up to its end in Berlin; redirects to the number). Left out: the latest.", Example = "1" },
        new() { Name = "limit", Means = "How many items at most.", Example = "2", Type = JsonSchemaType.Integer, Least = 1, Most = 1000 },
        new() { Name = "cursor", Means = "Where to go on, as `next` and the header `Link` of the answer before say it." },
        new() { Name = "topic", Means = "A part of clause 3c.", Example = "arrivals", Words = Kebab<Topic>() },
        new() { Name = "level", Means = "A level of regions.", Example = "land", Words = Kebab<RegionLevel>() },
        new() { Name = "parent", Means = "The region around those wanted, by code.", Example = "DEU" },
        new() { Name = "indicator", Means = "An indicator, by code.", Example = "asylblg-recipients" },
        new() { Name = "indicators", Means = "Indicators, by code, separated by commas.", Example = "asylblg-recipients" },
        new() { Name = "region", Means = "A region, by code.", Example = "DE-HH" },
        new() { Name = "regions", Means = "Regions, by code, separated by commas.", Example = "DE-HH,DE-MV" },
        new() { Name = "variant", Means = "A way of counting, by code." },
        new() { Name = "feed", Means = "A feed, by code.", Example = "destatis-asylblg" },
        new() { Name = "name", Means = "What the file is called, to be shown to people. A multipart form may name it itself." },
        new() { Name = "breakdown", Means = "A breakdown: `dimension=code` pairs, separated by semicolons, dimensions in alphabetical order; empty for the total. Left out: all." },
        new() { Name = "frequency", Means = "How often the series is taken.", Words = ["D", "W", "M", "Q", "S", "A", "I"], Example = "A" },
        new() { Name = "from", Means = "Periods that start on or after this day, month or year.", Example = "2015" },
        new() { Name = "to", Means = "Periods that end on or before the end of this day, month or year.", Example = "2024" },
        new() { Name = "since", Means = "The earlier release: its number, or a day (the last release up to its end in Berlin; redirects to the number). 0 is before the first; left out: 0.", Example = "1" },
        new() { Name = "q", Means = "What is sought, in any of the three languages.", Example = "Unterkunft", Required = true },
    }.ToDictionary(p => p.Name, StringComparer.Ordinal);

    public required string Name { get; init; }

    public required string Means { get; init; }

    /// <summary>A value that answers something on the sample feeds; null where there is none that always does.</summary>
    public string? Example { get; init; }

    public JsonSchemaType Type { get; init; } = JsonSchemaType.String;

    /// <summary>The words that may stand there; empty for any.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>True where an address that takes it is refused without it.</summary>
    public bool Required { get; init; }

    public int? Least { get; init; }

    public int? Most { get; init; }

    /// <summary>An unknown name throws: an address takes only what is described.</summary>
    public static ApiParameter Of(string name) => All[name];

    public OpenApiParameter Describe() => new()
    {
        Name = Name,
        In = ParameterLocation.Query,
        Description = Means,
        Required = Required,
        Schema = new OpenApiSchema
        {
            Type = Type,
            Minimum = Number(Least),
            Maximum = Number(Most),
            Enum = Words.Count == 0 ? null : [.. Words.Select(w => (JsonNode)JsonValue.Create(w))],
        },
        Example = Example is null ? null : Type == JsonSchemaType.Integer ? JsonNode.Parse(Example) : JsonValue.Create(Example),
    };

    private static string? Number(int? number) => number?.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static string[] Kebab<T>()
        where T : struct, Enum => [.. Enum.GetNames<T>().Select(JsonNamingPolicy.KebabCaseLower.ConvertName)];
}
