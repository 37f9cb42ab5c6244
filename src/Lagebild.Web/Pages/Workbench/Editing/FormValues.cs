using Microsoft.Extensions.Primitives;

namespace Lagebild.Web.Pages.Workbench.Editing;

/// <summary>What stands in the fields of a form, as it was typed: nothing is lost where something is wrong.</summary>
public sealed class FormValues
{
    private readonly Dictionary<string, StringValues> _values;

    /// <summary>From fields by name.</summary>
    public FormValues(IEnumerable<KeyValuePair<string, StringValues>> values) => _values = new(values, StringComparer.Ordinal);

    /// <summary>From single values; null is an empty field.</summary>
    public static FormValues Of(params (string Name, string? Value)[] values) => new(values.Select(v => KeyValuePair.Create(v.Name, new StringValues(v.Value ?? ""))));

    /// <summary>Without white space around; empty where there is no such field.</summary>
    public string this[string name] => _values.GetValueOrDefault(name).ToString().Trim();

    /// <summary>All values of a field that takes several, empty ones left out.</summary>
    public IReadOnlyList<string> All(string name) => [.. _values.GetValueOrDefault(name).Where(v => !string.IsNullOrEmpty(v)).Select(v => v!)];

    /// <summary>The same with more fields, which replace those of the same name.</summary>
    public FormValues With(IEnumerable<KeyValuePair<string, StringValues>> more)
    {
        var values = new FormValues(_values);
        foreach (var (name, value) in more)
        {
            values._values[name] = value;
        }

        return values;
    }
}

/// <summary>What is wrong with a field, in the editor's language.</summary>
/// <param name="Field">Name of the field.</param>
/// <param name="Sentence">What is wrong and what to do.</param>
public sealed record FormFault(string Field, string Sentence);
