using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Lagebild.Tests.Web.Workbench;

/// <summary>A form as it stands on a page, with what someone changes in it.</summary>
internal sealed class FilledForm
{
    private readonly IElement _form;
    private readonly List<(string Name, string Value)> _fields;

    /// <summary>The form with all that a browser would send of it unchanged.</summary>
    public FilledForm(IDocument page, string selector)
    {
        _form = page.QuerySelector(selector) ?? throw new InvalidOperationException($"No form {selector}.");
        _fields = [.. _form.QuerySelectorAll("input, select, textarea").Where(IsSent).Select(f => (f.GetAttribute("name")!, ValueOf(f)))];
    }

    /// <summary>Names of all fields, sent or not.</summary>
    public IEnumerable<string> Names => _form.QuerySelectorAll("[name]").Select(f => f.GetAttribute("name")!);

    /// <summary>The value of a field.</summary>
    public string this[string name]
    {
        get => _fields.Find(f => f.Name == name).Value;
        set
        {
            Assert.That(Names, Does.Contain(name), "No such field in the form.");
            if (_form.QuerySelector($"select[name=\"{name}\"]") is IHtmlSelectElement select)
            {
                Assert.That(select.Options.Select(o => o.Value), Does.Contain(value), $"No such choice in {name}.");
            }

            _fields.RemoveAll(f => f.Name == name);
            _fields.Add((name, value));
        }
    }

    /// <summary>The prefix of the column's fields whose pattern or heading begins so.</summary>
    public string Column(string heading) =>
        _form.QuerySelectorAll("fieldset.column").Single(f => f.QuerySelector("legend")!.TextContent.Contains(heading, StringComparison.Ordinal)).QuerySelector("select[name$=-as]")!.GetAttribute("name")![..^2];

    /// <summary>Sends it: with the button that leads to a handler, or the first.</summary>
    public async Task<HttpResponseMessage> SendAsync(HttpClient client, string address, string? handler = null)
    {
        var action = handler is null ? _form.GetAttribute("action") ?? address : _form.QuerySelectorAll("button").Select(b => b.GetAttribute("formaction")).First(a => a?.Contains($"handler={handler}", StringComparison.Ordinal) == true)!;
        using var content = new FormUrlEncodedContent(_fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        return await client.PostAsync(new Uri(action.StartsWith('?') ? address.Split('?')[0] + action : action, UriKind.Relative), content);
    }

    private static bool IsSent(IElement field) => field.GetAttribute("name") is { Length: > 0 } && !field.HasAttribute("disabled")
        && (field.GetAttribute("type") is not ("checkbox" or "radio" or "file") || (field.GetAttribute("type") != "file" && field.HasAttribute("checked")));

    private static string ValueOf(IElement field) => field switch
    {
        IHtmlSelectElement select => select.Value ?? "",
        IHtmlTextAreaElement area => area.Value,
        _ => field.GetAttribute("value") ?? (field.GetAttribute("type") == "checkbox" ? "on" : ""),
    };
}
