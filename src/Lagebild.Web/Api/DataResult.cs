using Lagebild.OpenData;
using Lagebild.Storage;
using Lagebild.Web.Pages;
using Lagebild.Web.Pages.Caching;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Lagebild.Web.Api;

/// <summary>
/// A data set as a file to keep, sent while it is made, whole or the part that was asked for; its name says what it is, how much of it, and as of which release. A CSV leads to its description.
/// One that would hold what was withdrawn for disclosure after its release is gone (410): it could not be the file that was cited.
/// </summary>
public sealed class DataResult(DataSet data, DataFormat format) : ActionResult
{
    /// <inheritdoc/>
    public override async Task ExecuteResultAsync(ActionContext context)
    {
        var (http, ct) = (context.HttpContext, context.HttpContext.RequestAborted);
        if (await http.RequestServices.GetRequiredService<RowReader>().WithdrawnForDisclosureAsync(data.MadeOf, ct) is { } by)
        {
            await http.Gone(by).ExecuteResultAsync(context);
        }
        else
        {
            await SendAsync(http);
        }
    }

    private async Task SendAsync(HttpContext http)
    {
        var (request, tag, ct) = (http.Request, http.Features.Get<FileTag>(), http.RequestAborted);
        var (file, lengths) = (data with { CsvAddress = Beside(request, DataFormat.Csv) }, http.RequestServices.GetRequiredService<FileLengths>());
        var part = await FilePart.AskedAsync(request, tag, () => lengths.OfAsync($"{request.Absolute("")} {tag!.Value.Tag}", file, format, ct));
        if (part is { IsThere: false })
        {
            http.BeyondEnd(part.Length);
            return;
        }

        Describe(request, http.Response);
        if (!HttpMethods.IsHead(request.Method))
        {
            await (part is null ? format.WriteAsync(file, http.Response.Body, ct) : WriteAsync(http, file, part));
        }
    }

    private void Describe(HttpRequest request, HttpResponse response)
    {
        response.ContentType = format.MediaType;
        response.Headers.ContentLanguage = data.Language;
        response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = data.FileName + format.FileEnding }.ToString();
        response.Headers.AcceptRanges = "bytes";
        if (format == DataFormat.Csv && Beside(request, DataFormat.Csvw) is { } description)
        {
            response.Headers.Link = $"<{description}>; rel=\"describedby\"; type=\"{DataFormat.Csvw.PlainMediaType}\"";
        }
    }

    private async Task WriteAsync(HttpContext http, DataSet file, FilePart part)
    {
        http.Response.StatusCode = StatusCodes.Status206PartialContent;
        http.Response.ContentLength = part.Last - part.First + 1;
        http.Response.Headers.ContentRange = new ContentRangeHeaderValue(part.First, part.Last, part.Length).ToString();
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted);
        var sent = new PartStream(http.Response.Body, part.First, part.Last, enough.Cancel);
        try
        {
            await format.WriteAsync(file, sent, enough.Token);
        }
        catch (OperationCanceledException) when (sent.IsDone)
        {
            // All that was asked for has been sent: the rest was not made.
        }
    }

    /// <summary>The whole address of the same values in another format, as of the release; null where the address has no ending.</summary>
    private string? Beside(HttpRequest request, DataFormat other)
    {
        var (path, ending) = (request.PathBase + request.Path.ToUriComponent(), $".{format.Code}");
        if (!path.EndsWith(ending, StringComparison.Ordinal))
        {
            return null;
        }

        var address = request.Absolute($"{path[..^ending.Length]}.{other.Code}{request.QueryString}");
        return request.Query.ContainsKey("stand") ? address : QueryHelpers.AddQueryString(address, "stand", Reading.Number(data.Release));
    }
}
