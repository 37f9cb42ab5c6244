namespace Lagebild.OpenData;

/// <summary>What a statement says of its subject: another thing by its address, or a text.</summary>
/// <param name="Text">A whole IRI, a name with prefix, or the text of a literal.</param>
/// <param name="IsLiteral">False for things.</param>
/// <param name="Language">Of a text; null where it has none.</param>
/// <param name="Type">Datatype of a literal as a name with prefix; null for texts.</param>
public sealed record RdfValue(string Text, bool IsLiteral, string? Language = null, string? Type = null);

/// <summary>A thing and what is said of it.</summary>
public sealed class RdfNode(string iri)
{
    private readonly List<(string Predicate, RdfValue Value)> _statements = [];

    public string Iri => iri;

    /// <summary>In the order in which they were said; predicates are names with prefix.</summary>
    public IReadOnlyList<(string Predicate, RdfValue Value)> Statements => _statements;

    /// <summary>Of a class, by name with prefix.</summary>
    public RdfNode A(string type) => Add("rdf:type", new(type, IsLiteral: false));

    /// <summary>Another thing; nothing where it is null.</summary>
    public RdfNode To(string predicate, string? thing) => thing is null ? this : Add(predicate, new(thing, IsLiteral: false));

    /// <summary>Several things.</summary>
    public RdfNode To(string predicate, IEnumerable<string> things) => things.Aggregate(this, (node, thing) => node.To(predicate, thing));

    /// <summary>A text, in a language where one is named; nothing where it is null.</summary>
    public RdfNode Say(string predicate, string? text, string? language = null) => text is null ? this : Add(predicate, new(text, IsLiteral: true, language));

    /// <summary>A text in several languages.</summary>
    public RdfNode Say(string predicate, IReadOnlyDictionary<string, string> texts) => texts.Aggregate(this, (node, text) => node.Say(predicate, text.Value, text.Key));

    /// <summary>A value of a datatype of XML Schema; nothing where it is null.</summary>
    public RdfNode Typed(string predicate, string? value, string type) => value is null ? this : Add(predicate, new(value, IsLiteral: true, Type: $"xsd:{type}"));

    private RdfNode Add(string predicate, RdfValue value)
    {
        if (!_statements.Contains((predicate, value)))
        {
            _statements.Add((predicate, value));
        }

        return this;
    }
}

/// <summary>Things and what is said of them, each thing once. All have addresses; there are no blank nodes.</summary>
public sealed class RdfGraph
{
    private readonly Dictionary<string, RdfNode> _nodes = new(StringComparer.Ordinal);

    /// <summary>The prefixes that names may have.</summary>
    public static IReadOnlyList<(string Prefix, string Space)> Prefixes { get; } =
    [
        ("dcat", "http://www.w3.org/ns/dcat#"),
        ("dcatap", "http://data.europa.eu/r5r/"),
        ("dcatde", "http://dcat-ap.de/def/dcatde/"),
        ("dct", "http://purl.org/dc/terms/"),
        ("foaf", "http://xmlns.com/foaf/0.1/"),
        ("geodcatap", "http://data.europa.eu/930/"),
        ("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
        ("rdfs", "http://www.w3.org/2000/01/rdf-schema#"),
        ("skos", "http://www.w3.org/2004/02/skos/core#"),
        ("spdx", "http://spdx.org/rdf/terms#"),
        ("vcard", "http://www.w3.org/2006/vcard/ns#"),
        ("xsd", "http://www.w3.org/2001/XMLSchema#"),
    ];

    /// <summary>In the order in which they were first named.</summary>
    public IEnumerable<RdfNode> Nodes => _nodes.Values;

    /// <summary>The thing with an address, new where it was not there.</summary>
    public RdfNode Node(string iri) => _nodes.TryGetValue(iri, out var node) ? node : _nodes[iri] = new(iri);

    /// <summary>Whether a text is a name with one of the prefixes, rather than a whole IRI.</summary>
    internal static bool IsName(string text) => text.IndexOf(':', StringComparison.Ordinal) is var at and > 0 && Prefixes.Any(p => p.Prefix.AsSpan().SequenceEqual(text.AsSpan(0, at)));

    /// <summary>The whole IRI of a name with prefix; an IRI as it is.</summary>
    internal static string Whole(string text) => IsName(text) && text.Split(':', 2) is [var prefix, var name] ? Prefixes.First(p => p.Prefix == prefix).Space + name : text;
}
