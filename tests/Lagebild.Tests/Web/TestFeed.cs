using System.Text.Json.Nodes;

namespace Lagebild.Tests.Web;

/// <summary>A feed of ours in the canonical layout: one ordinary, one confidential, one missing and one provisional value.</summary>
internal static class TestFeed
{
    public const string Code = "test-arrivals";

    private const string Rows = """"
        indicator,variant,region,period_start,period_end,frequency,breakdown,obs_status,conf_status,source,note,value
        distributed-away,sh-distributed-away,DE-SH,2021-01-01,2021-12-31,A,,,,,,1200
        distributed-away,sh-distributed-away,DE-SH,2022-01-01,2022-12-31,A,,,confidential,,,
        distributed-away,sh-distributed-away,DE-SH,2023-01-01,2023-12-31,A,,missing,,,,
        distributed-away,sh-distributed-away,DE-SH,2024-01-01,2024-12-31,A,,provisional,,,"Zahl der ersten Meldung, ""vorläufig""",1300

        """";

    /// <summary>Writes the list of feeds (those named of the shipped ones, then this one) and this one's file.</summary>
    public static void Write(string root, IReadOnlyList<string> shipped)
    {
        var all = JsonNode.Parse(File.ReadAllText(Repository.At("data-samples", "feeds.json")))!.AsArray();
        var feeds = new JsonArray([.. all.Where(f => shipped.Contains((string?)f!["code"])).Select(f => f!.DeepClone())]);
        var own = feeds.First(f => (string?)f!["profile"] == "figures")!.DeepClone();
        own["code"] = Code;
        own["place"] = $"{Code}/*.csv";
        feeds.Add(own);
        File.WriteAllText(Path.Combine(root, "feeds.json"), feeds.ToJsonString());
        Directory.CreateDirectory(Path.Combine(root, Code));
        File.WriteAllText(Path.Combine(root, Code, "arrivals.csv"), Rows);
    }
}
