using Lagebild.Accounts;
using Lagebild.Storage;
using Lagebild.Web.Pages.Workbench.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lagebild.Web.Pages.Workbench.Feeds;

/// <summary>Tries a file with a profile. Nothing is kept.</summary>
[RequestSizeLimit(UploadedFile.MostOfForm), RequestFormLimits(MultipartBodyLengthLimit = UploadedFile.MostOfForm)]
public sealed class TryModel(Desk desk, ProfileStore profiles, Reading reading, TimeProvider clock) : PageModel
{
    public IReadOnlyList<string> Profiles { get; private set; } = [];

    public string Chosen { get; private set; } = "";

    public ProfileView? View { get; private set; }

    public Message? Said { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        Profiles = await profiles.CodesAsync(ct);
        return Refused() ?? Page();
    }

    public async Task<IActionResult> OnPostAsync(IFormFile? file, string? profile, CancellationToken ct)
    {
        Profiles = await profiles.CodesAsync(ct);
        Chosen = profile ?? "";
        if (Refused() is { } refusal)
        {
            return refusal;
        }

        if (UploadedFile.Wrong(file, reading) is { } wrong)
        {
            return Refuse(wrong);
        }

        if (await profiles.CurrentAsync(Chosen, ct) is not { } version)
        {
            return Refuse(reading.Words.Feed.Missing);
        }

        View = ProfileView.Of(version.Text, UploadedFile.Of(file!, clock), null, null, reading, ct);
        return Page();
    }

    private IActionResult? Refused() => desk.Person.HasSomewhere(Role.Administrator) ? null : desk.Lacks(Role.Analyst);

    private PageResult Refuse(string sentence)
    {
        Said = Message.Wrong(sentence);
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }
}
