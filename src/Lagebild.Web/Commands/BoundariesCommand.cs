using System.CommandLine;
using Lagebild.Import.Boundaries;
using Lagebild.Storage;

namespace Lagebild.Web.Commands;

/// <summary>Boundaries for maps: without them maps are drawn as tiles.</summary>
internal static class BoundariesCommand
{
    private const int FindingsShown = 20;

    private static readonly Argument<FileInfo> File = new("FILE") { Description = "A GeoJSON FeatureCollection of polygons in degrees (WGS 84, EPSG:4326)." };

    private static readonly Option<BoundaryKey> Key = new("--key")
    {
        Description = "By what the features name their regions: AGS, TERYT, NUTS or ISO3.",
        HelpName = "AGS|TERYT|NUTS|ISO3",
        Required = true,
    };

    private static readonly Option<string?> Licence = new("--licence") { Description = "Licence of the file, shown under every map that is drawn from it.", HelpName = "TEXT" };

    private static readonly Option<string?> Credit = new("--credit") { Description = "Whom to name under every map that is drawn from it.", HelpName = "TEXT" };

    public static Command Create()
    {
        var import = new Command("import", "Take in boundaries: match them to regions, simplify them, keep them. Replaces those of the same regions.") { File, Key, Licence, Credit };
        import.TreatUnmatchedTokensAsErrors = false;
        import.SetAction((parsed, cancellation) => Services.WithDatabaseAsync(parsed.UnmatchedTokens, services => ImportAsync(services, parsed, cancellation)));
        var remove = new Command("remove", "Remove all boundaries: maps are drawn as tiles again.") { TreatUnmatchedTokensAsErrors = false };
        remove.SetAction((parsed, cancellation) => Services.WithDatabaseAsync(parsed.UnmatchedTokens, services => RemoveAsync(services, cancellation)));
        return new Command("boundaries", "Outlines for maps, from a GeoJSON file. docs/operating.md describes them.") { import, remove };
    }

    private static async Task<int> ImportAsync(IServiceProvider services, ParseResult parsed, CancellationToken cancellation)
    {
        var bytes = await System.IO.File.ReadAllBytesAsync(parsed.GetRequiredValue(File).FullName, cancellation);
        var file = BoundaryFile.Read(bytes, parsed.GetRequiredValue(Key), Catalogue.Catalogue.Shipped);
        await services.GetRequiredService<BoundaryStore>().SaveAsync(file.Boundaries, parsed.GetValue(Licence), parsed.GetValue(Credit), cancellation);
        foreach (var finding in file.Findings.Take(FindingsShown))
        {
            Console.WriteLine(finding);
        }

        if (file.Findings.Count > FindingsShown)
        {
            Console.WriteLine($"And {file.Findings.Count - FindingsShown} more.");
        }

        Console.WriteLine($"Boundaries kept: {file.Boundaries.Count}, with {file.Boundaries.Sum(b => b.Rings.Sum(r => r.Count))} of {file.PointsRead} points. Features not used: {file.Findings.Count}.");
        return 0;
    }

    private static async Task<int> RemoveAsync(IServiceProvider services, CancellationToken cancellation)
    {
        Console.WriteLine($"Boundaries removed: {await services.GetRequiredService<BoundaryStore>().RemoveAllAsync(cancellation)}.");
        return 0;
    }
}
