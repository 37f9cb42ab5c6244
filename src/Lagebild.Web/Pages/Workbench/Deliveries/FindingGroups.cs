using Lagebild.Import;
using Lagebild.Jobs;
using Lagebild.Statistics;
using Lagebild.Storage;

namespace Lagebild.Web.Pages.Workbench.Deliveries;

/// <summary>The findings of one reason.</summary>
public sealed record FindingGroup
{
    public required Reason Reason { get; init; }

    public required Severity Severity { get; init; }

    /// <summary>Whether they are questions, which stand with their answers.</summary>
    public bool IsAsked => Severity == Severity.Warning && AnswerStore.Asking.Contains(Reason);

    /// <summary>All of them, not only those kept.</summary>
    public required long Count { get; init; }

    /// <summary>Those kept, which can be listed.</summary>
    public required int Listed { get; init; }

    /// <summary>By line.</summary>
    public required IReadOnlyList<ShownFinding> Shown { get; init; }
}

/// <summary>A finding with the lines around it, as they were delivered; none where the file has no lines to show.</summary>
public sealed record ShownFinding(Finding Finding, IReadOnlyList<RawLine> Lines);

/// <summary>Groups findings by reason and fetches the lines around those shown.</summary>
public sealed class FindingGroups(FindingStore findings, DeliveryLines lines, StoredReading stored)
{
    /// <summary>On a page of one reason.</summary>
    public const int OnPage = 20;

    /// <summary>Of each reason, while all are shown.</summary>
    private const int First = 3;

    /// <summary>Of a larger workbook no rows are shown: it would have to be unpacked whole.</summary>
    private const long LargestWorkbook = 5 << 20;

    /// <summary>Gravest first. Of one reason a page of its findings.</summary>
    public async Task<IReadOnlyList<FindingGroup>> OfAsync(Delivery delivery, Understanding? understanding, ReportQuery query, CancellationToken ct)
    {
        var counts = await findings.CountsAsync(delivery.Id, ct);
        var kept = (await findings.OfDeliveryAsync(delivery.Id, ct)).ToLookup(f => (f.Reason, f.Severity));
        var asked = counts.Where(c => query.Reason is null || c.Reason == query.Reason).Select(c => (Count: c, Shown: Shown([.. kept[(c.Reason, c.Severity)]], query))).ToArray();
        var around = await AroundAsync(delivery, understanding, [.. asked.SelectMany(a => a.Shown)], ct);
        return [.. asked.Select(a => new FindingGroup
        {
            Reason = a.Count.Reason,
            Severity = a.Count.Severity,
            Count = a.Count.Count,
            Listed = kept[(a.Count.Reason, a.Count.Severity)].Count(),
            Shown = [.. a.Shown.Select(f => new ShownFinding(f, around(f)))],
        })];
    }

    /// <summary>The lines around a few findings.</summary>
    public async Task<Func<Finding, IReadOnlyList<RawLine>>> AroundAsync(Delivery delivery, Understanding? understanding, IReadOnlyList<Finding> shown, CancellationToken ct)
    {
        if (understanding is null || (understanding.IsWorkbook && delivery.Size > LargestWorkbook))
        {
            return _ => [];
        }

        var wanted = shown.SelectMany(Around).Distinct().ToArray();
        return understanding.IsWorkbook ? await RowsAsync(delivery, understanding, wanted, ct) : await TextAsync(delivery, understanding, wanted, ct);
    }

    private async Task<Func<Finding, IReadOnlyList<RawLine>>> TextAsync(Delivery delivery, Understanding understanding, int[] wanted, CancellationToken ct)
    {
        var texts = await lines.OfAsync(delivery.Sha256, understanding, wanted, ct);
        return f => [.. Around(f).Where(texts.ContainsKey).Select(l => RawLine.Of(l, texts[l], f, understanding))];
    }

    private async Task<Func<Finding, IReadOnlyList<RawLine>>> RowsAsync(Delivery delivery, Understanding understanding, int[] wanted, CancellationToken ct)
    {
        var opened = await stored.OpenAsync(delivery, ct);
        var rows = SheetLines.Of(opened.File, opened.Profile, wanted);
        return f => [.. Around(f).Where(rows.ContainsKey).Select(l => RawLine.Of(l, rows[l], f, understanding))];
    }

    private static IEnumerable<int> Around(Finding finding) => finding.Line == 0 ? [] : Enumerable.Range(finding.Line - 1, 3).Where(l => l > 0);

    private static IReadOnlyList<Finding> Shown(IReadOnlyList<Finding> kept, ReportQuery query) =>
        query.Reason is null ? [.. kept.Take(First)] : [.. kept.Skip((query.Findings - 1) * OnPage).Take(OnPage)];
}
