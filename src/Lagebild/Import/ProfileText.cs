using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Lagebild.Statistics;

namespace Lagebild.Import;

/// <summary>Reads a profile's JSON strictly.</summary>
internal static class ProfileText
{
    private static readonly JsonSerializerOptions _strict = new(JsonSerializerDefaults.Web)
    {
        PropertyNameCaseInsensitive = false,
        NumberHandling = JsonNumberHandling.Strict,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
        RespectNullableAnnotations = true,
        Converters = { new SymbolConverter(), new ColumnConverter() },
    };

    public static Profile Parse(string json)
    {
        try
        {
            var version = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)));
            return ProfileRules.Checked(JsonSerializer.Deserialize<Profile>(json, _strict)! with { Version = version });
        }
        catch (JsonException e)
        {
            throw new ProfileException(ProfileFault.Json, Place(e), $"The profile is not as profiles are written: {e.Message}", e);
        }
    }

    /// <summary>What stands within: a fault in it keeps its path there, and gets the place around it.</summary>
    private static T Within<T>(ref Utf8JsonReader reader, JsonSerializerOptions options)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(ref reader, options)!;
        }
        catch (JsonException fault)
        {
            throw new JsonException(message: null, fault);
        }
    }

    /// <summary>Line, position and path: <c>12:4 $.columns[2].as</c>.</summary>
    private static string Place(JsonException fault) => FormattableString.Invariant($"{fault.LineNumber + 1}:{fault.BytePositionInLine + 1} {fault.Path}{(fault.InnerException as JsonException)?.Path?[1..]}").Trim();

    /// <summary>A word of a symbol: <c>0</c>, a status, a confidentiality, <c>missing:late</c>. Throws where it is none.</summary>
    public static SymbolMeaning Symbol(string word)
    {
        if (word == "0")
        {
            return new SymbolMeaning { IsZero = true };
        }

        var parts = word.Split(':', 2);
        var reason = parts.Length == 2 && parts[0] == "missing" ? StatusCode.Reason(parts[1]) : parts.Length == 1 ? MissingReason.None : null;
        return StatusCode.Observation(parts[0]) is { } status && reason is { } why
            ? new SymbolMeaning { Status = status, MissingReason = why }
            : StatusCode.Confidentiality(word) is { } confidentiality
                ? new SymbolMeaning { Confidentiality = confidentiality }
                : throw new ProfileException(ProfileFault.Status, word, $"'{word}' is neither 0 nor a status.");
    }

    /// <summary><c>"-": "0"</c> or <c>"-": {"else": "0", "gone": "not-applicable"}</c>.</summary>
    private sealed class SymbolConverter : JsonConverter<SymbolMeaning>
    {
        public override SymbolMeaning Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType == JsonTokenType.String)
            {
                return Symbol(reader.GetString()!);
            }

            var words = Within<TwoMeanings>(ref reader, options);
            return Symbol(words.Else) with { Gone = Symbol(words.Gone) };
        }

        public override void Write(Utf8JsonWriter writer, SymbolMeaning value, JsonSerializerOptions options) => throw new NotSupportedException();

        private sealed record TwoMeanings
        {
            public required string Else { get; init; }

            public required string Gone { get; init; }
        }
    }

    /// <summary>In JSON a column says <c>as</c>: a role in lower case with hyphens, or <c>dim:NAME</c>.</summary>
    private sealed class ColumnConverter : JsonConverter<ProfileColumn>
    {
        public override ProfileColumn Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var words = Within<Words>(ref reader, options);
            return new ProfileColumn
            {
                Match = words.Match,
                Role = Role(words.As),
                Dimension = words.As.StartsWith("dim:", StringComparison.Ordinal) ? words.As[4..] : null,
                Optional = words.Optional,
                Scheme = words.Scheme,
                Aliases = words.Aliases,
                Prefix = words.Prefix,
                Pad = words.Pad,
                Strip = words.Strip,
                Is = words.Is,
                Variant = words.Variant,
                Indicator = words.Indicator,
                Dims = words.Dims,
                Factor = words.Factor,
                Status = words.Status,
                EmptyIsAbsent = words.EmptyIsAbsent,
            };
        }

        public override void Write(Utf8JsonWriter writer, ProfileColumn value, JsonSerializerOptions options) => throw new NotSupportedException();

        private static ColumnRole Role(string word) =>
            word.StartsWith("dim:", StringComparison.Ordinal) ? ColumnRole.Dimension
            : Enum.TryParse<ColumnRole>(word.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var role)
                && role != ColumnRole.Dimension && JsonNamingPolicy.KebabCaseLower.ConvertName(role.ToString()) == word ? role
            : throw new ProfileException(ProfileFault.Role, word, $"A column can't be read as '{word}'.");

        private sealed record Words
        {
            public required string Match { get; init; }
            public required string As { get; init; }
            public bool Optional { get; init; }
            public string Scheme { get; init; } = "code";
            public IReadOnlyDictionary<string, string> Aliases { get; init; } = new Dictionary<string, string>();
            public string Prefix { get; init; } = "";
            public int? Pad { get; init; }
            public string? Strip { get; init; }
            public IReadOnlyList<string> Is { get; init; } = [];
            public string? Variant { get; init; }
            public string? Indicator { get; init; }
            public IReadOnlyDictionary<string, string> Dims { get; init; } = new Dictionary<string, string>();
            public decimal Factor { get; init; } = 1;
            public string? Status { get; init; }
            public bool EmptyIsAbsent { get; init; }
        }
    }
}
