using Lagebild.Accounts;
using Lagebild.Statistics;
using Lagebild.Storage;
using Lagebild.Web.Texts;

namespace Lagebild.Web.Pages.Workbench.Releases;

/// <summary>What is checked of a waiting delivery before its release, as it stands now.</summary>
public sealed class ReleaseChecks(
    Desk desk, Reading reading, DeskDelivery taken, ReleaseStore releases, ChecklistStore checklists, AnswerStore answers, FindingStore findings, AccountStore accounts)
{
    private ReleasingWords Words => reading.Words.Releasing;

    private string Report => reading.Link(taken.Path(""));

    /// <summary>Reads all of it; the delivery was taken before and waits.</summary>
    public async Task<ReleaseCheck> ReadAsync(CancellationToken ct)
    {
        var delivery = taken.Delivery;
        var preview = (await releases.PreviewAsync(delivery.Id, ct))!;
        var checklist = await checklists.OfAsync(delivery.Id, ct);
        var breaks = (await findings.CountsAsync(delivery.Id, ct)).Where(c => c.Reason == Reason.BreakMarked).Sum(c => c.Count);
        var questions = await answers.OfDeliveryAsync(delivery.Id, ct);
        return new()
        {
            Preview = preview,
            Checklist = checklist,
            Points =
            [
                Errors(delivery, questions.Count),
                Questions(questions.Count(q => q.Answer is null)),
                Explanations(checklist, breaks, preview.Counts),
                Disclosure(checklist),
                await FourEyesAsync(delivery, ct),
                Preview(preview),
            ],
        };
    }

    private CheckPoint Errors(Delivery delivery, int questions)
    {
        var warnings = delivery.Warnings - questions;
        string[] sentences = [delivery.Errors == 0 ? Words.NoErrors : reading.Fill(Words.SomeErrors, delivery.Errors), .. warnings > 0 ? [reading.Fill(Words.Warnings, warnings)] : Array.Empty<string>()];
        return new()
        {
            Kind = delivery.Errors > 0 ? "error" : "success",
            Title = Words.Errors,
            Sentences = sentences,
            Mend = delivery.Errors > 0 || warnings > 0 ? (Report, Words.ToReport) : null,
        };
    }

    private CheckPoint Questions(int open) => new()
    {
        Kind = open > 0 ? "error" : "success",
        Title = Words.Questions,
        Sentences = [open > 0 ? reading.Fill(Words.OpenQuestions, open) : Words.NoQuestions],
        Mend = open > 0 ? ($"{Report}#questions", Words.Answer) : null,
    };

    private CheckPoint Explanations(Checklist checklist, long breaks, DifferenceCounts counts)
    {
        List<string> missing = [];
        Say(missing, Words.Unexplained, checklist.Unexplained);
        Say(missing, Words.Breaks, breaks);
        List<string> sentences = [.. missing, .. missing.Count == 0 ? [Words.Explained] : Array.Empty<string>(), .. counts.Corrects() ? [Words.Corrects] : Array.Empty<string>()];
        return new()
        {
            Kind = missing.Count > 0 ? "warning" : counts.Corrects() ? "notice" : "success",
            Title = Words.Explanations,
            Sentences = sentences,
            Mend = missing.Count > 0 ? (Report, Words.ToReport) : null,
        };
    }

    private CheckPoint Disclosure(Checklist checklist)
    {
        var isOurs = taken.Feed.Disclosure.By == DisclosureBy.Ours;
        List<string> sentences = [isOurs ? reading.Fill(Words.ByOurs, reading.Count(taken.Feed.Disclosure.RoundTo)) : Words.ByPublisher];
        Say(sentences, Words.Rounded, checklist.Rounded);
        sentences.Add(checklist.Withheld == 0 ? Words.NoneWithheld : reading.Fill(Words.Withheld, checklist.Withheld));
        Say(sentences, Words.Leaking, checklist.Leaking);
        return new() { Kind = checklist.Leaking > 0 ? "error" : "success", Title = Words.Disclosure, Sentences = sentences };
    }

    private async Task<CheckPoint> FourEyesAsync(Delivery delivery, CancellationToken ct)
    {
        var point = new CheckPoint { Kind = "success", Title = Words.FourEyes, Sentences = [Words.FourEyesOff] };
        if (!taken.Feed.FourEyes)
        {
            return point;
        }

        if (delivery.HandedInBy is not { } person)
        {
            return point with { Sentences = [Words.FourEyesNobody] };
        }

        return person == desk.Person.Id
            ? point with { Kind = "error", Sentences = [await OthersAsync(ct)] }
            : point with { Sentences = [reading.Fill(Words.FourEyesMet, (await accounts.ByIdAsync(person, ct))?.Name ?? Words.Someone)] };
    }

    private async Task<string> OthersAsync(CancellationToken ct)
    {
        string[] names = [.. (await accounts.AllAsync(ct)).Where(p => p.Id != desk.Person.Id && p.Has(Role.Publisher, taken.Feed)).Select(p => p.Name)];
        return names.Length == 0 ? Words.FourEyesAlone : reading.Fill(Words.FourEyesOwn, string.Join(", ", names));
    }

    private CheckPoint Preview(Preview preview) => new()
    {
        Kind = preview.IsStale ? "error" : "success",
        Title = Words.Preview,
        Sentences = [preview.IsStale ? reading.Fill(Words.PreviewStale, preview.Latest) : preview.Latest == 0 ? Words.PreviewFirst : reading.Fill(Words.PreviewOf, preview.Latest)],
        Renews = preview.IsStale,
    };

    private void Say(List<string> sentences, Plural phrase, long count)
    {
        if (count > 0)
        {
            sentences.Add(reading.Fill(phrase, count));
        }
    }
}

/// <summary>How it stands with a waiting delivery.</summary>
public sealed record ReleaseCheck
{
    public required Preview Preview { get; init; }

    public required Checklist Checklist { get; init; }

    /// <summary>In the order they are shown.</summary>
    public required IReadOnlyList<CheckPoint> Points { get; init; }

    public int Open => Points.Count(p => p.IsOpen);

    /// <summary>Values that the public knows become others or end: the note has to say why.</summary>
    public bool NeedsNote => Preview.Counts.Corrects();
}

/// <summary>What counts say.</summary>
internal static class Counted
{
    /// <summary>Whether values that stood change or end.</summary>
    public static bool Corrects(this DifferenceCounts counts) => counts.Changed + counts.Closed > 0;

    public static bool IsNothing(this DifferenceCounts counts) => counts.Added + counts.Changed + counts.Closed == 0;
}
