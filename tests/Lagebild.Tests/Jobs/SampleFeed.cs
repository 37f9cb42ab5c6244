using Lagebild.Statistics;

namespace Lagebild.Tests.Jobs;

/// <summary>Feeds for the tests of this folder.</summary>
internal static class SampleFeed
{
    public static Feed At(string place, string code = "office", string schedule = "30 6 * * 1", string zone = "Europe/Berlin", string profile = "figures") => new()
    {
        Code = code,
        Name = new Dictionary<string, string> { ["de"] = "Amt", ["pl"] = "Urząd", ["en"] = "Office" },
        Publisher = "Office",
        Licence = "CC BY 4.0",
        Citation = "Office, figures",
        Language = "en",
        Place = place,
        Profile = profile,
        Schedule = schedule,
        TimeZone = zone,
        Scope = DeliveryScope.Incremental,
        Release = ReleasePolicy.Automatic,
        Disclosure = new() { By = DisclosureBy.Publisher },
        OpenFile = true,
    };
}
