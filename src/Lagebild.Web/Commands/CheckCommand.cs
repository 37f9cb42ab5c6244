using System.CommandLine;
using Lagebild.Import;
using Lagebild.Jobs;
using Lagebild.Statistics;
using Lagebild.Web.Texts;

namespace Lagebild.Web.Commands;

/// <summary>Checks a file as a feed's delivery would be checked; keeps and releases nothing, needs no database.</summary>
internal static class CheckCommand
{
    private static readonly Argument<FileInfo> File = new("FILE") { Description = "The file to check." };

    private static readonly Option<string> FeedCode = new("--feed")
    {
        Description = "Code of the feed it would be delivered to, as `feeds` lists it.",
        HelpName = "CODE",
        Required = true,
    };

    private static readonly Option<string> Format = new Option<string>("--format")
    {
        Description = "text for people, json for programs.",
        DefaultValueFactory = _ => "text",
    }.AcceptOnlyFromAmong("text", "json");

    private static readonly Option<string> Language = new Option<string>("--language")
    {
        Description = "Language of the findings. Default: that of the environment (LANG), else English.",
        DefaultValueFactory = _ => Languages.Best((Environment.GetEnvironmentVariable("LANG") ?? "").Split('_', '.')[0]),
    }.AcceptOnlyFromAmong([.. Languages.All]);

    public static Command Create()
    {
        var command = new Command("check", "Check a file without keeping it: every finding with line, field and reason. Exit code 0 clean, 1 errors, 2 unreadable.")
        {
            File, FeedCode, Format, Language,
        };
        command.SetAction((parsed, cancellation) => Failure.SaidAsync(() => CheckAsync(parsed, cancellation)));
        return command;
    }

    private static async Task<int> CheckAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var feed = Feed(Services.Options(parsed.UnmatchedTokens), parsed.GetRequiredValue(FeedCode));
        var path = parsed.GetRequiredValue(File).FullName;
        var file = await new FeedFolder(Path.GetDirectoryName(path)!, TimeProvider.System).FileAsync(Path.GetFileName(path), cancellation);
        using var read = new FeedReader(Catalogue.Catalogue.Shipped).Read(file, feed, Profiles.Shipped(feed.Profile), cancellation);
        var report = new CheckReport(read);
        Print(report, parsed.GetRequiredValue(Format), parsed.GetRequiredValue(Language));
        return report.ExitCode;
    }

    private static Feed Feed(LagebildOptions options, string code)
    {
        var feeds = FeedList.ReadFrom(options.FoundFeedRoot());
        return feeds.FirstOrDefault(f => f.Code == code)
            ?? throw new KeyNotFoundException($"There is no feed {code}; there are {string.Join(", ", feeds.Select(f => f.Code))}.");
    }

    private static void Print(CheckReport report, string format, string language)
    {
        if (format == "text")
        {
            report.WriteText(Console.Out, language);
            return;
        }

        using var output = Console.OpenStandardOutput();
        report.WriteJson(output, language);
    }
}
