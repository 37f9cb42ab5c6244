namespace Lagebild.Import.Reading;

/// <summary>A file that was read.</summary>
internal sealed class ReadFile(OrderedValues values) : CheckedFile
{
    /// <inheritdoc/>
    public override IEnumerable<ReadOnlyMemory<CheckedValue>> Values() => values.Blocks();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            values.Dispose();
        }

        base.Dispose(disposing);
    }
}

/// <summary>The texts of a <see cref="PhraseTable"/>, made when asked for.</summary>
internal sealed class PhraseList(PhraseTable phrases) : IReadOnlyList<string>
{
    public int Count => phrases.Count;

    public string this[int index] => phrases.Text(index);

    public IEnumerator<string> GetEnumerator() => Enumerable.Range(0, Count).Select(phrases.Text).GetEnumerator();

    System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
}
