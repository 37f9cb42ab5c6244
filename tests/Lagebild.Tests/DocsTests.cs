using System.Reflection;
using System.Text.RegularExpressions;
using Lagebild.Comparison;
using Lagebild.Statistics;
using Lagebild.Web;
using Lagebild.Web.Commands;
using Lagebild.Web.Pages.Compare;
using Lagebild.Web.Pages.Indicators;

namespace Lagebild.Tests;

/// <summary>What the documents say is there.</summary>
internal sealed partial class DocsTests
{
    private static IEnumerable<string> Documents => Repository.Files(".md");

    private static string All => string.Join('\n', Documents.Select(d => File.ReadAllText(Repository.At(d))));

    [TestCaseSource(nameof(Documents))]
    public void A_link_leads_to_a_file_and_a_heading(string document)
    {
        var broken = Link().Matches(WithoutCode(File.ReadAllText(Repository.At(document))))
            .Select(m => m.Groups[1].Value)
            .Where(t => !t.Contains("://", StringComparison.Ordinal) && !t.StartsWith("mailto:", StringComparison.Ordinal))
            .Where(t => !Leads(document, t));

        Assert.That(broken, Is.Empty);
    }

    [Test]
    public void A_command_that_a_document_names_exists()
    {
        var named = Command().Matches(All).Select(m => m.Groups[1].Value).Distinct();
        var known = CommandLine.Root().Subcommands.Select(c => c.Name);

        Assert.That(named.Except(known), Is.Empty);
    }

    [Test]
    public void Each_command_is_in_a_document()
    {
        var known = CommandLine.Root().Subcommands.Select(c => c.Name);

        Assert.That(known.Except(Command().Matches(All).Select(m => m.Groups[1].Value)), Is.Empty);
    }

    [Test]
    public void A_project_that_a_document_runs_exists()
    {
        var projects = Project().Matches(All).Select(m => m.Groups[1].Value).Distinct();

        Assert.That(projects.Where(p => !Directory.Exists(Repository.At(p))), Is.Empty);
    }

    [TestCase("Run", "dotnet run --project src/Lagebild.Web")]
    [TestCase("Test", "dotnet test")]
    public void The_readme_gives_the_command_first(string heading, string command)
    {
        var readme = File.ReadAllText(Repository.At("README.md"));
        var block = Regex.Match(readme, $"^## {heading}$.*?^```sh\n(.*?)\n", RegexOptions.Multiline | RegexOptions.Singleline);

        Assert.That(block.Groups[1].Value, Is.EqualTo(command));
    }

    [Test]
    public void The_readme_counts_kinds_and_measures_right()
    {
        var readme = File.ReadAllText(Repository.At("README.md"));

        Assert.That(readme, Does.Contain("in ten kinds of chart, per 1,000 inhabitants and by nine other measures"));
        Assert.That((ChartKindWord.All.Count, CompareQuery.Measures.Count(m => m is not (Measure.Value or Measure.PerThousand))), Is.EqualTo((10, 9)));
    }

    [Test]
    public void Each_reason_has_its_paragraph()
    {
        var page = File.ReadAllText(Repository.At("docs", "feeds", "reasons.md"));
        var headings = Heading().Matches(page).Select(m => m.Groups[1].Value.Trim('`', ' ')).ToHashSet();

        Assert.That(Enum.GetNames<Reason>().Where(r => !headings.Contains(r)), Is.Empty);
    }

    [Test]
    public void Each_setting_is_explained_for_operators()
    {
        var page = File.ReadAllText(Repository.At("docs", "operating.md"));
        var settings = typeof(LagebildOptions).GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(p => p.Name);

        Assert.That(settings.Where(s => !page.Contains($"`{s}`", StringComparison.Ordinal)), Is.Empty);
    }

    [Test]
    public void The_changelog_has_the_version()
    {
        var version = Regex.Match(File.ReadAllText(Repository.At("Directory.Build.props")), "<Version>(.*?)</Version>").Groups[1].Value;

        Assert.That(File.ReadAllText(Repository.At("CHANGELOG.md")), Does.Contain($"\n## {version}"));
    }

    [Test]
    public void Decisions_are_numbered_from_one_without_holes()
    {
        var numbers = Documents.Where(d => d.StartsWith("docs/decisions/0", StringComparison.Ordinal)).Select(d => int.Parse(Path.GetFileName(d)[..4], null)).ToList();

        Assert.That(numbers, Is.EqualTo(Enumerable.Range(1, numbers.Count)));
    }

    [GeneratedRegex(@"\]\(<?([^)\s>]+)>?[^)]*\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"src/Lagebild\.Web -- ([a-z]+)")]
    private static partial Regex Command();

    [GeneratedRegex(@"--project (\S+?)[`\s]")]
    private static partial Regex Project();

    [GeneratedRegex(@"^#+ (.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"^```.*?^```|`[^`\n]*`", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Code();

    private static string WithoutCode(string text) => Code().Replace(text, "");

    private static bool Leads(string document, string target)
    {
        var parts = target.Split('#', 2);
        var path = parts[0].Length == 0 ? Repository.At(document) : Path.GetFullPath(Uri.UnescapeDataString(parts[0]), Path.GetDirectoryName(Repository.At(document))!);
        return parts.Length == 1 ? File.Exists(path) || Directory.Exists(path) : File.Exists(path) && Anchors(path).Contains(parts[1]);
    }

    // As forges make them: lower case, punctuation dropped, blanks become hyphens.
    private static IEnumerable<string> Anchors(string path) => Heading().Matches(File.ReadAllText(path))
        .Select(m => Regex.Replace(m.Groups[1].Value.Trim().ToLowerInvariant(), @"[^\w\- ]", "").Replace(' ', '-'));
}
