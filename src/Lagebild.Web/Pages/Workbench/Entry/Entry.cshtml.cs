using System.Globalization;
using Lagebild.Accounts;
using Lagebild.Import;
using Lagebild.Jobs;
using Lagebild.Statistics;
using Lagebild.Storage;
using Lagebild.Web.Pages.Deliveries;
using Lagebild.Web.Pages.Workbench.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lagebild.Web.Pages.Workbench.Entry;

/// <summary>Figures typed or pasted, kept as a draft at every step, handed in as a delivery like any other.</summary>
[RequestFormLimits(ValueCountLimit = 20_000)]
public sealed class EntryModel(Desk desk, Reading reading, FeedStore feeds, EntryReader reader, EntryStore entries, InboxStore inbox, ReleaseStore releases, IFeedScheduler scheduler, Stands today, TimeProvider clock) : PageModel
{
    /// <summary>Null on the list of feeds.</summary>
    public Feed? Feed { get; private set; }

    /// <summary>The feeds one may type for; filled where none is chosen.</summary>
    public IReadOnlyList<Feed> Feeds { get; private set; } = [];

    /// <summary>The regions of the feed.</summary>
    public IReadOnlyList<Region> Regions { get; private set; } = [];

    /// <summary>Open drafts of the feed, by region.</summary>
    public IReadOnlyDictionary<string, EntryDraft> Drafts { get; private set; } = new Dictionary<string, EntryDraft>();

    /// <summary>Code; null where it is to be chosen.</summary>
    public string? Region { get; private set; }

    /// <summary>The way of counting the page is limited to; null for all.</summary>
    public string? Variant { get; private set; }

    public EntryBasis Basis { get; private set; } = null!;

    public EntryGrid Grid { get; private set; } = null!;

    public EntryCheck Check { get; private set; } = null!;

    /// <summary>The part of the grid that the page shows.</summary>
    public IReadOnlyList<EntrySection> Shown { get; private set; } = [];

    /// <summary>Whether there are so many rows that a way of counting is chosen first.</summary>
    public bool HasToChoose { get; private set; }

    /// <summary>How many rows of the way of counting are left for a file.</summary>
    public int RowsLeft { get; private set; }

    /// <summary>The way of counting of which a row is being added; null for none.</summary>
    public Variant? Adding { get; private set; }

    /// <summary>What others typed since the person last saw the page.</summary>
    public IReadOnlyList<EntryCell> ByOthers { get; private set; } = [];

    /// <summary>Releases of the feed since the draft was begun, latest first.</summary>
    public IReadOnlyList<Release> Since { get; private set; } = [];

    /// <summary>What was handed in last; null where nothing was, or a draft is open.</summary>
    public EntryDraft? HandedIn { get; private set; }

    /// <summary>What was not taken of a pasted table, and its text.</summary>
    public IReadOnlyList<PasteFinding> PasteFindings { get; private set; } = [];

    public string Pasted { get; private set; } = "";

    public Message? Said { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? feed, string? region, string? variant, int since, string? add, CancellationToken ct)
    {
        if (string.IsNullOrEmpty(feed))
        {
            return await ListAsync(ct);
        }

        if (await TakeAsync(feed, region, variant, ct) is { } refused)
        {
            return refused;
        }

        Said = TempData.Said();
        return Region is null ? await ChooseRegionAsync(ct) : await ShowAsync(since, add, ct);
    }

    /// <summary>Whatever the button, what was typed is kept first.</summary>
    public async Task<IActionResult> OnPostAsync(string? feed, string? region, string? variant, CancellationToken ct)
    {
        if (await TakeAsync(feed ?? "", region, variant, ct) is { } refused)
        {
            return refused;
        }

        var (form, fault) = EntryForm.Of(Request.Form, reading.Catalogue);
        if (Region is null || fault is not null)
        {
            return HttpContext.Refuse(fault ?? Fault.Of("region", region ?? ""));
        }

        await KeepAsync(form, ct);
        return Request.Form["act"].ToString() switch
        {
            "paste" => await PasteAsync(form, ct),
            "thousands" or "decimals" => await DecideAsync(form, ct),
            "period" => await AddPeriodAsync(form, ct),
            "choose-row" => Back(form, add: Request.Form["row-variant"]),
            "row" => await AddRowAsync(form, ct),
            "take-back" => await TakeBackAsync(form, ct),
            "again" => await AgainAsync(form, ct),
            "hand-in" => await HandInAsync(form, ct),
            _ => Back(form, Message.Done(reading.Words.Entry.Saved)),
        };
    }

    /// <summary>The name of a row: with its way of counting where the grid has several of the indicator.</summary>
    public string Name(EntryKey key) => reader.RowName(key);

    /// <summary>What more identifies a cell: its way of counting where the grid has several of the indicator, its days where the heading does not say them, its unit.</summary>
    public string Detail(EntryField field)
    {
        var hasSeveral = Grid.Rows.Any(r => r.Indicator == field.Key.Indicator && r.Variant != field.Key.Variant);
        string?[] parts = [hasSeveral ? reading.VariantName(field.Key.Variant) : null, field.Key.Period.IsDay ? Texts.PeriodText.When(field.Key.Period, reading.Language) : null, reading.UnitName(field.Variant.Unit)];
        return string.Join(", ", parts.OfType<string>());
    }

    /// <summary>A period as a heading.</summary>
    public string Heading(EntrySection section) => Charts.DateFormat.Period(section.Period, reading.Language);

    /// <summary>By when a section is due, or since how many days it is overdue.</summary>
    public string DueWords(DateOnly due) => reading.DueWords(due, today.Today);

    /// <summary>One of the values before: 0 the last, 1 the one before it; a word where there is none.</summary>
    public string Earlier(EntryField field, int back) => back >= field.Before.Count ? reading.Words.Entry.NoneBefore
        : $"{ValueOf(field, field.Before[back])} ({Texts.PeriodText.Label(field.Before[back].Period, reading.Language)})";

    /// <summary>A published value with its sign, and its doubt in words.</summary>
    public string ValueOf(EntryField field, Observation observation)
    {
        var value = reading.Value(observation, field.Variant.Decimals, field.Variant.Unit);
        return reading.Words.Doubt(observation) is { } doubt ? $"{value} {doubt}" : value;
    }

    /// <summary>What was typed into a cell, in one line.</summary>
    public string Say(EntryText text) => text.IsEmpty ? reading.Words.Entry.Emptied
        : string.Join(", ", new[] { text.Value, text.Status.Length > 0 ? StatusName(text.Status) : "", text.Note }.Where(t => t.Length > 0));

    /// <summary>A status of the list.</summary>
    public string StatusName(string status)
    {
        var (words, said) = (reading.Words.Status, reading.Words.Entry);
        return status switch
        {
            "" => said.Ordinary,
            "provisional" => words.Provisional,
            "estimated" => words.Estimated,
            "low-reliability" => words.LowReliability,
            "less-than-half-a-unit" => words.LessThanHalfUnit,
            "missing" => words.Missing,
            "missing:late" => reading.Fill(said.MissingBecause, words.Late),
            "missing:not-collected" => reading.Fill(said.MissingBecause, words.NotCollected),
            "missing:refused" => reading.Fill(said.MissingBecause, words.Refused),
            "missing:not-published" => reading.Fill(said.MissingBecause, words.NotPublished),
            "not-applicable" => words.NotApplicable,
            "not-yet-available" => words.NotYetAvailable,
            _ => words.Confidential,
        };
    }

    /// <summary>Where a cell stands on the page: with its way of counting where the page is limited to another.</summary>
    public string CellAddress(EntryKey key)
    {
        for (var at = 0; at < Shown.Count; at++)
        {
            var row = Shown[at].Fields.Select(f => f.Key).ToList().IndexOf(key);
            if (row >= 0)
            {
                return FormattableString.Invariant($"#s{at}r{row}v");
            }
        }

        return reading.Link("/workbench/entry", ("feed", Feed!.Code), ("region", Region), ("variant", key.Variant));
    }

    /// <summary>Why a pasted table, or a row of it, was not taken.</summary>
    public string Sentence(PasteFinding found)
    {
        var words = reading.Words.Entry;
        return found.Fault switch
        {
            PasteFault.Empty => words.PasteEmpty,
            PasteFault.RowCount => reading.Fill(words.PasteRowCount, found.Found, found.Expected),
            PasteFault.Columns => reading.Fill(words.PasteColumns, found.Found, found.Expected),
            PasteFault.UnknownRow => reading.Fill(words.PasteUnknownRow, found.Found),
            _ => reading.Fill(words.PasteSeveralRows, found.Found),
        };
    }

    private async Task<IActionResult> ListAsync(CancellationToken ct)
    {
        if (desk.Lacks(Role.Analyst) is { } lacks)
        {
            return lacks;
        }

        Feeds = [.. (await feeds.AllAsync(ct)).Where(f => desk.Person.Has(Role.Analyst, f)).OrderBy(f => reading.NameOf(f), StringComparer.InvariantCultureIgnoreCase)];
        return Page();
    }

    /// <summary>What to answer where the address names what there is not, or not for this person; null where it may be shown.</summary>
    private async Task<IActionResult?> TakeAsync(string feed, string? region, string? variant, CancellationToken ct)
    {
        Feed = await feeds.ByCodeAsync(feed, ct);
        if (desk.Lacks(Role.Analyst, Feed) is { } lacks)
        {
            return lacks;
        }

        Regions = reader.Regions(Feed!);
        Region = string.IsNullOrEmpty(region) ? Regions is [var only] ? only.Code : null : region;
        Variant = string.IsNullOrEmpty(variant) ? null : variant;
        return Region is not null && Regions.All(r => r.Code != Region) ? HttpContext.Refuse(Fault.Of("region", Region))
            : Variant is not null && reading.Catalogue.Variant(Variant) is null ? HttpContext.Refuse(Fault.Of("variant", Variant))
            : null;
    }

    private async Task<IActionResult> ChooseRegionAsync(CancellationToken ct)
    {
        Drafts = (await entries.AllOpenAsync(ct)).Where(d => d.Feed == Feed!.Code).ToDictionary(d => d.Region, StringComparer.Ordinal);
        return Page();
    }

    private async Task<IActionResult> ShowAsync(int since, string? add, CancellationToken ct)
    {
        await ReadAsync(ct);
        Check = await reader.CheckAsync(Basis, Grid, ct);
        Adding = add is null ? null : reading.Catalogue.Variant(add);
        if (Basis.Draft is { } draft)
        {
            ByOthers = since == 0 ? [] : [.. draft.History.Where(c => c.Save > since && c.By.Person != desk.Person.Id && !c.Text.IsEmpty)];
            Since = [.. (await releases.ListAsync(ct)).Where(r => r.Feed == draft.Feed && r.Number > draft.BasedOn)];
        }
        else
        {
            HandedIn = await entries.LastHandedInAsync(Feed!.Code, Region!, ct);
        }

        Limit();
        return Page();
    }

    private async Task ReadAsync(CancellationToken ct)
    {
        Basis = await reader.BasisAsync(Feed!, Region!, ct);
        Grid = reader.Grid(Basis);
    }

    private void Limit()
    {
        HasToChoose = Variant is null && Grid.Rows.Count > EntryLimits.Rows;
        var shown = Grid.Sections.Select(s => s with { Fields = [.. s.Fields.Where(f => Variant is null || f.Key.Variant == Variant)] }).ToArray();
        RowsLeft = Math.Max(0, shown.Select(s => s.Fields.Count).DefaultIfEmpty().Max() - EntryLimits.RowsShown);
        Shown = HasToChoose ? [] : [.. shown.Select(s => s with { Fields = [.. s.Fields.Take(EntryLimits.RowsShown)] }).Where(s => s.Fields.Count > 0)];
    }

    private async Task KeepAsync(EntryForm form, CancellationToken ct)
    {
        var shown = form.Draft == 0 ? null : await entries.ByIdAsync(form.Draft, Feed!.Code, Region!, ct);
        var source = form.Source == (shown?.Source ?? "") ? null : form.Source;
        await SaveAsync(form.ChangedSince(shown), source, ct);
    }

    private Task<EntryDraft?> SaveAsync(IReadOnlyDictionary<EntryKey, EntryText> cells, string? source, CancellationToken ct) =>
        entries.SaveAsync(Feed!, Region!, cells, source, reading.Stand.Release.Number, desk.Who, ct);

    private async Task<IActionResult> PasteAsync(EntryForm form, CancellationToken ct)
    {
        await ReadAsync(ct);
        Limit();
        Pasted = Request.Form["paste"].ToString();
        var signs = Enum.TryParse<NumberSigns>(Request.Form["numbers"], out var chosen) ? chosen : NumberSigns.Ask;
        var only = Shown.FirstOrDefault(s => SectionName(s) == Request.Form["into"]);
        var result = new PasteReading(Grid with { Sections = Shown }, reader.NamesOf).Read(Pasted, signs, only);
        var now = Basis.Draft?.Now;
        await SaveAsync(result.Values.ToDictionary(v => v.Key, v => (now?.GetValueOrDefault(v.Key)?.Text ?? EntryText.Empty) with { Value = Cut(v.Value) }), null, ct);
        if (result.Findings.Count == 0)
        {
            return Back(form, Message.Done(reading.Fill(reading.Words.Entry.Pasted, result.Values.Count)));
        }

        PasteFindings = result.Findings;
        Said = Message.Wrong(reading.Fill(reading.Words.Entry.PastedPartly, result.Values.Count));
        return await ShowAsync(form.Seen, null, ct);
    }

    /// <summary>Says of all values in doubt what their point or comma means.</summary>
    private async Task<IActionResult> DecideAsync(EntryForm form, CancellationToken ct)
    {
        await ReadAsync(ct);
        var isThousands = Request.Form["act"] == "thousands";
        var decided = Grid.Fields.Select(f => (f.Key, f.Text, Meanings: TypedNumber.Meanings(f.Text.Value, IsPercent(f)))).Where(f => f.Meanings is not null)
            .ToDictionary(f => f.Key, f => f.Text with { Value = isThousands ? f.Meanings!.Value.Thousands : f.Meanings!.Value.Decimals });
        await SaveAsync(decided, null, ct);
        return Back(form, Message.Done(reading.Fill(reading.Words.Entry.Decided, decided.Count)));
    }

    private bool IsPercent(EntryField field) => reading.IsPercent(field.Variant.Unit);

    private async Task<IActionResult> AddPeriodAsync(EntryForm form, CancellationToken ct)
    {
        await ReadAsync(ct);
        var (sent, words) = (Request.Form, reading.Words.Entry);
        if (FrequencyCode.Parse(sent["frequency"].ToString()) is not { } frequency || Day(sent["end"]) is not { } end || (frequency == Frequency.Interval && Day(sent["start"]) is null))
        {
            return Back(form, Message.Wrong(words.NoPeriod));
        }

        var start = frequency == Frequency.Interval ? Day(sent["start"])!.Value : end;
        if (start > end || end > today.Today)
        {
            return Back(form, Message.Wrong(start > end ? words.PeriodBackwards : words.PeriodAhead));
        }

        var rows = Grid.Rows.Where(r => r.Period.Frequency == frequency && (Variant is null || r.Variant == Variant)).Select(r => r with { Period = PeriodOf(r.Variant, start, end, frequency) }).ToArray();
        await SaveAsync(Missing(rows), null, ct);
        return rows.Length == 0
            ? Back(form, Message.Wrong(reading.Fill(words.NoRowsOfFrequency, reading.Words.FrequencyName(frequency))))
            : Back(form, Message.Done(reading.Fill(words.PeriodAdded, Texts.PeriodText.Label(rows.Select(r => r.Period).MinBy(p => p.Start), reading.Language))));
    }

    /// <summary>Of what is counted on a day the day alone; of all else the whole period of its rhythm.</summary>
    private Period PeriodOf(string variant, DateOnly start, DateOnly end, Frequency frequency) =>
        ExpectedPeriods.IsCountedOnDay(reading.Catalogue.Variant(variant)) ? new(end, end, frequency)
        : frequency == Frequency.Interval ? new(start, end, frequency)
        : Rhythm.PeriodTo(end, frequency, isDay: false);

    private async Task<IActionResult> AddRowAsync(EntryForm form, CancellationToken ct)
    {
        await ReadAsync(ct);
        if (reading.Catalogue.Variant(Request.Form["row-variant"].ToString()) is not { } variant || FrequencyCode.Parse(Request.Form["row-frequency"].ToString()) is not { } frequency)
        {
            return Back(form, Message.Wrong(reading.Words.Entry.NoRow));
        }

        var parts = variant.Dimensions.Select(d => KeyValuePair.Create(d, Request.Form[$"dimension {d}"].ToString())).Where(p => p.Value.Length > 0).ToArray();
        if (parts.Any(p => reading.Catalogue.Code(p.Key, p.Value) is null))
        {
            return HttpContext.Refuse(Fault.Of("dimension", parts.First(p => reading.Catalogue.Code(p.Key, p.Value) is null).Value));
        }

        var key = new EntryKey { Indicator = variant.Indicator, Variant = variant.Code, Breakdown = Breakdown.Of(parts).Key, Period = default };
        var sections = Grid.Sections.Where(s => s.Frequency == frequency).ToArray();
        var ends = sections.Length > 0 ? sections.Select(s => (s.Period.Start, s.End)) : Day(Request.Form["row-end"]) is { } end ? [(end, end)] : [];
        var rows = ends.Select(p => key with { Period = PeriodOf(variant.Code, p.Item1, p.Item2, frequency) }).ToArray();
        await SaveAsync(Missing(rows), null, ct);
        return rows.Length == 0 ? Back(form, Message.Wrong(reading.Words.Entry.NoPeriod), variant.Code) : Back(form, Message.Done(reading.Fill(reading.Words.Entry.RowAdded, reader.RowName(key))));
    }

    /// <summary>Cells that the draft does not have yet, empty.</summary>
    private Dictionary<EntryKey, EntryText> Missing(IEnumerable<EntryKey> keys)
    {
        var now = Basis.Draft?.Now;
        return keys.Distinct().Where(k => now?.ContainsKey(k) != true).ToDictionary(k => k, _ => EntryText.Empty);
    }

    private async Task<IActionResult> TakeBackAsync(EntryForm form, CancellationToken ct)
    {
        if (await entries.OpenAsync(Feed!.Code, Region!, ct) is { } draft)
        {
            await entries.TakeBackAsync(Feed!, Region!, draft.Saves, desk.Who, ct);
        }

        return Back(form, Message.Done(reading.Words.Entry.TakenBack));
    }

    /// <summary>Begins a new draft with what was handed in last.</summary>
    private async Task<IActionResult> AgainAsync(EntryForm form, CancellationToken ct)
    {
        if (await entries.LastHandedInAsync(Feed!.Code, Region!, ct) is { } last && await entries.OpenAsync(Feed!.Code, Region!, ct) is null)
        {
            await SaveAsync(last.Now.ToDictionary(c => c.Key, c => c.Value.Text), last.Source, ct);
        }

        return Back(form, Message.Done(reading.Words.Entry.TakenUp));
    }

    private async Task<IActionResult> HandInAsync(EntryForm form, CancellationToken ct)
    {
        await ReadAsync(ct);
        if (Basis.Draft is not { } draft)
        {
            return await entries.LastHandedInAsync(Feed!.Code, Region!, ct) is { Receipt: { } known } last && last.Id == form.Draft ? Progress(known, isNew: true) : Back(form, Message.Wrong(reading.Words.Entry.Nothing));
        }

        Check = await reader.CheckAsync(Basis, Grid, ct);
        if (WhyNot(Check) is { } why)
        {
            return Back(form, Message.Wrong(why));
        }

        var what = new HandedIn { Feed = Feed!, FileName = FileName(), Channel = DeliveryChannel.Form, Who = desk.Who, Profile = EntryCheck.ProfileCode };
        var acceptance = await inbox.PutAsync(what, new MemoryStream(Check.File, writable: false), ct);
        await entries.HandedInAsync(draft, Feed!, acceptance.Receipt!.Id, desk.Who, ct);
        await scheduler.RunNowAsync(Feed!.Code, ct);
        return Progress(acceptance.Receipt.Id, acceptance.IsNew);
    }

    private string? WhyNot(EntryCheck check) => check.Cells.Count == 0 ? reading.Words.Entry.Nothing
        : check.HasErrors ? reading.Fill(reading.Words.Entry.HasErrors, check.Findings.Count(f => f.Finding.Severity == Severity.Error))
        : check.Questions.Any() && Request.Form["sure"] != "1" ? reading.Words.Entry.NotSure
        : null;

    private string FileName() => FormattableString.Invariant($"{Feed!.Code}-{Region}-{Reading.DayOf(clock.GetUtcNow().UtcDateTime):yyyy-MM-dd}.csv");

    private RedirectResult Progress(long receipt, bool isNew) => Redirect(reading.Link(FormattableString.Invariant($"/workbench/inbox/{receipt}"), ("again", isNew ? null : "1")));

    private RedirectResult Back(EntryForm form, Message? message = null, string? add = null)
    {
        if (message is not null)
        {
            TempData.Say(message);
        }

        return Redirect(reading.Link("/workbench/entry", ("feed", Feed!.Code), ("region", Region), ("variant", Variant), ("since", form.Seen > 0 ? Reading.Number(form.Seen) : null), ("add", add)));
    }

    /// <summary>A section as the form names it: <c>A 20241231</c>.</summary>
    public static string SectionName(EntrySection section) => string.Create(CultureInfo.InvariantCulture, $"{section.Frequency.Letter()} {DayNumber.From(section.End)}");

    private static string Cut(string text) => text.Length <= EntryLimits.Value ? text : text[..EntryLimits.Value];

    private static DateOnly? Day(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 1800 and < 2200 ? day : null;
}
