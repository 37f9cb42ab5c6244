using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Lagebild.Web.Pages.Workbench.Intake;

/// <summary>A multipart body read part by part as it comes: nothing of it is whole in memory, and nothing is read before it is asked for.</summary>
internal sealed class MultipartBody
{
    private const int LongestBoundary = 100;

    private readonly MultipartReader _reader;

    private MultipartBody(string boundary, Stream body) => _reader = new(boundary, body);

    /// <summary>Null where the request is no multipart form.</summary>
    public static MultipartBody? Of(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            && HeaderUtilities.RemoveQuotes(type.Boundary).Value is { Length: > 0 and <= LongestBoundary } boundary
            ? new(boundary, request.Body)
            : null;

    /// <summary>
    /// The next part; what was left unread of the one before is passed over. Null behind the last. Throws <see cref="IOException"/> or <see cref="InvalidDataException"/>
    /// where the body breaks off or is none.
    /// </summary>
    public async Task<BodyPart?> NextAsync(CancellationToken ct) => await _reader.ReadNextSectionAsync(ct) is { } section ? BodyPart.Of(section) : null;
}

/// <summary>A field or a file of a multipart body.</summary>
internal sealed record BodyPart
{
    private const int LongestField = 16 * 1024;

    public required string Name { get; init; }

    /// <summary>As the sender calls the file; null for a field. Empty where no file was chosen.</summary>
    public string? FileName { get; init; }

    /// <summary>To be read before the next part is asked for.</summary>
    public required Stream Bytes { get; init; }

    /// <summary>The text of a field. Throws <see cref="InvalidDataException"/> where it is longer than any field of ours.</summary>
    public async Task<string> TextAsync(CancellationToken ct)
    {
        var bytes = new byte[LongestField];
        var length = await Bytes.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, ct);
        return length < bytes.Length ? Encoding.UTF8.GetString(bytes, 0, length) : throw new InvalidDataException("A field is too long.");
    }

    internal static BodyPart Of(MultipartSection section)
    {
        var isNamed = ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition);
        return new()
        {
            Name = isNamed ? HeaderUtilities.RemoveQuotes(disposition!.Name).ToString() : "",
            FileName = isNamed ? FileNameOf(disposition!) : null,
            Bytes = section.Body,
        };
    }

    private static string? FileNameOf(ContentDispositionHeaderValue disposition)
    {
        var name = disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName;
        return name.HasValue ? HeaderUtilities.RemoveQuotes(name).ToString() : null;
    }
}
