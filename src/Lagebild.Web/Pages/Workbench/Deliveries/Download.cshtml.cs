using Lagebild.Import;
using Lagebild.Import.Returned;
using Lagebild.Jobs;
using Lagebild.Statistics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lagebild.Web.Pages.Workbench.Deliveries;

/// <summary>The delivered file as it came, the same with one more column for the findings, or the findings alone as CSV.</summary>
public sealed class DownloadModel(DeliveryAccess access, Reading reading, StoredReading stored) : PageModel
{
    public async Task<IActionResult> OnGetAsync(long id, string what, CancellationToken ct)
    {
        if (await access.FindAsync(id, ct) is not { } found)
        {
            return NotFound();
        }

        var opened = await stored.OpenAsync(found.Delivery, ct);
        return what switch
        {
            "file" => Sent(opened.File.Open(), opened.File.Name),
            "returned" when !ReturnedFile.CanReturn(opened.File, opened.Profile) => NotFound(),
            _ => With(await stored.FindingsAsync(opened, ct), opened, what),
        };
    }

    private FileStreamResult With(IReadOnlyList<Finding> findings, StoredDelivery opened, string what) => what == "findings"
        ? Made(to => FindingsCsv.Write(to, reading, opened.File.Name, findings), Name(opened.File, ".csv"), "text/csv; charset=utf-8")
        : Made(to => new ReturnedFile(opened.File, opened.Feed, opened.Profile, findings, reading.Language).WriteTo(to), Name(opened.File, Path.GetExtension(opened.File.Name)));

    /// <summary>Written to a file of its own first, which ends with the answer: it may be larger than memory should hold.</summary>
    private FileStreamResult Made(Action<Stream> write, string name, string type = "application/octet-stream")
    {
        var file = new FileStream(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), new FileStreamOptions
        {
            Access = FileAccess.ReadWrite,
            Mode = FileMode.CreateNew,
            Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous,
        });
        write(file);
        file.Position = 0;
        return Sent(file, name, type);
    }

    private FileStreamResult Sent(Stream file, string name, string type = "application/octet-stream") => File(file, type, name);

    private string Name(FeedFile file, string ending) => $"{Path.GetFileNameWithoutExtension(file.Name)}-{reading.Words.Report.FindingsFile}{ending}";
}
