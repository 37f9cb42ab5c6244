using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lagebild.Web.Pages.Legal;

/// <summary>What the operator says; what is missing says so.</summary>
public sealed class SignLanguageModel(Reading reading, LagebildOptions options) : PageModel
{
    /// <summary>Null where the operator gave none.</summary>
    public OperatorText? Text => OperatorText.Of(options.SignLanguage, reading.Language);
}
