namespace Lagebild.Web;

/// <summary>What an operator can set, in section <c>Lagebild</c> of the configuration (<c>Lagebild__DataFolder</c> as environment variable).</summary>
public sealed class LagebildOptions
{
    /// <summary>Where the embedded databases lie: <c>lagebild.db</c> and <c>quartz.db</c>. Relative paths start at the working directory.</summary>
    public string DataFolder { get; set; } = "data";

    /// <summary>Folder that the places of feeds are relative to, with <c>feeds.json</c>. Null: the nearest <c>data-samples</c> from the working directory, then from the program, upwards.</summary>
    public string? FeedRoot { get; set; }

    /// <summary>Connection string of a SQL Server that holds data and schedules for several nodes; null for the embedded SQLite.</summary>
    public string? SqlServer { get; set; }

    /// <summary>True where a proxy in front sets <c>X-Forwarded-For</c> and <c>X-Forwarded-Proto</c>; off, these headers are not believed.</summary>
    public bool BehindProxy { get; set; }

    /// <summary>Imprint by language (<c>de</c>, <c>pl</c>, <c>en</c>), plain text, paragraphs apart by an empty line. A missing language is said to be missing.</summary>
    public Dictionary<string, string> Imprint { get; } = [];

    /// <summary>Privacy notice by language, like <see cref="Imprint"/>.</summary>
    public Dictionary<string, string> Privacy { get; } = [];

    /// <summary>Accessibility statement by language, like <see cref="Imprint"/>.</summary>
    public Dictionary<string, string> Accessibility { get; } = [];

    /// <summary>Mail address for feedback, and for reporting a barrier; null where none is set.</summary>
    public string? FeedbackAddress { get; set; }
}
