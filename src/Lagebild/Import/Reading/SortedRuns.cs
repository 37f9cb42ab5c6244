using System.Runtime.InteropServices;

namespace Lagebild.Import.Reading;

/// <summary>More values than are to be held in memory: sorted in runs on disk, then merged into one file.</summary>
internal sealed class SortedRuns : IDisposable
{
    private readonly List<Run> _runs = [];

    public bool IsEmpty => _runs.Count == 0;

    /// <summary>Sorts and writes the values, which are then free to be cleared. <paramref name="ranks"/> need only order the series known so far.</summary>
    public void Add(KeptValues values, int[] ranks)
    {
        var file = TemporaryFile();
        foreach (var at in KeyOrder.Sorted(values, ranks))
        {
            file.Write(MemoryMarshal.AsBytes(new ReadOnlySpan<CheckedValue>(in values[at])));
        }

        _runs.Add(new Run(file));
    }

    /// <summary>One file in key order under the final ranks; of a key twice what <paramref name="checks"/> keep. Of equal keys the earlier run comes first.</summary>
    public OrderedOnDisk Merged(int[] ranks, KeyChecks checks)
    {
        var (file, count) = (TemporaryFile(), 0L);
        var heads = new PriorityQueue<Run, (ulong Key, int Number)>();
        for (var number = 0; number < _runs.Count; number++)
        {
            Next(heads, number, ranks);
        }

        while (heads.TryDequeue(out var run, out var head))
        {
            if (checks.Keep(run.Current))
            {
                file.Write(MemoryMarshal.AsBytes(new ReadOnlySpan<CheckedValue>(in run.Current)));
                count++;
            }

            Next(heads, head.Number, ranks);
        }

        file.Flush();
        return new OrderedOnDisk(file, count);
    }

    public void Dispose() => _runs.ForEach(r => r.Dispose());

    private void Next(PriorityQueue<Run, (ulong Key, int Number)> heads, int number, int[] ranks)
    {
        if (_runs[number].Next(ranks))
        {
            heads.Enqueue(_runs[number], (KeyOrder.Of(_runs[number].Current.Series, _runs[number].Current), number));
        }
    }

    private static FileStream TemporaryFile()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, BufferSize = 1 << 16, Options = FileOptions.DeleteOnClose };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FileStream(Path.Combine(Path.GetTempPath(), $"lagebild-{Guid.NewGuid():N}-{Environment.ProcessId}.run"), options);
    }

    /// <summary>One sorted file, read from its start.</summary>
    private sealed class Run : IDisposable
    {
        private readonly FileStream _file;
        private CheckedValue _current;

        public Run(FileStream file)
        {
            _file = file;
            _file.Position = 0;
        }

        public ref readonly CheckedValue Current => ref _current;

        public bool Next(int[] ranks)
        {
            var bytes = MemoryMarshal.AsBytes(new Span<CheckedValue>(ref _current));
            if (_file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false) < bytes.Length)
            {
                return false;
            }

            _current.Series = ranks[_current.Series];
            return true;
        }

        public void Dispose() => _file.Dispose();
    }
}
