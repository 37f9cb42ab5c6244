using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Lagebild.Accounts;
using Lagebild.OpenData;

namespace Lagebild.Web.Pages.Workbench.Audit;

/// <summary>Entries of the audit as lines of a file. JSON holds them as they are, so that the chain of hashes can be checked; CSV is for spreadsheets.</summary>
internal static class AuditFile
{
    /// <summary>Heading of the CSV.</summary>
    public const string Heading = "number,at_utc,person,who,act,subject,region,before,after,hash\r\n";

    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.Never,
    };

    /// <summary>One entry with the end of its line.</summary>
    public static string Json(AuditEntry entry) => JsonSerializer.Serialize(entry, _json) + "\n";

    /// <summary>The same for spreadsheets: texts that would run as a formula have an apostrophe before them.</summary>
    public static string Csv(AuditEntry entry) => string.Join(',', Fields(entry).Select(f => CsvText.Quoted(CsvText.Harmless(f ?? ""), ','))) + "\r\n";

    private static string?[] Fields(AuditEntry entry) =>
    [
        entry.Number.ToString(CultureInfo.InvariantCulture),
        entry.AtUtc.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
        entry.Person?.ToString(CultureInfo.InvariantCulture), entry.Who, entry.Act, entry.Subject, entry.Region, entry.Before, entry.After, entry.Hash,
    ];
}
