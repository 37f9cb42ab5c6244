using Lagebild.Storage;
using Lagebild.Web.Pages.Workbench.Accounts;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lagebild.Web.Pages.Workbench;

/// <summary>What is due, what waits for me, what came back.</summary>
public sealed class StartModel(Desk desk, Reading reading, DeskWorkReader reader, Stands stands) : PageModel
{
    public DeskWork Work { get; private set; } = null!;

    public string Name => desk.Person.Name;

    public Message? Said { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        Said = TempData.Said();
        Work = await reader.ReadAsync(ct);
    }

    /// <summary>How many of what is due are overdue.</summary>
    public int Overdue => Work.Due.Count(d => d.Expected.IsOverdue);

    /// <summary>What waits, drafts included.</summary>
    public int Waiting => Work.Waiting.Count + Work.Drafts.Count;

    public string DueWords(DateOnly due) => reading.DueWords(due, stands.Today);

    /// <summary>What a reminder is about, in one line: indicator, region and period of each cell, the first three.</summary>
    public string About(Reminder reminder) => string.Join("; ", reminder.Cells.Take(3).Select(c => $"{reading.IndicatorName(c.Indicator)}, {reading.RegionName(c.Region)}, {Texts.PeriodText.Label(c.Period, reading.Language)}"))
        + (reminder.Cells.Count > 3 ? " …" : "");
}
