using Lagebild.Storage;
using Lagebild.Web.Texts;

namespace Lagebild.Web.Pages.Workbench.Releases;

/// <summary>A note for the public as it is typed.</summary>
public record NoteForm
{
    /// <summary>Letters of a note at most.</summary>
    public const int Most = 1000;

    public string? Note { get; init; }

    /// <summary>One of <see cref="Languages.All"/>; null or anything else: the page's.</summary>
    public string? Language { get; init; }

    /// <summary>The feed's latest release when the page was made: what comes between makes the page stale.</summary>
    public int BasedOn { get; init; }

    public bool IsEmpty => string.IsNullOrWhiteSpace(Note);

    public bool IsLong => Note?.Trim().Length > Most;

    /// <summary>The note in its language; where nothing was written, the word for that.</summary>
    public ReleaseNote Said(string page) => IsEmpty ? ReleaseNote.ByPerson : new(Note!.Trim(), LanguageOr(page));

    public string LanguageOr(string page) => Languages.All.Contains(Language) ? Language! : page;
}

/// <summary>A release as it is asked for.</summary>
public sealed record ReleaseForm : NoteForm
{
    /// <summary><c>now</c> or <c>later</c>.</summary>
    public string? When { get; init; }

    public string? Day { get; init; }

    public string? Clock { get; init; }
}

/// <summary>A withdrawal or restoration as it is asked for.</summary>
public sealed record WithdrawForm : NoteForm
{
    /// <summary><c>error</c> or <c>disclosure</c>.</summary>
    public string? Kind { get; init; }

    /// <summary><c>yes</c> where the question before what cannot be undone was answered.</summary>
    public string? Sure { get; init; }
}
