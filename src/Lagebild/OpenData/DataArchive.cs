using System.Text;

namespace Lagebild.OpenData;

/// <summary>
/// A ZIP to keep: the canonical CSV with all that explains it, so that the numbers can still be understood where there is no network. The same bytes each time.
/// </summary>
public static class DataArchive
{
    private const string Values = "data.csv";
    private const string CsvwFile = "data.csv-metadata.json";
    private const string PackageFile = "datapackage.json";
    private const string LicenceFile = "LICENCE.txt";
    private const string ReadmeFile = "README.txt";
    private const string ChecksumFile = "SHA256SUMS";

    /// <summary>Writes all files; values first, checksums last.</summary>
    public static Task WriteAsync(DataSet data, Stream to, CancellationToken ct) => PackedFiles.WriteAsync(to, data.PublishedUtc, files => AddAsync(files, data, ct), ct);

    private static async Task AddAsync(PackedFiles files, DataSet data, CancellationToken ct)
    {
        var added = new List<DataFile> { await AddAsync(files, Values, s => CanonicalCsv.WriteAsync(data, s, ct), ct) };
        foreach (var (name, text) in Texts(data, added[0]))
        {
            added.Add(await AddAsync(files, name, s => s.WriteAsync(Encoding.UTF8.GetBytes(text), ct).AsTask(), ct));
        }

        await files.AddAsync(ChecksumFile, string.Concat(added.Select(f => $"{f.Sha256}  {f.Path}\n")), ct);
    }

    private static IEnumerable<(string Name, string Text)> Texts(DataSet data, DataFile values) =>
    [
        (ReadmeFile, Readme(data)),
        (LicenceFile, Licences(data)),
        ("citation.txt", Citation.Text(data) + "\n"),
        ("citation.bib", Citation.BibTex(data)),
        ("citation.ris", Citation.Ris(data)),
        ("citation.csl.json", Citation.CslJson(data)),
        (CsvwFile, Csvw.Of(data, Values)),
        (PackageFile, DataPackage.Of(data, values, LicenceFile)),
    ];

    private static async Task<DataFile> AddAsync(PackedFiles files, string name, Func<Stream, Task> write, CancellationToken ct)
    {
        await using var packed = await files.OpenAsync(name, ct);
        await using var hashed = new HashingStream(packed);
        await write(hashed);
        return hashed.File(name);
    }

    private static string Readme(DataSet data)
    {
        var words = data.Words;
        string[] paragraphs =
        [
            .. DataNotes.Of(data).Select(n => $"{n.Heading}: {n.Text}"),
            words.TextsAsTheyAre,
            $"{words.Citation}: {Citation.Text(data)}",
            $"{words.Files}:\n{string.Join('\n', Files(words).Select(f => $"  {f.Name}: {f.What}"))}",
        ];
        return string.Join("\n\n", paragraphs) + "\n";
    }

    private static (string Name, string What)[] Files(DataWords words) =>
    [
        (Values, words.FileOfValues),
        (CsvwFile, words.FileOfCsvw),
        (PackageFile, words.FileOfDataPackage),
        ("citation.txt, citation.bib, citation.ris, citation.csl.json", words.FileOfCitation),
        (LicenceFile, words.FileOfLicence),
        (ChecksumFile, words.FileOfChecksums),
    ];

    private static string Licences(DataSet data) => string.Join(
        "\n\n",
        data.Sources.Select(s => $"{s.Publisher}: {s.Name} ({s.Code})\n{s.Licence}{(s.LicenceAddress is null ? "" : $"\n{s.LicenceAddress}")}\n{s.Citation}")) + "\n";
}
