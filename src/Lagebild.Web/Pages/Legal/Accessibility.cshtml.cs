using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lagebild.Web.Pages.Legal;

/// <summary>What the operator says; what is missing says so.</summary>
public sealed class AccessibilityModel(Reading reading, LagebildOptions options) : PageModel
{
    /// <summary>Null where the operator gave none.</summary>
    public OperatorText? Text => OperatorText.Of(options.Accessibility, reading.Language);

    /// <summary>Null or empty where none is set.</summary>
    public string? FeedbackAddress => options.FeedbackAddress;
}
