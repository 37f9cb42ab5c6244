using System.Data.Common;

namespace Lagebild.Storage;

/// <summary>A question as it is stored, to be found among the values of a draft.</summary>
internal sealed record StoredQuestion
{
    public int Number { get; init; }

    public int Line { get; init; }

    public required string Field { get; init; }
}

/// <summary>Finds which value of a draft each question is about while the draft is written: that of its line whose cell has its heading.</summary>
internal sealed class AskedValues(long delivery, IEnumerable<StoredQuestion> questions, IReadOnlyList<string> fields)
{
    private static readonly Table _question = new("question", "delivery", "finding", "series", "period_start", "period_end");

    private readonly ILookup<int, StoredQuestion> _byLine = questions.ToLookup(q => q.Line);
    private readonly string[] _headings = [.. fields.Select(f => f[(f.IndexOf(' ', StringComparison.Ordinal) + 1)..])];
    private readonly Dictionary<int, object?[]> _found = [];

    /// <summary>A row of the draft; what other deliveries brought is asked about there.</summary>
    public void Opened(in ObservationRow row)
    {
        if (row.Delivery != delivery || !_byLine.Contains(row.Line))
        {
            return;
        }

        foreach (var question in _byLine[row.Line])
        {
            if (question.Field == _headings[row.Field])
            {
                _found.TryAdd(question.Number, [delivery, question.Number, row.Series, row.PeriodStart, row.PeriodEnd]);
            }
        }
    }

    public void Keep(Database database, DbTransaction transaction) => database.Insert(transaction, _question, _found.OrderBy(f => f.Key).Select(f => f.Value));
}
