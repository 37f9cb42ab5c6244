using SQLitePCL;
using static SQLitePCL.raw;

namespace Lagebild.Storage;

/// <summary>
/// The parameters of a statement that is executed again and again. A statement keeps its bindings, and of rows in key order most parts
/// stay the same: only what changed is bound. At first all are null. Parameters count from 1; each is always a number or always a word.
/// </summary>
internal sealed class KeptBindings(sqlite3_stmt statement, int parameters) : IDisposable
{
    private readonly long?[] _numbers = new long?[parameters + 1];
    private readonly byte[]?[] _words = new byte[]?[parameters + 1];

    public sqlite3_stmt Statement => statement;

    public void Number(int at, long? number)
    {
        if (_numbers[at] == number)
        {
            return;
        }

        _numbers[at] = number;
        _ = number is { } value ? sqlite3_bind_int64(statement, at, value) : sqlite3_bind_null(statement, at);
    }

    /// <summary>Words are compared by reference: the caller keeps one array for each.</summary>
    public void Word(int at, byte[]? word)
    {
        if (ReferenceEquals(_words[at], word))
        {
            return;
        }

        _words[at] = word;
        _ = word is not null ? sqlite3_bind_text(statement, at, word) : sqlite3_bind_null(statement, at);
    }

    public void Dispose() => statement.Dispose();
}
