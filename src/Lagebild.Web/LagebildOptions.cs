using Lagebild.Jobs;
using Lagebild.Web.SigningIn;

namespace Lagebild.Web;

/// <summary>What an operator can set, in section <c>Lagebild</c> of the configuration (<c>Lagebild__DataFolder</c> as environment variable).</summary>
public sealed class LagebildOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Lagebild";

    /// <summary>Where the embedded databases lie: <c>lagebild.db</c> and <c>quartz.db</c>. Relative paths start at the working directory.</summary>
    public string DataFolder { get; set; } = "data";

    /// <summary>
    /// Folder that the places of feeds are relative to, with <c>feeds.json</c>. Null: the nearest <c>data-samples</c>
    /// from the working directory, then from the program, upwards.
    /// </summary>
    public string? FeedRoot { get; set; }

    /// <summary>Connection string of a SQL Server that holds data and schedules for several nodes; null for the embedded SQLite.</summary>
    public string? SqlServer { get; set; }

    /// <summary>True where a proxy on the same machine sets <c>X-Forwarded-For</c>, <c>-Proto</c> and <c>-Host</c>; off, these headers are not believed.</summary>
    public bool BehindProxy { get; set; }

    /// <summary>
    /// Scheme and host that the site is reached at, <c>https://lagebild.example</c>: whatever a request says of its host, whole addresses in pages, files and catalogues begin with it.
    /// Null: they begin as the reader reached the site.
    /// </summary>
    public string? PublicAddress { get; set; }

    /// <summary>Memory for pages and pictures that are kept made, in megabytes. What does not fit is made anew.</summary>
    public int CacheMegabytes { get; set; } = 64;

    /// <summary>How many requests a minute one client (by its address) may make to the API before it is asked to wait.</summary>
    public int ApiRequestsPerMinute { get; set; } = 600;

    /// <summary>Imprint by language (<c>de</c>, <c>pl</c>, <c>en</c>), plain text, paragraphs apart by an empty line. A missing language is said to be missing.</summary>
    public Dictionary<string, string> Imprint { get; } = [];

    /// <summary>Privacy notice by language, like <see cref="Imprint"/>.</summary>
    public Dictionary<string, string> Privacy { get; } = [];

    /// <summary>Accessibility statement by language, like <see cref="Imprint"/>.</summary>
    public Dictionary<string, string> Accessibility { get; } = [];

    /// <summary>What the site shows, in plain language (Leichte Sprache, tekst łatwy do czytania, easy read), like <see cref="Imprint"/>.</summary>
    public Dictionary<string, string> PlainLanguage { get; } = [];

    /// <summary>Address of a video in sign language by language, or a text like <see cref="Imprint"/> that says where there is one.</summary>
    public Dictionary<string, string> SignLanguage { get; } = [];

    /// <summary>Mail address for feedback, and for reporting a barrier; null where none is set.</summary>
    public string? FeedbackAddress { get; set; }

    /// <summary>A service of the office to sign in with, beside passwords or instead of them.</summary>
    public SignInService SignIn { get; } = new();

    /// <summary>The embedded database of data; its folder is made where it is missing.</summary>
    internal string DataFile => Path.Combine(Directory.CreateDirectory(DataFolder).FullName, "lagebild.db");

    /// <summary>False where the embedded database was never made. Makes nothing.</summary>
    internal bool HasDatabase => SqlServer is not null || File.Exists(Path.Combine(DataFolder, "lagebild.db"));

    /// <summary>Where files lie while people and machines hand them in; made where it is missing.</summary>
    internal string IncomingFolder => Path.Combine(Path.GetFullPath(DataFolder), "incoming");

    /// <summary>The embedded database of schedules, apart from the data.</summary>
    internal string ScheduleFile => Path.Combine(Directory.CreateDirectory(DataFolder).FullName, "quartz.db");

    /// <summary>The feed root, whole. Throws <see cref="DirectoryNotFoundException"/> with a sentence where none is set and none is found.</summary>
    internal string FoundFeedRoot() =>
        FeedRoot is not null ? Path.GetFullPath(FeedRoot)
        : Nearest(Directory.GetCurrentDirectory()) ?? Nearest(AppContext.BaseDirectory)
        ?? throw new DirectoryNotFoundException($"No folder data-samples with a {FeedList.FileName} above the working directory. Set {Section}:{nameof(FeedRoot)} to the folder of the feeds.");

    private static string? Nearest(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            var samples = Path.Combine(folder.FullName, "data-samples");
            if (File.Exists(Path.Combine(samples, FeedList.FileName)))
            {
                return samples;
            }
        }

        return null;
    }
}
