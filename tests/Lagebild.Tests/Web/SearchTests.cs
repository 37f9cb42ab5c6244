using Lagebild.Storage;
using Lagebild.Web.Pages;
using Lagebild.Web.Pages.Search;
using Microsoft.Extensions.DependencyInjection;

namespace Lagebild.Tests.Web;

/// <summary>What people type, in three languages, and what they must find among the first five.</summary>
public sealed class SearchTests
{
    private const int Among = 5;

    private static readonly (string Language, string Query, string Found)[] Queries =
    [
        ("de", "Hamburg", "Region DE-HH"),
        ("de", "westpommern", "Region PL-32"),
        ("de", "Woiwodschaft Pommern", "Region PL-22"),
        ("de", "ermland masuren", "Region PL-28"),
        ("de", "Mecklenburg", "Region DE-MV"),
        ("de", "mecklenburg-vorpommern", "Region DE-MV"),
        ("de", "Schleswig Holstein", "Region DE-SH"),
        ("de", "Luebeck", "Region DE-01003"),
        ("de", "Lubeck", "Region DE-01003"),
        ("de", "Neumuenster", "Region DE-01004"),
        ("de", "Stettin", "Region PL-3262"),
        ("de", "zachodniopomorskie", "Region PL-32"),
        ("de", "Asylbewerber", "Indicator asylum-applicants"),
        ("de", "Asylbewerberinnen", "Indicator asylum-applicants"),
        ("de", "Flüchtling", "Indicator refugees"),
        ("de", "Fluechtlinge", "Indicator refugees"),
        ("de", "Schutzsuchenden", "Indicator protection-seekers"),
        ("de", "unbegleitete Minderjährige", "Indicator unaccompanied-minors"),
        ("de", "unbegleiteter minderjaehriger", "Indicator unaccompanied-minors"),
        ("de", "UMA", "Indicator unaccompanied-minors"),
        ("de", "Gemeinschaftsunterkünfte", "Concept shared-accommodation"),
        ("de", "Gemeinschaftsunterkuenften", "Concept shared-accommodation"),
        ("de", "Unterkunft", "Concept shared-accommodation"),
        ("de", "Platz", "Indicator places-usable"),
        ("de", "Plaetze", "Indicator places-usable"),
        ("de", "Auslastung", "Indicator occupancy-rate"),
        ("de", "Königsteiner Schluessel", "Indicator koenigstein-key"),
        ("de", "Asylbewerberleistungen", "Indicator asylblg-recipients"),
        ("de", "AsylbLG", "Indicator asylblg-recipients"),
        ("de", "Integrationskurs", "Indicator integration-course-participants"),
        ("de", "Integrationskursen", "Indicator integration-course-participants"),
        ("de", "vorübergehender Schutz", "Indicator temporary-protection"),
        ("de", "Beschäftigung Ausländer", "Indicator insured-foreign-employees"),
        ("de", "Einwohner", "Indicator population"),
        ("de", "Ankunft", "Topic arrivals"),
        ("de", "Unterbringung", "Topic accommodation"),
        ("de", "§ 24 AufenthG", "Concept temporary-protection"),
        ("de", "Kalender", "Page /calendar"),
        ("de", "Korrektur", "Page /corrections"),
        ("de", "leichte sprache", "Page /plain-language"),
        ("de", "Geschlecht", "Dimension sex"),
        ("de", "Destatis Bevölkerung", "Source destatis-population"),
        ("pl", "Szczecin", "Region PL-3262"),
        ("pl", "w Szczecinie", "Region PL-3262"),
        ("pl", "gdansk", "Region PL-2261"),
        ("pl", "w Gdańsku", "Region PL-2261"),
        ("pl", "pomorskim", "Region PL-22"),
        ("pl", "Pomorskiego", "Region PL-22"),
        ("pl", "województwo zachodniopomorskie", "Region PL-32"),
        ("pl", "warminsko-mazurskie", "Region PL-28"),
        ("pl", "Hamburgu", "Region DE-HH"),
        ("pl", "Meklemburgia", "Region DE-MV"),
        ("pl", "uchodźca", "Indicator refugees"),
        ("pl", "uchodźców", "Indicator refugees"),
        ("pl", "uchodzcy", "Indicator refugees"),
        ("pl", "małoletnich bez opieki", "Indicator unaccompanied-minors"),
        ("pl", "maloletni", "Indicator unaccompanied-minors"),
        ("pl", "ochrona czasowa", "Indicator temporary-protection"),
        ("pl", "ochrony czasowej", "Indicator temporary-protection"),
        ("pl", "wniosek PESEL", "Indicator pesel-ukr-applications"),
        ("pl", "wnioski o status UKR", "Indicator pesel-ukr-applications"),
        ("pl", "miejsca zajęte", "Indicator places-occupied"),
        ("pl", "zakwaterowania", "Topic accommodation"),
        ("pl", "cudzoziemców", "Indicator foreign-population"),
        ("pl", "ludności", "Indicator population"),
        ("pl", "kursy integracyjne", "Indicator integration-course-participants"),
        ("pl", "przekroczenie granicy", "Indicator border-crossings"),
        ("pl", "ośrodek recepcyjny", "Concept first-reception"),
        ("pl", "OZZ", "Concept municipal-accommodation-24"),
        ("pl", "korekta", "Page /corrections"),
        ("pl", "język migowy", "Page /sign-language"),
        ("pl", "płeć", "Dimension sex"),
        ("pl", "GUS ludność", "Source gus-population"),
        ("en", "refugee", "Indicator refugees"),
        ("en", "asylum seekers", "Indicator asylum-seekers"),
        ("en", "applicant", "Indicator asylum-applicants"),
        ("en", "unaccompanied minor", "Indicator unaccompanied-minors"),
        ("en", "housing", "Topic accommodation"),
        ("en", "occupied place", "Indicator places-occupied"),
        ("en", "West Pomerania", "Region PL-32"),
        ("en", "Pomorskie", "Region PL-22"),
        ("en", "Poland", "Region POL"),
        ("en", "Ukraine", "Region UKR"),
        ("en", "people from Ukraine", "Indicator people-from-ukraine"),
        ("en", "border crossing", "Indicator border-crossings"),
        ("en", "pending applications", "Indicator pending-asylum-applications"),
        ("en", "inhabitants", "Indicator population"),
        ("en", "employee", "Indicator insured-employees"),
        ("en", "shared accommodation", "Concept shared-accommodation"),
        ("en", "voivodeship", "Concept land"),
        ("en", "correction", "Page /corrections"),
        ("en", "methods", "Page /methods"),
        ("en", "citizenship", "Dimension citizenship"),
        ("en", "arrival", "Topic arrivals"),
        ("de", "02000", "Region DE-HH"),
        ("de", "01003", "Region DE-01003"),
        ("de", "de600", "Region DE-HH"),
        ("pl", "PL-22", "Region PL-22"),
        ("pl", "3262", "Region PL-3262"),
        ("pl", "PL42", "Region PL-32"),
        ("en", "MV", "Region DE-MV"),
        ("en", "asylblg-recipients", "Indicator asylblg-recipients"),
    ];

    private static IEnumerable<TestCaseData> Cases => Queries.Select(q => new TestCaseData(q.Language, q.Query, q.Found));

    [TestCaseSource(nameof(Cases))]
    public async Task What_people_type_finds_what_they_mean_among_the_first_five(string language, string query, string found)
    {
        var hits = (await IndexAsync()).Find(query, language).Hits.Take(Among).Select(h => $"{h.Entry.Kind} {h.Entry.Code}");

        Assert.That(hits, Does.Contain(found));
    }

    [TestCase("de", "Hambrug", "Hamburg")]
    [TestCase("de", "Schutzsuhcende Kiel", "Schutzsuchende Kiel")]
    [TestCase("pl", "Szczcin", "Szczecin")]
    [TestCase("pl", "uhodzcy", "Uchodźcy")]
    [TestCase("en", "accomodation", "accommodation")]
    public async Task A_slip_of_the_pen_leads_to_the_word_that_was_meant(string language, string query, string meant)
    {
        var result = (await IndexAsync()).Find(query, language);

        Assert.That((result.HoldAll, result.DidYouMean), Is.EqualTo((false, meant)));
    }

    [TestCase("de", "Unterbringung Hamburg", "DE-HH", "accommodation-need")]
    [TestCase("pl", "wnioski PESEL w Pomorskiem", "PL-22", "pesel-ukr-applications")]
    [TestCase("en", "persons seeking protection Lübeck", "DE-01003", "protection-seekers")]
    public async Task An_indicator_and_a_region_in_one_query_find_the_indicator_there(string language, string query, string region, string indicator)
    {
        var result = (await IndexAsync()).Find(query, language);

        Assert.That((result.Region?.Code, result.InRegion.Take(3).Any(h => h.Entry.Code == indicator)), Is.EqualTo((region, true)));
    }

    [TestCase("xyzzy")]
    [TestCase("?!%")]
    [TestCase("𝕬 \u0000")]
    public async Task Nonsense_finds_nothing_and_suggests_nothing(string query)
    {
        var result = (await IndexAsync()).Find(query, "de");

        Assert.That((result.Hits.Count, result.DidYouMean), Is.EqualTo((0, (string?)null)));
    }

    [Test]
    public void The_table_of_queries_is_long_enough_in_each_language() =>
        Assert.That(Queries.GroupBy(q => q.Language).All(g => g.Count() >= 20), Is.True);

    private static async Task<SearchIndex> IndexAsync()
    {
        var stands = Site.Services.GetRequiredService<Stands>();
        return Site.Services.GetRequiredService<SearchIndexes>().Of(await stands.OfAsync((Release)(await stands.LatestAsync(default))!, default));
    }
}
