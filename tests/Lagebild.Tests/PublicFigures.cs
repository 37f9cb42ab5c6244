namespace Lagebild.Tests;

/// <summary>The collected public figures that values are expected from; they lie beside the project and are not part of it.</summary>
internal static class PublicFigures
{
    private static readonly string File = Path.GetFullPath(Path.Combine(Repository.Root, "..", "shared", "reference", "figures.csv"));

    /// <summary>One value by its region's label, indicator and period, as the file words them. The test is skipped aloud where the file is not there.</summary>
    public static string Of(string region, string indicator, string period)
    {
        if (!System.IO.File.Exists(File))
        {
            Assert.Ignore($"Without {File} nothing says what is to be expected.");
        }

        var rows = System.IO.File.ReadLines(File).Select(l => l.Split(';')).Where(r => r.Length > 4 && r[0] == region && r[2] == indicator && r[3] == period);
        return rows.Select(r => r[4]).Distinct().Single();
    }
}
