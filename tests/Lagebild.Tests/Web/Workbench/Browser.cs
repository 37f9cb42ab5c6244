using System.Net;
using AngleSharp;
using AngleSharp.Dom;

namespace Lagebild.Tests.Web.Workbench;

/// <summary>Keeps cookies as a browser does; follows no redirects.</summary>
internal sealed class CookieKeeper(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private readonly CookieContainer _cookies = new();

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var cookies = _cookies.GetCookieHeader(request.RequestUri!);
        if (cookies.Length > 0)
        {
            request.Headers.TryAddWithoutValidation("Cookie", cookies);
        }

        var answer = await base.SendAsync(request, cancellationToken);
        foreach (var cookie in answer.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
        {
            _cookies.SetCookies(request.RequestUri!, cookie);
        }

        return answer;
    }
}

/// <summary>What someone does with pages: open, fill in, send.</summary>
internal static class Browser
{
    /// <summary>The page of an address that answers 200.</summary>
    public static async Task<IDocument> OpenAsync(this HttpClient client, string address)
    {
        using var answer = await client.GetAsync(new Uri(address, UriKind.Relative));
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK), address);
        return await answer.PageAsync();
    }

    /// <summary>The page of an answer, whatever its status.</summary>
    public static async Task<IDocument> PageAsync(this HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync();
        return await BrowsingContext.New(Configuration.Default).OpenAsync(r => r.Content(text));
    }

    /// <summary>Opens a page and sends its form to where it leads, with the token of the page and these fields.</summary>
    /// <param name="client">Who does it.</param>
    /// <param name="address">The page with the form.</param>
    /// <param name="form">Which form; the first in the content by default.</param>
    /// <param name="fields">What is filled in; a name may come more than once.</param>
    public static async Task<HttpResponseMessage> SendAsync(this HttpClient client, string address, string form, params (string Name, string Value)[] fields)
    {
        var page = await client.OpenAsync(address);
        var sent = page.QuerySelector(form) ?? throw new InvalidOperationException($"No form {form} at {address}.");
        var hidden = sent.QuerySelectorAll("input[type=hidden]").Select(i => (Name: i.GetAttribute("name")!, Value: i.GetAttribute("value") ?? ""));
        using var content = new FormUrlEncodedContent(hidden.Concat(fields).Select(f => KeyValuePair.Create(f.Name, f.Value)));
        return await client.PostAsync(new Uri(Target(sent.GetAttribute("action"), address), UriKind.Relative), content);
    }

    /// <summary>Posts these fields to an address of one's own choice, with the token of the first form of a page's header or content.</summary>
    public static async Task<HttpResponseMessage> PostFormOfAsync(this HttpClient client, string page, string address, params (string Name, string Value)[] fields)
    {
        var token = (await client.OpenAsync(page)).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var content = new FormUrlEncodedContent(fields.Append(("__RequestVerificationToken", token)).Select(f => KeyValuePair.Create(f.Item1, f.Item2)));
        return await client.PostAsync(new Uri(address, UriKind.Relative), content);
    }

    /// <summary>As above, with the first form of the content.</summary>
    public static Task<HttpResponseMessage> SendAsync(this HttpClient client, string address, params (string Name, string Value)[] fields) => client.SendAsync(address, "main form", fields);

    private static string Target(string? action, string address) => action is null ? address : action.StartsWith('?') ? address.Split('?')[0] + action : action;
}
