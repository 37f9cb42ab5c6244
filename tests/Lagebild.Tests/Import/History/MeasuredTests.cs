namespace Lagebild.Tests.Import.History;

/// <summary>What the checks find and miss over the samples.</summary>
[SetCulture("de-DE")]
public sealed class MeasuredTests
{
    [Test]
    public void Print()
    {
        var w = System.Diagnostics.Stopwatch.StartNew();
        foreach (var known in Enum.GetValues<Known>())
        {
            TestContext.Out.WriteLine($"true {known} {Measured.Questioned(known)} mean over series {Measured.Truth.Where(t => t.Known == known).GroupBy(t => t.Cell.Series).Average(g => 100.0 * g.Count(t => t.Reason is not null) / g.Count()):F2}");
            foreach (var v in Measured.Truth.Where(t => t.Known == known && t.Reason is not null).GroupBy(t => (t.Cell.Series.Key.Variant, t.Reason)).OrderBy(g => g.Key.Variant))
            {
                TestContext.Out.WriteLine($"   {v.Key} {v.Count()}  {string.Join(' ', v.Take(3).Select(t => t.Cell.Series.Key.Region + t.Cell.Series.Key.Breakdown + t.Cell.Value))}");
            }
        }

        TestContext.Out.WriteLine(w.Elapsed);
        foreach (var (k, p, b) in Measured.ByKind)
        {
            TestContext.Out.WriteLine($"{k,-30} | {p} | {b}");
        }

        TestContext.Out.WriteLine(w.Elapsed);
    }
}
