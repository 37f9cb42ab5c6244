using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lagebild.Web.Pages.Workbench.Deliveries;

/// <summary>The deliveries of the feeds the person sees.</summary>
public sealed class IndexModel : PageModel;
