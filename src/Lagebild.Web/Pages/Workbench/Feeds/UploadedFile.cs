using System.Security.Cryptography;
using Lagebild.Import;

namespace Lagebild.Web.Pages.Workbench.Feeds;

/// <summary>A file sent with a form, to be tried: read from where the server put it, never whole in memory.</summary>
public static class UploadedFile
{
    /// <summary>The most bytes of a file: 50 MB.</summary>
    public const long Most = 50 * 1000 * 1000;

    /// <summary>The same with the rest of the form.</summary>
    public const long MostOfForm = Most + (1 << 20);

    /// <summary>What is wrong with it, in the reader's language; null for nothing.</summary>
    public static string? Wrong(IFormFile? file, Reading reading) => file switch
    {
        null => reading.Words.Profile.NoFile,
        { Length: 0 } => reading.Words.Profile.EmptyFile,
        { Length: > Most } => reading.Fill(reading.Words.Profile.LargeFile, Most / 1_000_000),
        _ => null,
    };

    /// <summary>The file, hashed; of its name only what is no path.</summary>
    public static FeedFile Of(IFormFile file, TimeProvider clock)
    {
        using var bytes = file.OpenReadStream();
        return new()
        {
            Name = FileName.Of(file.FileName),
            Place = "upload",
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes)),
            Size = file.Length,
            RetrievedUtc = clock.GetUtcNow().UtcDateTime,
            Open = file.OpenReadStream,
        };
    }
}
