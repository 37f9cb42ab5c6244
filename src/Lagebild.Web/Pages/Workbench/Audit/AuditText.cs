using System.Text.Json;

namespace Lagebild.Web.Pages.Workbench.Audit;

/// <summary>What stood before and after an act, to be read by people.</summary>
internal static class AuditText
{
    /// <summary>A JSON object as a line for each of its fields, <c>why: typing error</c>; anything else as it is. None for null.</summary>
    public static IReadOnlyList<string> Lines(string? text) => text is null ? [] : Fields(text) ?? [text];

    private static string[]? Fields(string text)
    {
        if (!text.StartsWith('{'))
        {
            return null;
        }

        try
        {
            using var json = JsonDocument.Parse(text);
            return [.. json.RootElement.EnumerateObject().Select(f => $"{f.Name}: {f.Value}")];
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
