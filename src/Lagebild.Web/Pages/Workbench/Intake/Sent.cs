using Lagebild.Statistics;
using Lagebild.Storage;

namespace Lagebild.Web.Pages.Workbench.Intake;

/// <summary>What came of one form with files: what was kept, and the first thing that was not, with its sentence.</summary>
public sealed class Sent
{
    private readonly List<Receipt> _receipts = [];

    /// <summary>Kept or known, in the order of the form.</summary>
    public IReadOnlyList<Receipt> Receipts => _receipts;

    /// <summary>Whether the last one was known: the same bytes under an earlier receipt.</summary>
    public bool IsKnown { get; private set; }

    /// <summary>What is wrong, in the reader's language; null where nothing is.</summary>
    public string? Fault { get; private set; }

    public int Status { get; private set; } = StatusCodes.Status200OK;

    /// <summary>The field that the fault is about: <c>feed</c>, <c>note</c> or <c>files</c>.</summary>
    public string Field { get; private set; } = "";

    /// <summary>What was chosen and typed besides the files, to be shown again.</summary>
    public string FeedCode { get; set; } = "";

    public string Note { get; set; } = "";

    /// <summary>The file being taken, as it is shown.</summary>
    public string FileName { get; set; } = "";

    /// <summary>The feeds that a file that was to be recognised may be for.</summary>
    public IReadOnlyList<Feed> Candidates { get; set; } = [];

    public void Add(Acceptance acceptance)
    {
        _receipts.Add(acceptance.Receipt!);
        IsKnown = !acceptance.IsNew;
    }

    /// <summary>Keeps the first fault. Gives false, for who asks whether to go on.</summary>
    public bool Refuse(int status, string field, string sentence)
    {
        if (Fault is null)
        {
            (Status, Field, Fault) = (status, field, sentence);
        }

        return false;
    }
}
