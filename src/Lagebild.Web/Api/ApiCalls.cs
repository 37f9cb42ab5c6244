namespace Lagebild.Web.Api;

/// <summary>A call of the API as one would type it.</summary>
/// <param name="Tool">The program that runs it: <c>curl</c>, <c>python</c>, <c>r</c>, <c>javascript</c>.</param>
/// <param name="Text">The call, whole.</param>
public sealed record ApiCall(string Tool, string Text);

/// <summary>The calls that the page of the API shows. They need nothing but the tool itself, and work as they stand.</summary>
public static class ApiCalls
{
    private const string Question = "/api/v1/observations.csv?indicators=asylblg-recipients&regions=DE-HH,DE-SH,DE-MV&from=2015";

    /// <summary><paramref name="site"/>: scheme and host of this site, without a slash at its end.</summary>
    public static IReadOnlyList<ApiCall> Of(string site) =>
    [
        new("curl", $"""
            curl -fsS '{site}{Question}'
            """),
        new("python", $$"""
            import csv, io, urllib.request

            with urllib.request.urlopen("{{site}}{{Question}}") as answer:
                for row in csv.DictReader(io.TextIOWrapper(answer, "utf-8")):
                    print(row["label_region"], row["period_end"], row["value"] or row["obs_status"] or row["conf_status"])
            """),
        new("r", $"""
            values <- read.csv("{site}{Question}", colClasses = "character", encoding = "UTF-8")
            print(values[, c("label_region", "period_end", "value", "obs_status", "conf_status")])
            """),
        new("javascript", $$"""
            let next = "{{site}}/api/v1/observations?indicators=asylblg-recipients&regions=DE-HH,DE-SH,DE-MV&from=2015&limit=10";
            while (next) {
              const page = await (await fetch(next)).json();
              for (const o of page.items) console.log(o.region, o.end, o.value ?? o.obsStatus);
              next = page.next && new URL(page.next, next).href;
            }
            """),
    ];
}
