using System.Text;
using Lagebild.Import;
using Lagebild.Statistics;

namespace Lagebild.Tests.Import;

/// <summary>Files as a feed would deliver them.</summary>
internal static class Delivered
{
    public const string Header = "indicator,variant,region,period_start,period_end,frequency,breakdown,obs_status,conf_status,source,note,value\n";

    public static Feed Feed { get; } = new()
    {
        Code = "test",
        Name = new Dictionary<string, string>(),
        Publisher = "",
        Licence = "",
        Citation = "",
        Language = "de",
        Place = "",
        Profile = "figures",
        Schedule = "",
        TimeZone = "Europe/Berlin",
        Scope = DeliveryScope.Full,
        Release = ReleasePolicy.Automatic,
        Disclosure = new DisclosureRule { By = DisclosureBy.Publisher },
    };

    public static CheckedFile Read(byte[] bytes, Profile profile, Feed? feed = null) =>
        new FeedReader(Lagebild.Catalogue.Catalogue.Shipped).Read(FeedFile.FromBytes(bytes, "file.csv", "upload", DateTime.UnixEpoch), feed ?? Feed, profile, CancellationToken.None);

    public static CheckedFile Read(string text, string profile = "figures") => Read(Encoding.UTF8.GetBytes(text), Profiles.Shipped(profile));

    /// <summary>One value as one line: series, days, value, statuses, line and field.</summary>
    public static string[] Lines(CheckedFile file) => [.. file.Values().SelectMany(b => b.ToArray()).Select(v => Line(file, v))];

    /// <summary>A file of ../shared/data; skips the test aloud where it is missing.</summary>
    public static string SharedPath(string name)
    {
        var path = Path.Combine(Directory.GetParent(Root)!.FullName, "shared", "data", name);
        if (!File.Exists(path))
        {
            Assert.Ignore($"../shared/data/{name} is not there.");
        }

        return path;
    }

    /// <summary>Where Lagebild.sln is.</summary>
    public static string Root { get; } = Above(AppContext.BaseDirectory);

    public static string Folder { get; } = Path.Combine(Root, "tests", "Lagebild.Tests", "Import", "files");

    private static string Above(string folder) => File.Exists(Path.Combine(folder, "Lagebild.sln")) ? folder : Above(Directory.GetParent(folder)!.FullName);

    private static string Line(CheckedFile file, CheckedValue value)
    {
        var series = file.Series[value.Series];
        var what = string.Join(' ', new[] { value.Status.Word(), value.Confidentiality.Word(), value.MissingReason.Word() }.Where(w => w.Length > 0));
        return FormattableString.Invariant($"{series.Variant}|{series.Region}|{series.Breakdown}|{value.PeriodStart}-{value.PeriodEnd} {series.Frequency.Letter()}|{(value.HasValue ? value.Value : null)}|{what}|{value.Line} {file.Fields[value.Field]}");
    }
}
