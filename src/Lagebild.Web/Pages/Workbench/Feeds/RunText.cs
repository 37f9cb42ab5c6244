using Lagebild.Storage;

namespace Lagebild.Web.Pages.Workbench.Feeds;

/// <summary>Runs in words.</summary>
public static class RunText
{
    /// <summary>What came of a run.</summary>
    public static string Outcome(this Reading reading, Run run) => reading.Words.Feed.Outcomes[run.Outcome.ToString()];

    /// <summary>Class of the sign beside it.</summary>
    public static string Kind(this Run run) => run.Outcome switch
    {
        RunOutcome.Released => "success",
        RunOutcome.Waiting => "warning",
        RunOutcome.Refused or RunOutcome.Failed => "error",
        RunOutcome.CutOff => "warning",
        _ => "notice",
    };

    /// <summary>One step as a sentence; its bare word for one that is not known.</summary>
    public static string Sentence(this Reading reading, RunStep step) => reading.Words.Feed.Steps.TryGetValue(step.Stage, out var phrase)
        ? reading.Fill(phrase, step.FileName ?? "", reading.Count(step.Records), reading.Count(step.ValueCount), reading.Count(step.Errors), step.Release ?? 0)
        : step.Stage;

    /// <summary>How long a run took or has taken, in seconds or minutes.</summary>
    public static string Duration(this Reading reading, Run run, DateTime nowUtc)
    {
        var time = (run.EndedUtc ?? nowUtc) - run.StartedUtc;
        return time.TotalMinutes >= 2
            ? reading.Fill(reading.Words.Feed.Minutes, (int)time.TotalMinutes)
            : reading.Fill(reading.Words.Feed.Seconds, (int)Math.Max(1, Math.Ceiling(time.TotalSeconds)));
    }
}
