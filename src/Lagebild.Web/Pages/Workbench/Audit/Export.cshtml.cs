using System.Text;
using Lagebild.Accounts;
using Lagebild.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Net.Http.Headers;

namespace Lagebild.Web.Pages.Workbench.Audit;

/// <summary>The audit as a file, sent while it is read: all of it, or what belongs to the regions of who asks.</summary>
public sealed class ExportModel(Desk desk, AuditStore audit) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string format, CancellationToken ct)
    {
        if (desk.Lacks(Role.Administrator) is { } refusal)
        {
            return refusal;
        }

        var isCsv = format == "csv";
        Response.ContentType = isCsv ? "text/csv; charset=utf-8; header=present" : "application/jsonl; charset=utf-8";
        Response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = $"audit.{format}" }.ToString();
        await SendAsync(isCsv, ct);
        return new EmptyResult();
    }

    private async Task SendAsync(bool isCsv, CancellationToken ct)
    {
        await using var writer = new StreamWriter(Response.Body, new UTF8Encoding(false), leaveOpen: true);
        await writer.WriteAsync(isCsv ? AuditFile.Heading : "");
        await foreach (var entry in audit.AllAsync(new() { Regions = AuditOffices.Of(desk.Person) }, ct))
        {
            await writer.WriteAsync(isCsv ? AuditFile.Csv(entry) : AuditFile.Json(entry));
        }
    }
}
