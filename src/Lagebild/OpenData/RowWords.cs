using Lagebild.Statistics;

namespace Lagebild.OpenData;

/// <summary>What formats say of a row beside its value.</summary>
public static class RowWords
{
    /// <summary>The status as the layout <c>figures</c> has it, with the reason why a value is missing behind it: <c>missing:late</c>.</summary>
    public static string StatusCode(this Observation observation) => observation.MissingReason == MissingReason.None
        ? observation.Status.Word()
        : $"{observation.Status.Word()}:{observation.MissingReason.Word()}";

    /// <summary>What a value is worth, in words: its status, whether it is computed, whether the press reported it; empty for an ordinary one.</summary>
    public static string Status(this DataSet data, in DataRow row) => row.Series is { IsComputed: false, Source.IsPress: false }
        ? data.StatusWord(row.Observation)
        : string.Join(", ", new[] { data.StatusWord(row.Observation), row.Series.IsComputed ? data.Words.Computed : "", row.Series.Source.IsPress ? data.Words.Press : "" }.Where(w => w.Length > 0));

    /// <summary>The codes of breaks.</summary>
    public static string BreakCodes(IReadOnlyList<DataBreak> begun) => string.Join(' ', begun.Select(b => b.Code));

    /// <summary>Day and text of each break.</summary>
    public static string BreakTexts(IReadOnlyList<DataBreak> begun) =>
        string.Join(' ', begun.Select(b => FormattableString.Invariant($"{b.Day:yyyy-MM-dd}: {b.Text}")));
}
