using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Lagebild.Statistics;

namespace Lagebild.Web.Pages.Workbench.Feeds;

/// <summary>
/// Takes what was filled into the form over into the JSON of a profile. What is no number stays as it was typed: reading the profile says so, and nothing is lost.
/// Fields the form did not show, and words it does not know, stay.
/// </summary>
internal sealed class ProfileForm(ProfileDocument document, IFormCollection form)
{
    private static readonly string[] _ofRegion = ["aliases", "pad"];
    private static readonly string[] _ofPlaces = ["scheme", "prefix"];
    private static readonly string[] _ofValue = ["variant", "indicator", "dims", "factor", "status", "emptyIsAbsent"];

    private JsonObject Root => document.Root;

    /// <summary>The same document, changed.</summary>
    public ProfileDocument Applied()
    {
        File();
        Numbers();
        Periods();
        Columns();
        Rows();
        Maps();
        Known();
        return document;
    }

    private string Field(string name) => form[name].ToString().Replace("\r\n", "\n", StringComparison.Ordinal);

    private void File()
    {
        Word(Root, "encoding", "encoding", "utf-8");
        Word(Root, "delimiter", "delimiter", ",", Delimiter);
        Word(Root, "quote", "quote", "\"", t => t == "none" ? "" : t);
        Word(Root, "sheet", "sheet", "");
        Word(Root, "packed", "packed", "");
        Word(Root, "comment", "comment", "");
        Word(Root, "footer", "footer", "");
        Word(Root, "language", "language", "de");
        Number(Root, "skip", "skip", 0);
        if (form.ContainsKey("header-rows"))
        {
            var header = new JsonObject();
            Number(header, "rows", "header-rows", 1);
            var filled = Field("header-fill").Split((char[])[',', ' '], StringSplitOptions.RemoveEmptyEntries).Select(Whole).ToArray();
            ProfileDocument.Set(header, "fillRight", new JsonArray(filled), filled.Length > 0);
            ProfileDocument.Set(Root, "header", header, header.Count > 0);
        }
    }

    private static string Delimiter(string text) => text == "tab" ? "\t" : text;

    private void Numbers()
    {
        Word(Root, "decimal", "decimal", ".");
        Word(Root, "group", "group", "", t => t switch { "none" => "", "blank" => " ", _ => t });
        Check(Root, "scientific", "scientific");
        if (form.ContainsKey("s0-text"))
        {
            var symbols = new JsonObject();
            foreach (var (text, meaning, gone) in Rowed("s", "text", "meaning", "gone").Where(s => s.Item2.Length > 0))
            {
                symbols[text] = gone.Length > 0 ? new JsonObject { ["else"] = meaning, ["gone"] = gone } : meaning;
            }

            ProfileDocument.Set(Root, "symbols", symbols, symbols.Count > 0);
        }

        var flags = new JsonObject();
        Map(flags, "map", "flags");
        Check(flags, "glued", "glued");
        ProfileDocument.Set(Root, "flags", flags, flags.Count > 0);
        Factors("units");
    }

    private void Factors(string name)
    {
        var units = new JsonObject(MapLines.Read(Field(name)).Select(u => KeyValuePair.Create(u.Key, Fraction(u.Value))));
        ProfileDocument.Set(Root, name, units, units.Count > 0);
    }

    private void Periods()
    {
        List("periods", Root, "periods");
        var constants = document.Root["constants"] as JsonObject ?? [];
        foreach (var name in (string[])["variant", "indicator", "region", "period", "frequency", "source"])
        {
            Word(constants, name, $"constant-{name}", "");
        }

        Breakdown(constants, "dims", "constant-dims");
        Root["constants"] = null;
        ProfileDocument.Set(Root, "constants", constants, constants.Count > 0);
        Word(Root, "ordinal", "ordinal", "");
        if (form.ContainsKey("variants"))
        {
            var variants = new JsonObject(MapLines.Read(VariantKeys(Field("variants"))).Select(v =>
                KeyValuePair.Create(v.Key.Replace('\u0001', '='), (JsonNode?)new JsonArray([.. v.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(c => (JsonNode)c)]))));
            ProfileDocument.Set(Root, "variants", variants, variants.Count > 0);
        }
    }

    /// <summary>The key of a breakdown holds the sign itself: <c>DE-MV accommodation=shared = code</c>.</summary>
    private static string VariantKeys(string lines) => string.Join('\n', MapLines.Lines(lines).Select(l =>
        l.LastIndexOf('=') is var last and > 0 ? l[..last].Replace('=', '\u0001') + l[last..] : l));

    private void Columns()
    {
        if (!form.ContainsKey("c0-match"))
        {
            return;
        }

        var (old, columns) = (document.Columns, new JsonArray());
        for (var i = 0; form.ContainsKey($"c{i}-match"); i++)
        {
            var role = Field($"c{i}-as");
            if (role.Length > 0 && !form.ContainsKey($"c{i}-remove"))
            {
                var known = int.TryParse(Field($"c{i}-at"), NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < old.Count;
                columns.Add((JsonNode)Column(known ? (JsonObject)old[at].DeepClone() : [], $"c{i}-", role));
            }
        }

        Root["columns"] = columns;
    }

    private JsonObject Column(JsonObject column, string field, string role)
    {
        column["match"] = Field($"{field}match");
        column["as"] = role;
        Check(column, "optional", $"{field}optional");
        Word(column, "strip", $"{field}strip", "", t => t);
        Word(column, "scheme", $"{field}scheme", "code");
        Word(column, "prefix", $"{field}prefix", "");
        Number(column, "pad", $"{field}pad", null);
        Map(column, "aliases", $"{field}aliases");
        List($"{field}is", column, "is");
        CountedAs(column, $"{field}variant");
        Breakdown(column, "dims", $"{field}dims");
        Decimal(column, "factor", $"{field}factor");
        Word(column, "status", $"{field}status", "");
        Check(column, "emptyIsAbsent", $"{field}empty");
        return Cleared(column, role);
    }

    /// <summary><c>v:CODE</c> names the way of counting, <c>i:CODE</c> the indicator alone; nothing leaves what the proposal wrote.</summary>
    private void CountedAs(JsonObject column, string field)
    {
        if (Field(field) is { Length: > 2 } chosen)
        {
            column.Remove("indicator");
            column.Remove("variant");
            column[chosen[0] == 'v' ? "variant" : "indicator"] = chosen[2..];
        }
    }

    /// <summary>What a role has no use for goes.</summary>
    private static JsonObject Cleared(JsonObject column, string role)
    {
        var places = role == "region" || role.StartsWith("dim:", StringComparison.Ordinal);
        string[] gone =
        [
            .. role == "region" ? [] : _ofRegion, .. places ? [] : _ofPlaces, .. role == "value" ? [] : _ofValue,
            .. role == "guard" ? Array.Empty<string>() : ["is"], .. role is "region" or "value" ? Array.Empty<string>() : ["strip"],
        ];
        foreach (var name in gone)
        {
            column.Remove(name);
        }

        return column;
    }

    private void Rows()
    {
        if (form.ContainsKey("o0-column"))
        {
            var scope = new JsonArray([.. Rowed("o", "column", "within", "").Where(o => o.Item1.Length > 0).Select(o => (JsonNode)new JsonObject { ["column"] = o.Item1, ["within"] = o.Item2 })]);
            ProfileDocument.Set(Root, "scope", scope, scope.Count > 0);
        }

        if (form.ContainsKey("t0-column"))
        {
            var totals = new JsonArray([.. Numbered("t", "column").Where(f => Field($"{f}column").Length > 0).Select(f => (JsonNode)Total(f))]);
            ProfileDocument.Set(Root, "totals", totals, totals.Count > 0);
        }
    }

    private JsonObject Total(string field)
    {
        var total = new JsonObject { ["column"] = Field($"{field}column"), ["total"] = Field($"{field}total"), ["parts"] = Field($"{field}parts") };
        var of = Field($"{field}of").Split((char[])[',', ' '], StringSplitOptions.RemoveEmptyEntries).Select(c => (JsonNode)c).ToArray();
        ProfileDocument.Set(total, "of", new JsonArray(of), of.Length > 0);
        Number(total, "count", $"{field}count", null);
        Decimal(total, "tolerance", $"{field}tolerance", "0");
        Decimal(total, "tolerancePercent", $"{field}percent", "0");
        Check(total, "drop", $"{field}drop");
        return total;
    }

    private void Maps()
    {
        var maps = document.Root["maps"] as JsonObject ?? [];
        foreach (var field in Numbered("m", "of").Where(f => Field($"{f}of").Length > 0))
        {
            Map(maps, Field($"{field}of"), $"{field}lines");
        }

        Root["maps"] = null;
        ProfileDocument.Set(Root, "maps", maps, maps.Count > 0);
    }

    /// <summary>Texts the catalogue does not know, with what they stand for, or as rows to leave out.</summary>
    private void Known()
    {
        var left = new List<(string Column, string Text)>();
        foreach (var field in Numbered("k", "text"))
        {
            var (reason, text, code) = (Field($"{field}reason"), form[$"{field}text"].ToString(), Field($"{field}code").Trim());
            if (form.ContainsKey($"{field}leave"))
            {
                left.Add((ColumnOf(reason, field), text));
            }
            else if (code.Length > 0)
            {
                Stands(reason, Field($"{field}dimension"), text, code);
            }
        }

        foreach (var column in left.GroupBy(l => l.Column))
        {
            LeaveOut(column.Key, column.Select(c => c.Text));
        }
    }

    /// <summary>A column without heading is named by its place, as its entry does.</summary>
    private string ColumnOf(string reason, string field)
    {
        var entry = document.Columns.FirstOrDefault(c => ProfileDocument.Text(c, "as") == (reason == nameof(Reason.UnknownRegion) ? "region" : $"dim:{Field($"{field}dimension")}"));
        return entry is not null && ProfileDocument.Text(entry, "match") is ['#', ..] place ? place : Field($"{field}column");
    }

    private void Stands(string reason, string dimension, string text, string code)
    {
        switch (reason)
        {
            case nameof(Reason.UnknownRegion) when document.Columns.FirstOrDefault(c => ProfileDocument.Text(c, "as") == "region") is { } region:
                Into(region, "aliases")[Spelled(region, text)] = code;
                break;
            case nameof(Reason.UnknownCode):
                MapOf(dimension)[text] = code;
                break;
            case nameof(Reason.UnknownIndicator):
                MapOf("indicator")[text] = code;
                break;
            case nameof(Reason.UnknownVariant):
                MapOf("variant")[text] = code;
                break;
            case nameof(Reason.NotANumber):
                Into(Root, "symbols")[text] = code;
                break;
        }
    }

    /// <summary>As reading looks a region up: without what is stripped, with what is put back and before.</summary>
    private static string Spelled(JsonObject column, string text)
    {
        var bare = ProfileDocument.Text(column, "strip") is { Length: > 0 } strip ? Regex.Replace(text, $@"(?:{strip})\z", "", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)).Trim() : text;
        var length = int.TryParse(ProfileDocument.Text(column, "pad"), NumberStyles.None, CultureInfo.InvariantCulture, out var pad) ? pad : 0;
        return ProfileDocument.Text(column, "prefix") + bare.PadLeft(length, '0');
    }

    /// <summary>A new map takes all other texts as they are: they were codes before.</summary>
    private JsonObject MapOf(string dimension)
    {
        var map = Into(Into(Root, "maps"), dimension);
        if (map.Count == 0)
        {
            map["*"] = "=";
        }

        return map;
    }

    private static JsonObject Into(JsonObject of, string name)
    {
        if (of[name] is not JsonObject inner)
        {
            of[name] = inner = [];
        }

        return inner;
    }

    private void LeaveOut(string column, IEnumerable<string> texts)
    {
        var without = $"(?!(?:{string.Join('|', texts.Distinct().Select(Regex.Escape))})$).*";
        var scope = Root["scope"] as JsonArray ?? [];
        Root["scope"] = null;
        scope.Add((JsonNode)new JsonObject { ["column"] = column, ["within"] = without });
        Root["scope"] = scope;
    }

    private IEnumerable<(string, string, string)> Rowed(string prefix, string first, string second, string third) =>
        Numbered(prefix, first).Select(f => (Field($"{f}{first}").Trim(), Field($"{f}{second}").Trim(), third.Length == 0 ? "" : Field($"{f}{third}")));

    private IEnumerable<string> Numbered(string prefix, string first)
    {
        for (var i = 0; form.ContainsKey($"{prefix}{i}-{first}"); i++)
        {
            yield return $"{prefix}{i}-";
        }
    }

    private void Word(JsonObject of, string name, string field, string otherwise, Func<string, string>? read = null)
    {
        if (form.ContainsKey(field))
        {
            var text = (read ?? (t => t.Trim()))(Field(field));
            ProfileDocument.Set(of, name, text, text != otherwise);
        }
    }

    private void Number(JsonObject of, string name, string field, int? otherwise)
    {
        if (form.ContainsKey(field))
        {
            var text = Field(field).Trim();
            ProfileDocument.Set(of, name, Whole(text), text.Length > 0 && text != otherwise?.ToString(CultureInfo.InvariantCulture));
        }
    }

    private void Decimal(JsonObject of, string name, string field, string otherwise = "1")
    {
        if (form.ContainsKey(field))
        {
            var text = Field(field).Trim();
            ProfileDocument.Set(of, name, Fraction(text), text.Length > 0 && text != otherwise);
        }
    }

    private void Check(JsonObject of, string name, string field) => ProfileDocument.Set(of, name, true, form.ContainsKey(field));

    private void List(string field, JsonObject of, string name)
    {
        if (form.ContainsKey(field))
        {
            var lines = MapLines.Lines(Field(field));
            ProfileDocument.Set(of, name, new JsonArray([.. lines.Select(l => (JsonNode)l)]), lines.Count > 0);
        }
    }

    private void Map(JsonObject of, string name, string field)
    {
        if (form.ContainsKey(field))
        {
            var pairs = MapLines.Read(Field(field));
            ProfileDocument.Set(of, name, new JsonObject(pairs.Select(p => KeyValuePair.Create(p.Key, (JsonNode?)p.Value))), pairs.Count > 0);
        }
    }

    /// <summary><c>age=Y_LT18;sex=F</c> as an object.</summary>
    private void Breakdown(JsonObject of, string name, string field)
    {
        if (form.ContainsKey(field))
        {
            var pairs = MapLines.Read(Field(field).Replace(';', '\n'));
            ProfileDocument.Set(of, name, new JsonObject(pairs.Select(p => KeyValuePair.Create(p.Key, (JsonNode?)p.Value))), pairs.Count > 0);
        }
    }

    private static JsonNode Whole(string text) => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : text;

    private static JsonNode? Fraction(string text) =>
        decimal.TryParse(text.Replace(',', '.'), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : text;
}
