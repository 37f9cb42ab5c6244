using System.Data.Common;
using Dapper;

namespace Lagebild.Storage;

/// <summary>Compares phrases of stored rows, numbered by delivery, with those of a file.</summary>
internal sealed class PhraseNumbers(DbTransaction transaction, IReadOnlyList<string> phrases)
{
    private const int NotInFile = -2;

    private readonly Dictionary<string, int> _numbers = phrases.Select((p, i) => (p, i)).ToDictionary(p => p.p, p => p.i, StringComparer.Ordinal);
    private readonly Dictionary<long, Dictionary<int, int>> _byDelivery = [];
    private (long Delivery, Dictionary<int, int> Numbers) _latest = (0, []);

    /// <summary>Whether a stored phrase is the same text as one of the file; -1 on both sides is no text.</summary>
    public bool IsSame(long delivery, int stored, int inFile) => stored < 0 ? inFile < 0 : inFile >= 0 && Of(delivery).GetValueOrDefault(stored, NotInFile) == inFile;

    private Dictionary<int, int> Of(long delivery)
    {
        if (_latest.Delivery == delivery)
        {
            return _latest.Numbers;
        }

        if (!_byDelivery.TryGetValue(delivery, out var numbers))
        {
            _byDelivery[delivery] = numbers = Load(delivery);
        }

        _latest = (delivery, numbers);
        return numbers;
    }

    private Dictionary<int, int> Load(long delivery) => transaction.Connection!.Query<Phrase>(Sql.OfDelivery, new { Delivery = delivery }, transaction)
        .ToDictionary(p => p.Number, p => _numbers.GetValueOrDefault(p.Body, NotInFile));

    private sealed record Phrase
    {
        public int Number { get; init; }

        public required string Body { get; init; }
    }

    internal static class Sql
    {
        /// <summary>The phrases of a delivery.</summary>
        public const string OfDelivery = """
            select number, body
            from phrase
            where delivery = @Delivery
            """;
    }
}
