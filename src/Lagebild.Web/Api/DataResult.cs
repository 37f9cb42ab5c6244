using Lagebild.OpenData;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace Lagebild.Web.Api;

/// <summary>A data set as a file to keep, sent while it is made; its name says what it is, how much of it, and as of which release.</summary>
public sealed class DataResult(DataSet data, DataFormat format) : ActionResult
{
    /// <inheritdoc/>
    public override Task ExecuteResultAsync(ActionContext context)
    {
        var response = context.HttpContext.Response;
        response.ContentType = format.MediaType;
        response.Headers.ContentLanguage = data.Language;
        response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = data.FileName + format.FileEnding }.ToString();
        return HttpMethods.IsHead(context.HttpContext.Request.Method)
            ? Task.CompletedTask
            : format.WriteAsync(data, response.Body, context.HttpContext.RequestAborted);
    }
}
