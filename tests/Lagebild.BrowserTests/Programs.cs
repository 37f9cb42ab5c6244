namespace Lagebild.BrowserTests;

/// <summary>Programs of the system that some tests need.</summary>
internal static class Programs
{
    /// <summary>Skips the test aloud where the program is not on the path.</summary>
    public static void Require(string program, string otherwise)
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        if (!folders.Any(f => File.Exists(Path.Combine(f, program))))
        {
            Assert.Ignore(otherwise);
        }
    }
}
