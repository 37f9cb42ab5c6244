using Lagebild.Accounts;
using Lagebild.Web.Texts;

namespace Lagebild.Web.Pages.Workbench;

/// <summary>A page of the workbench's navigation.</summary>
/// <param name="Path">Its address after the language.</param>
/// <param name="Name">What it is called.</param>
/// <param name="IsFor">Who sees it there.</param>
public sealed record WorkbenchPage(string Path, Func<WorkbenchWords, string> Name, Func<Person, bool> IsFor);

/// <summary>The pages of the workbench's navigation.</summary>
public static class WorkbenchPages
{
    /// <summary>In the order they are listed in.</summary>
    public static IReadOnlyList<WorkbenchPage> All { get; } =
    [
        new("/workbench", w => w.Start, _ => true),
        new("/workbench/deliveries/new", w => w.HandIn, p => p.HasSomewhere(Role.Analyst)),
        new("/workbench/entry", w => w.Entry, p => p.HasSomewhere(Role.Analyst)),
        new("/workbench/deliveries", w => w.Deliveries, _ => true),
        new("/workbench/releases", w => w.Releases, p => p.HasSomewhere(Role.Publisher)),
        new("/workbench/matrix", w => w.Matrix, _ => true),
        new("/workbench/texts", w => w.Texts, p => p.HasSomewhere(Role.Editor)),
        new("/workbench/feeds", w => w.Feeds, _ => true),
        new("/workbench/people", w => w.People, p => p.HasSomewhere(Role.Administrator)),
        new("/workbench/tokens", w => w.Tokens, p => p.HasSomewhere(Role.Analyst)),
        new("/workbench/audit", w => w.Audit, p => p.HasSomewhere(Role.Administrator)),
    ];
}
