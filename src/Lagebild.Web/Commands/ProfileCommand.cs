using System.CommandLine;
using System.Globalization;
using System.Text;
using Lagebild.Import;
using Lagebild.Jobs;
using Lagebild.Web.Texts;

namespace Lagebild.Web.Commands;

/// <summary>Tries reading profiles on files, of the catalogue or from outside it. Keeps and releases nothing, needs no database.</summary>
internal static class ProfileCommand
{
    private const int _rowsShown = 10;

    private static readonly Argument<FileInfo> _file = new("FILE") { Description = "The file to read: a text or an .xlsx workbook." };

    private static readonly Argument<string> _profile = new("PROFILE") { Description = "Path of a profile's JSON file, or the code of a shipped one." };

    private static readonly Option<string> _language = new Option<string>("--language")
    {
        Description = "Language of the findings. Default: that of the environment (LANG), else English.",
        DefaultValueFactory = _ => Languages.Best((Environment.GetEnvironmentVariable("LANG") ?? "").Split('_', '.')[0]),
    }.AcceptOnlyFromAmong([.. Languages.All]);

    public static Command Create()
    {
        var command = new Command("profile", "Try, propose or use a reading profile on any file. docs/feeds/profiles.md describes them.")
        {
            Of("try", "Read a file by a profile: what was understood, the first values, all findings. Exit code as of check.", TryAsync, _file, _profile, _language),
            Of("propose", "Print a profile for a file that has none, from what can be seen in it. It is a start to be checked, not an answer.", ProposeAsync, _file),
            Of("read", "Print every value that a profile reads from a file, as CSV. Findings go to standard error.", ReadAsync, _file, _profile, _language),
        };
        return command;
    }

    private static Command Of(string name, string description, Func<ParseResult, CancellationToken, Task<int>> work, params Symbol[] symbols)
    {
        var command = new Command(name, description) { TreatUnmatchedTokensAsErrors = false };
        foreach (var symbol in symbols)
        {
            Add(command, symbol);
        }

        command.SetAction((parsed, cancellation) => Failure.SaidAsync(() => work(parsed, cancellation)));
        return command;
    }

    private static void Add(Command command, Symbol symbol)
    {
        if (symbol is Argument argument)
        {
            command.Add(argument);
        }
        else
        {
            command.Add((Option)symbol);
        }
    }

    private static async Task<int> TryAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var first = new FirstLines(_rowsShown + 1);
        using var read = new FeedReader(Catalogue.Catalogue.Shipped).Try(await FileAsync(parsed, cancellation), ProfileOf(parsed), first, cancellation);
        foreach (var (column, understood) in read.Understood)
        {
            Console.WriteLine($"{column}: {understood}");
        }

        Console.WriteLine();
        Console.WriteLine(first);
        var report = new CheckReport(read);
        report.WriteText(Console.Out, parsed.GetRequiredValue(_language));
        return report.ExitCode;
    }

    private static async Task<int> ReadAsync(ParseResult parsed, CancellationToken cancellation)
    {
        using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 16);
        using var read = new FeedReader(Catalogue.Catalogue.Shipped).Try(await FileAsync(parsed, cancellation), ProfileOf(parsed), output, cancellation);
        var report = new CheckReport(read);
        report.WriteText(Console.Error, parsed.GetRequiredValue(_language));
        return report.ExitCode;
    }

    private static async Task<int> ProposeAsync(ParseResult parsed, CancellationToken cancellation)
    {
        Console.WriteLine(new ProfileProposal(Catalogue.Catalogue.Shipped).For(await FileAsync(parsed, cancellation)));
        return 0;
    }

    private static async Task<FeedFile> FileAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var path = parsed.GetRequiredValue(_file).FullName;
        return await new FeedFolder(Path.GetDirectoryName(path)!, TimeProvider.System).FileAsync(Path.GetFileName(path), cancellation);
    }

    private static Profile ProfileOf(ParseResult parsed)
    {
        var name = parsed.GetRequiredValue(_profile);
        return File.Exists(name) || name.EndsWith(".json", StringComparison.OrdinalIgnoreCase) ? Profile.Parse(File.ReadAllText(name)) : Profiles.Shipped(name);
    }

    /// <summary>Keeps the first lines of what is written.</summary>
    private sealed class FirstLines(int count) : StringWriter(CultureInfo.InvariantCulture)
    {
        private int _lines;

        public override void Write(char value)
        {
            if (_lines < count)
            {
                base.Write(value);
            }

            _lines += value == '\n' ? 1 : 0;
        }

        public override void Write(string? value)
        {
            if (_lines < count)
            {
                base.Write(value);
            }
        }
    }
}
