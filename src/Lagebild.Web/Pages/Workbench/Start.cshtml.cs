using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lagebild.Web.Pages.Workbench;

/// <summary>What is due, what waits for me, what came back.</summary>
public sealed class StartModel : PageModel;
