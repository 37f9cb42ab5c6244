namespace Lagebild.Tests;

/// <summary>The files of the project, for tests about the project itself.</summary>
internal static class Repository
{
    private static readonly string[] Made = ["bin", "obj", "node_modules", "TestResults", "data", ".git"];

    /// <summary>The folder that holds the solution.</summary>
    public static string Root { get; } = Up(AppContext.BaseDirectory);

    public static string At(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>Paths below the root, with forward slashes, of files with the ending; what builds and runs make is left out.</summary>
    public static IReadOnlyList<string> Files(string ending) => [.. Walk(new(Root)).Where(f => f.EndsWith(ending, StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    private static IEnumerable<string> Walk(DirectoryInfo folder) => folder.GetFiles().Select(f => Below(f.FullName))
        .Concat(folder.GetDirectories().Where(d => !Made.Contains(d.Name)).SelectMany(Walk));

    private static string Below(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');

    private static string Up(string folder) => File.Exists(Path.Combine(folder, "Lagebild.sln")) ? folder : Up(Path.GetDirectoryName(folder.TrimEnd('/', '\\'))!);
}
