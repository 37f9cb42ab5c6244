using System.Globalization;
using Lagebild.Accounts;
using Lagebild.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lagebild.Web.Pages.Workbench.Audit;

/// <summary>Who did what: the entries of the audit, newest first.</summary>
public sealed class IndexModel(Desk desk, Reading reading, AuditStore audit) : PageModel
{
    private const int EntriesShown = 100;

    private const int MostLetters = 200;

    [BindProperty(SupportsGet = true, Name = "act")]
    public string? Act { get; set; }

    [BindProperty(SupportsGet = true, Name = "subject")]
    public string? Subject { get; set; }

    public IReadOnlyList<AuditEntry> Entries { get; private set; } = [];

    /// <summary>What was done so far, by its words.</summary>
    public IReadOnlyList<(string Act, string Words)> Acts { get; private set; } = [];

    /// <summary>The entry before which earlier ones are listed; null where there are no more.</summary>
    public long? Earlier { get; private set; }

    /// <summary>Whether only entries of some regions are shown.</summary>
    public bool IsOfRegions => AuditOffices.Of(desk.Person) is not null;

    public async Task<IActionResult> OnGetAsync(string? before, CancellationToken ct)
    {
        if (desk.Lacks(Role.Administrator) is { } refusal)
        {
            return refusal;
        }

        Acts = [.. (await audit.ActsAsync(ct)).Select(a => (a, Words(a))).OrderBy(a => a.Item2, StringComparer.InvariantCultureIgnoreCase)];
        if (FaultOf(before) is { } fault)
        {
            return HttpContext.Refuse(fault);
        }

        var filter = new AuditFilter { Regions = AuditOffices.Of(desk.Person), Act = Given(Act), Subject = Given(Subject) };
        var found = await audit.PageAsync(filter, Given(before) is { } number ? long.Parse(number, CultureInfo.InvariantCulture) : long.MaxValue, EntriesShown + 1, ct);
        Entries = [.. found.Take(EntriesShown)];
        Earlier = found.Count > EntriesShown ? Entries[^1].Number : null;
        return Page();
    }

    /// <summary>What was done, in the reader's language; the word of the audit where there are none.</summary>
    public string Words(string act) => reading.Words.Audit.Acts.GetValueOrDefault(act, act);

    /// <summary>Who did it: people by name, the program and the operator in words.</summary>
    public string Name(AuditEntry entry) => entry.Person is not null ? entry.Who
        : entry.Who == Who.Program.Name ? reading.Words.Audit.Program
        : entry.Who == Who.Operator.Name ? reading.Words.Audit.Operator
        : entry.Who;

    /// <summary>To the second.</summary>
    public static string Second(AuditEntry entry) => entry.AtUtc.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private Fault? FaultOf(string? before) =>
        Given(before) is { } number && !long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out _) ? Fault.Of("before", number)
        : Given(Act) is { } act && Acts.All(a => a.Act != act) ? Fault.Of("act", act)
        : Subject?.Length > MostLetters ? Fault.Of("subject", Subject)
        : null;

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
