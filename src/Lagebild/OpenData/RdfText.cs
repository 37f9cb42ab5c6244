using System.Text;
using System.Text.Json;
using System.Xml.Linq;

namespace Lagebild.OpenData;

/// <summary>A graph in the three forms that catalogues harvest.</summary>
public static class RdfText
{
    private static readonly XNamespace Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";

    /// <summary>Turtle: a paragraph for each thing.</summary>
    public static string Turtle(RdfGraph graph)
    {
        var text = new StringBuilder();
        foreach (var (prefix, space) in RdfGraph.Prefixes)
        {
            text.Append("@prefix ").Append(prefix).Append(": <").Append(space).Append("> .\n");
        }

        foreach (var node in graph.Nodes)
        {
            text.Append('\n').Append(TurtleThing(node.Iri));
            text.AppendJoin(" ;", node.Statements.Select(s => $"\n  {(s.Predicate == "rdf:type" ? "a" : s.Predicate)} {TurtleValue(s.Value)}")).Append(" .\n");
        }

        return text.ToString();
    }

    /// <summary>JSON-LD 1.1: the prefixes as context, the things as a flat list.</summary>
    public static string JsonLd(RdfGraph graph) => JsonText.Indented(json =>
    {
        json.WriteStartObject();
        json.WriteStartObject("@context");
        foreach (var (prefix, space) in RdfGraph.Prefixes)
        {
            json.WriteString(prefix, space);
        }

        json.WriteEndObject();
        json.WriteStartArray("@graph");
        foreach (var node in graph.Nodes)
        {
            JsonNode(json, node);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    /// <summary>RDF/XML.</summary>
    public static XDocument Xml(RdfGraph graph) => new(new XElement(
        Rdf + "RDF",
        RdfGraph.Prefixes.Select(p => new XAttribute(XNamespace.Xmlns + p.Prefix, p.Space)),
        graph.Nodes.Select(n => new XElement(Rdf + "Description", new XAttribute(Rdf + "about", n.Iri), n.Statements.Select(XmlStatement)))));

    private static string TurtleThing(string thing) => RdfGraph.IsName(thing) ? thing : $"<{thing}>";

    private static string TurtleValue(RdfValue value) => value switch
    {
        { IsLiteral: false } => TurtleThing(value.Text),
        { Language: { } language } => $"\"{Escaped(value.Text)}\"@{language}",
        { Type: { } type } => $"\"{Escaped(value.Text)}\"^^{type}",
        _ => $"\"{Escaped(value.Text)}\"",
    };

    private static string Escaped(string text) => text
        .Replace("\\", @"\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)
        .Replace("\n", @"\n", StringComparison.Ordinal).Replace("\r", @"\r", StringComparison.Ordinal).Replace("\t", @"\t", StringComparison.Ordinal);

    private static void JsonNode(Utf8JsonWriter json, RdfNode node)
    {
        json.WriteStartObject();
        json.WriteString("@id", node.Iri);
        foreach (var group in node.Statements.GroupBy(s => s.Predicate))
        {
            json.WriteStartArray(group.Key == "rdf:type" ? "@type" : group.Key);
            foreach (var (predicate, value) in group)
            {
                JsonValue(json, predicate, value);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void JsonValue(Utf8JsonWriter json, string predicate, RdfValue value)
    {
        if (predicate == "rdf:type")
        {
            json.WriteStringValue(value.Text);
            return;
        }

        json.WriteStartObject();
        json.WriteString(value.IsLiteral ? "@value" : "@id", value.Text);
        json.Text("@language", value.Language);
        json.Text("@type", value.Type);
        json.WriteEndObject();
    }

    private static XElement XmlStatement((string Predicate, RdfValue Value) statement)
    {
        var (prefix, name) = (statement.Predicate.Split(':')[0], statement.Predicate.Split(':')[1]);
        XNamespace space = RdfGraph.Prefixes.First(p => p.Prefix == prefix).Space;
        return statement.Value switch
        {
            { IsLiteral: false, Text: var thing } => new(space + name, new XAttribute(Rdf + "resource", RdfGraph.Whole(thing))),
            { Language: { } language } value => new(space + name, new XAttribute(XNamespace.Xml + "lang", language), value.Text),
            { Type: { } type } value => new(space + name, new XAttribute(Rdf + "datatype", RdfGraph.Whole(type)), value.Text),
            var value => new(space + name, value.Text),
        };
    }
}
