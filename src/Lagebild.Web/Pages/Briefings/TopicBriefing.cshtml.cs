using Lagebild.Web.Pages.Caching;
using Lagebild.Web.Pages.Sharing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lagebild.Web.Pages.Briefings;

/// <summary>Two printed pages about a topic.</summary>
[SameWithinRelease]
public sealed class TopicBriefingModel(Reading reading, BriefingBuilder briefings, Pictures pictures) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string? code, CancellationToken ct)
    {
        if (!reading.Catalogue.Topics.Any(t => t.Code() == code))
        {
            return NotFound();
        }

        var topic = reading.Catalogue.Topics.First(t => t.Code() == code);
        return await pictures.BriefingAsync(HttpContext, await briefings.OfTopicAsync(topic, Request.Absolute(reading.Permanent($"/topics/{code}")), ct), ct);
    }
}
