using Lagebild.Accounts;
using Lagebild.Import;
using Lagebild.Storage;
using Lagebild.Web.Pages.Workbench.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lagebild.Web.Pages.Workbench.Feeds;

/// <summary>How a new feed begins: with a file of it, from which a profile is proposed.</summary>
[RequestSizeLimit(UploadedFile.MostOfForm), RequestFormLimits(MultipartBodyLengthLimit = UploadedFile.MostOfForm)]
public sealed class NewModel(Desk desk, ProfileDraftStore drafts, Reading reading, TimeProvider clock) : PageModel
{
    public Message? Said { get; private set; }

    public IActionResult OnGet() => desk.Lacks(Role.Administrator) ?? Page();

    public async Task<IActionResult> OnPostAsync(IFormFile? file, CancellationToken ct)
    {
        if (desk.Lacks(Role.Administrator) is { } refusal)
        {
            return refusal;
        }

        if (UploadedFile.Wrong(file, reading) is { } wrong)
        {
            return Refuse(wrong);
        }

        var uploaded = UploadedFile.Of(file!, clock);
        var body = Proposed(uploaded);
        var draft = await drafts.BeginAsync(uploaded, null, 0, body, desk.Who, ct);
        return Redirect(reading.Link($"/workbench/feeds/drafts/{draft.Id}"));
    }

    /// <summary>Where no table can be seen, a beginning that a person fills in.</summary>
    private string Proposed(FeedFile file)
    {
        try
        {
            return new ProfileProposal(reading.Catalogue).For(file);
        }
        catch (InvalidDataException)
        {
            return ProfileDocument.Empty(file.Name).ToString();
        }
    }

    private PageResult Refuse(string sentence)
    {
        Said = Message.Wrong(sentence);
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }
}
