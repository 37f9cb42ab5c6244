using System.CommandLine;
using System.Data.Common;
using Lagebild.Import;
using Lagebild.Jobs;
using Lagebild.Statistics;
using Lagebild.Storage;
using Lagebild.Web.Texts;

namespace Lagebild.Web.Commands;

/// <summary>Checks a file as a feed's delivery would be checked; keeps and releases nothing. Without a database only the questions against history are left out.</summary>
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
        var options = Services.Options(parsed.UnmatchedTokens);
        var feed = Feed(options, parsed.GetRequiredValue(FeedCode));
        var path = parsed.GetRequiredValue(File).FullName;
        var file = await new FeedFolder(Path.GetDirectoryName(path)!, TimeProvider.System).FileAsync(Path.GetFileName(path), cancellation);
        using var read = new FeedReader(Catalogue.Catalogue.Shipped).Read(file, feed, Profiles.Shipped(feed.Profile), cancellation);
        if (!await AskAsync(read, options, parsed.UnmatchedTokens, cancellation))
        {
            await Console.Error.WriteLineAsync(NotAsked(parsed.GetRequiredValue(Language)));
        }

        var report = new CheckReport(read);
        Print(report, parsed.GetRequiredValue(Format), parsed.GetRequiredValue(Language));
        return report.ExitCode;
    }

    /// <summary>Adds the questions against what is released; false where there is no database that answers.</summary>
    private static async Task<bool> AskAsync(CheckedFile read, LagebildOptions options, IReadOnlyList<string> settings, CancellationToken cancellation)
    {
        if (!options.HasDatabase)
        {
            return false;
        }

        await using var services = Services.From(settings);
        try
        {
            read.Add(await services.GetRequiredService<DeliveryStore>().QuestionsAsync(read, Catalogue.Catalogue.Shipped, cancellation));
            return true;
        }
        catch (DbException)
        {
            return false;
        }
    }

    private static string NotAsked(string language) => language switch
    {
        "de" => "Ohne Datenbank: Die Werte wurden nicht mit ihrer bisherigen Zeitreihe verglichen.",
        "pl" => "Brak bazy danych: wartości nie porównano z dotychczasowymi danymi szeregów.",
        _ => "No database: the values were not held against their series' history.",
    };

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
