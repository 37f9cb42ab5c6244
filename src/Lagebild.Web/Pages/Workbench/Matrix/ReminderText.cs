using Lagebild.Accounts;
using Lagebild.Catalogue;
using Lagebild.Statistics;
using Lagebild.Storage;
using Lagebild.Web.Texts;

namespace Lagebild.Web.Pages.Workbench.Matrix;

/// <summary>Words a reminder in the language of the feed, whoever writes it.</summary>
public sealed class ReminderText(Catalogue.Catalogue catalogue, Feed feed, string address)
{
    private readonly MatrixWords _words = Words.In(feed.Language).Matrix;

    /// <summary>Subject, body and whom it is for; number and moment are given when it is kept.</summary>
    public Reminder Of(IReadOnlyList<RemindedCell> cells, Who by, IReadOnlyList<string> recipients) => new()
    {
        Feed = feed.Code,
        Cells = cells,
        By = by,
        Recipients = recipients,
        Language = feed.Language,
        Subject = Fill(_words.Subject, Name),
        Body = Fill(_words.Body, Name, string.Join('\n', cells.Select(Line)), address, by.Name),
    };

    /// <summary>A mail with all of it, for the mail program of who reminds.</summary>
    public static string MailAddress(Reminder reminder) =>
        $"mailto:{string.Join(',', reminder.Recipients.Select(Uri.EscapeDataString))}?subject={Uri.EscapeDataString(reminder.Subject)}&body={Uri.EscapeDataString(reminder.Body.ReplaceLineEndings("\r\n"))}";

    private string Name => feed.Name.GetValueOrDefault(feed.Language) ?? feed.Code;

    private string Line(RemindedCell cell) => Fill(
        _words.Line,
        Text(CatalogueKind.Indicator, cell.Indicator),
        Text(CatalogueKind.Region, cell.Region),
        PeriodText.Label(cell.Period, feed.Language),
        Charts.DateFormat.Short(cell.Period.End.AddDays(feed.DueAfterDays ?? 0), feed.Language));

    private string Text(string kind, string code) => catalogue.Text(kind, code, "name", feed.Language)?.Plain() ?? code;

    private string Fill(string phrase, params object[] values) => string.Format(Languages.Culture(feed.Language), phrase, values);
}
