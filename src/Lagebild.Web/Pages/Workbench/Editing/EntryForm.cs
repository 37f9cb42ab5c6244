using System.Security.Cryptography;
using System.Text;
using Lagebild.Storage;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lagebild.Web.Pages.Workbench.Editing;

/// <summary>What a form makes of an entry.</summary>
/// <param name="Draft">What it changes of the catalogue as it is now; null where something is wrong.</param>
/// <param name="Faults">What is wrong, in the order of the fields.</param>
public sealed record FilledForm(CatalogueDraft? Draft, IReadOnlyList<FormFault> Faults);

/// <summary>Fills forms with entries, and reads entries from forms.</summary>
public sealed class EntryForms(Reading reading, EntryFields fields)
{
    /// <summary>All fields of an entry as a catalogue has it.</summary>
    public FormValues Filled(Catalogue.Catalogue catalogue, string kind, string code) =>
        fields.Filled(kind, catalogue.Entry(kind, code)?.Body).With(EntryTexts.Filled(catalogue.TextsOf(kind, code), kind, reading.Language));

    /// <summary>Reads a form. A draft that changes nothing has neither body nor texts.</summary>
    public FilledForm Read(Catalogue.Catalogue now, string kind, string code, FormValues values)
    {
        var reader = new FieldReader(values, now, reading);
        var texts = EntryTexts.Changed(reader, kind, code);
        var body = EntryFields.Kinds.Contains(kind) ? fields.Body(kind, code, reader) : null;
        var isSame = body is null || body == fields.Rewritten(kind, code, now.Entry(kind, code)?.Body);
        return new(reader.Faults.Count > 0 ? null : new() { Kind = kind, Code = code, Body = isSame ? null : body, Texts = texts }, reader.Faults);
    }

    /// <summary>Stands for an entry as it is released: a form made from another state of it is not saved over this one.</summary>
    public static string Mark(Catalogue.Catalogue now, string kind, string code)
    {
        var content = string.Join('\n', now.TextsOf(kind, code).Select(t => $"{t.Part} {t.Language} {t.State} {t.Body}").Prepend(now.Entry(kind, code)?.Body ?? ""));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)))[..16];
    }

    /// <summary>A code that no other entry has: kind and eight hexadecimal digits by chance.</summary>
    public static string NewCode(string kind) => $"{kind}-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4))}";

    /// <summary>Whether a text is such a code.</summary>
    public static bool IsNewCode(string kind, string code) =>
        code.Length == kind.Length + 9 && code.StartsWith($"{kind}-", StringComparison.Ordinal) && code[(kind.Length + 1)..].All(char.IsAsciiHexDigitLower);
}

/// <summary>A page of the desk of texts: only for editors, and only once anything is released.</summary>
public abstract class TextPage(Desk desk, Reading reading) : PageModel
{
    /// <summary>Who is signed in.</summary>
    protected Desk Desk { get; } = desk;

    /// <summary>The request.</summary>
    protected Reading Reading { get; } = reading;

    /// <summary>What to say once above the page; null for nothing.</summary>
    public Accounts.Message? Said { get; protected set; }

    /// <inheritdoc/>
    public override void OnPageHandlerExecuting(Microsoft.AspNetCore.Mvc.Filters.PageHandlerExecutingContext context)
    {
        context.Result = Desk.Lacks(Lagebild.Accounts.Role.Editor) ?? (Reading.HasStand ? null : HttpContext.Absent(Reading.Words.Text.NothingReleased));
        if (context.Result is null && HttpMethods.IsGet(Request.Method))
        {
            Said = Accounts.Messages.Said(TempData);
        }
    }

    /// <summary>Makes the page read by a catalogue: that of now, whatever is kept of the stand.</summary>
    protected void Read(Catalogue.Catalogue now) =>
        Reading.ShowAsOf(Reading.Stand with { Catalogue = now, Choices = Reading.Stand.Choices with { Catalogue = now } }, Reading.IsPinned, Reading.IsPast);
}
