using System.Reflection;
using System.Text.RegularExpressions;
using Lagebild.Statistics;
using Lagebild.Web;

namespace Lagebild.Tests;

/// <summary>The folder list is the architecture: who may use whom, and what lies where.</summary>
internal sealed partial class LayoutTests
{
    private static readonly Assembly Library = typeof(Feed).Assembly;

    private static readonly Assembly Web = typeof(LagebildOptions).Assembly;

    // Jobs also names the types that its three neighbours hand out.
    private static readonly Dictionary<string, string[]> Arrows = new()
    {
        ["Statistics"] = [],
        ["Accounts"] = ["Statistics"],
        ["Catalogue"] = ["Statistics"],
        ["Import"] = ["Statistics", "Catalogue"],
        ["Disclosure"] = ["Statistics"],
        ["Comparison"] = ["Statistics"],
        ["Charts"] = ["Statistics", "Comparison"],
        ["OpenData"] = ["Statistics"],
        ["Storage"] = ["Statistics", "Accounts", "Catalogue", "Import", "Disclosure"],
        ["Jobs"] = ["Statistics", "Accounts", "Catalogue", "Import", "Disclosure", "Storage"],
    };

    private static readonly Dictionary<string, string> Homes = new()
    {
        ["CsvHelper"] = "Lagebild.Import",
        ["DocumentFormat.OpenXml"] = "Lagebild.Import",
        ["Dapper"] = "Lagebild.Storage",
        ["SQLitePCLRaw.core"] = "Lagebild.Storage",
        ["Microsoft.Data.SqlClient"] = "Lagebild.Storage",
        ["Microsoft.AspNetCore.Authentication.OpenIdConnect"] = "Lagebild.Web.SigningIn",
        ["System.CommandLine"] = "Lagebild.Web.Commands",
    };

    private static readonly string[] TopLevel =
    [
        ".ci", ".editorconfig", ".gitattributes", ".gitignore", "CHANGELOG.md", "CONTRIBUTING.md", "Directory.Build.props", "Directory.Packages.props", "Dockerfile",
        "LICENSE", "Lagebild.sln", "README.md", "compose.yaml", "data-samples", "docs", "global.json", "publiccode.yml", "src", "tests",
    ];

    // What version control, an IDE or a run makes.
    private static readonly string[] NotOurs = [".git", ".vs", ".idea", ".vscode", "data", "TestResults"];

    private static IEnumerable<string> Folders => Arrows.Keys;

    [TestCaseSource(nameof(Folders))]
    public void A_folder_of_the_library_uses_only_what_its_arrows_say(string folder)
    {
        var used = Own(Library, $"Lagebild.{folder}").SelectMany(CodeReferences.Types).Where(t => t.Assembly == Library).Select(FolderOf);

        Assert.That(used.Distinct().Except(Arrows[folder]).Except([folder, ""]), Is.Empty);
    }

    [Test]
    public void Each_folder_of_the_library_has_its_arrows()
    {
        var folders = new DirectoryInfo(Repository.At("src", "Lagebild")).GetDirectories().Select(d => d.Name).Except(["bin", "obj"]);

        Assert.That(folders.Except(Arrows.Keys), Is.Empty);
    }

    [Test]
    public void The_library_knows_neither_HTTP_nor_a_scheduler()
    {
        var named = Library.GetReferencedAssemblies().Select(a => a.Name!);

        Assert.That(named.Where(a => a.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal) || a.StartsWith("Quartz", StringComparison.Ordinal)), Is.Empty);
    }

    [TestCaseSource(nameof(Homes))]
    public void A_package_is_named_in_one_folder(KeyValuePair<string, string> home)
    {
        var users = Library.GetTypes().Concat(Web.GetTypes()).Where(t => CodeReferences.Types(t).Any(r => r.Assembly.GetName().Name == home.Key));

        Assert.That(users.Where(t => !IsIn(t, home.Value)).Select(NamespaceOf).Distinct(), Is.Empty);
    }

    [Test]
    public void Quartz_is_named_by_scheduling_and_by_the_start_alone()
    {
        var users = Web.GetTypes().Where(t => CodeReferences.Types(t).Any(r => r.Assembly.GetName().Name == "Quartz"));

        Assert.That(users.Select(NamespaceOf).Distinct().Order(), Is.EqualTo(new[] { "Lagebild.Web.Scheduling", "Lagebild.Web.Startup" }));
    }

    [Test]
    public void The_web_project_holds_no_SQL()
    {
        var texts = Web.GetTypes().SelectMany(t => CodeReferences.Texts(t).Where(x => Sql().IsMatch(x)).Select(x => $"{t}: {x}"));

        Assert.That(texts, Is.Empty);
    }

    [Test]
    public void The_sweep_for_SQL_sees_the_texts_of_storage()
    {
        var texts = Own(Library, "Lagebild.Storage").SelectMany(CodeReferences.Texts);

        Assert.That(texts.Count(Sql().IsMatch), Is.GreaterThan(10));
    }

    [Test]
    public void The_top_level_holds_only_what_the_layout_lists()
    {
        var entries = new DirectoryInfo(Repository.Root).GetFileSystemInfos().Select(e => e.Name);

        Assert.That(entries.Except(TopLevel).Except(NotOurs), Is.Empty);
    }

    [Test]
    public void A_file_says_the_namespace_of_its_folder()
    {
        var others = Repository.Files(".cs").Where(f => f.StartsWith("src/Lagebild", StringComparison.Ordinal))
            .Select(f => (File: f, Said: Namespace().Match(File.ReadAllText(Repository.At(f))).Groups[1].Value))
            .Where(f => f.Said.Length > 0 && f.Said != Path.GetDirectoryName(f.File)!["src/".Length..].Replace('/', '.').Replace('\\', '.'));

        Assert.That(others, Is.Empty);
    }

    [GeneratedRegex(@"^\s*(select|insert into|update|delete from|create table|with \w+ as)\s", RegexOptions.IgnoreCase)]
    private static partial Regex Sql();

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    private static IEnumerable<Type> Own(Assembly assembly, string space) => assembly.GetTypes().Where(t => IsIn(t, space));

    private static bool IsIn(Type type, string space) => NamespaceOf(type) is var own && (own == space || own.StartsWith($"{space}.", StringComparison.Ordinal));

    // What the compiler generates for regular expressions lies in System.Text...: no folder of ours.
    private static string FolderOf(Type type) => NamespaceOf(type).Split('.') is ["Lagebild", var folder, ..] ? folder : "";

    private static string NamespaceOf(Type type) => type.Namespace ?? (type.DeclaringType is { } outer ? NamespaceOf(outer) : "");
}
