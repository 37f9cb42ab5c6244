using Lagebild.Catalogue;
using Lagebild.Statistics;

// Not Lagebild.Tests.Catalogue: that would hide Lagebild.Catalogue from every test.
namespace Lagebild.Tests.CatalogueTests;

/// <summary>Notes and explanations of gaps: what they hold for, and how bodies are written.</summary>
public sealed class EditorEntryTests
{
    private static readonly SeriesKey _series = new() { Feed = "f", Indicator = "refugees", Variant = "unhcr", Region = "DE-HH", Breakdown = "age=Y_LT18;sex=F", Frequency = Frequency.Annual };

    private static readonly Period _year = new(new(2022, 1, 1), new(2022, 12, 31), Frequency.Annual);

    [TestCase(null, null, "", true)]
    [TestCase("refugees", null, "", true)]
    [TestCase("refugees", "unhcr", "sex=F", true)]
    [TestCase("refugees", "other", "", false)]
    [TestCase("other", null, "", false)]
    [TestCase(null, null, "sex=M", false)]
    [TestCase(null, null, "citizenship=UKR;sex=F", false)]
    public void A_note_concerns_a_series_that_has_all_it_names(string? indicator, string? variant, string breakdown, bool concerns) =>
        Assert.That(new FigureNote { Code = "n", Indicator = indicator, Variant = variant, Breakdown = breakdown }.Concerns(_series), Is.EqualTo(concerns));

    [TestCase(null, null, true)]
    [TestCase("2022-12-31", null, true)]
    [TestCase("2023-01-01", null, false)]
    [TestCase(null, "2022-01-01", true)]
    [TestCase(null, "2021-12-31", false)]
    public void A_note_holds_for_a_period_that_touches_its_days(string? from, string? to, bool holds) =>
        Assert.That(new FigureNote { Code = "n", From = Day(from), To = Day(to) }.Holds(_year), Is.EqualTo(holds));

    [TestCase(null, null, true)]
    [TestCase("2022-01-01", "2022-12-31", true)]
    [TestCase("2022-01-02", null, false)]
    [TestCase(null, "2022-12-30", false)]
    public void A_gap_is_explained_where_the_period_lies_wholly_within_the_days(string? from, string? to, bool explains) =>
        Assert.That(new GapReason { Code = "g", Indicator = "refugees", Region = "DE-HH", Reason = MissingReason.Late, From = Day(from), To = Day(to) }.Explains(_year), Is.EqualTo(explains));

    [Test]
    public void A_note_on_a_Land_holds_for_its_districts_and_an_explanation_does_not()
    {
        var catalogue = With(
            new() { Kind = CatalogueKind.Note, Code = "n", Body = """{"region":"DE-MV"}""" },
            new() { Kind = CatalogueKind.Gap, Code = "g", Body = """{"indicator":"refugees","region":"DE-MV","reason":"not-collected"}""" });
        var district = _series with { Region = "DE-13003" };
        Assert.That((catalogue.NotesOn(district).Count(), catalogue.GapOf("refugees", "DE-13003", _year), catalogue.GapOf("refugees", "DE-MV", _year)?.Reason), Is.EqualTo((1, (GapReason?)null, MissingReason.NotCollected)));
    }

    [Test]
    public void An_entry_belongs_to_the_office_of_the_Land_its_region_lies_in()
    {
        var shipped = Lagebild.Catalogue.Catalogue.Shipped;
        string?[] offices =
        [
            EntryRegions.Office(shipped, CatalogueKind.Note, """{"region":"DE-13003"}"""),
            EntryRegions.Office(shipped, CatalogueKind.Break, """{"regions":["DE-13003","DE-MV"]}"""),
            EntryRegions.Office(shipped, CatalogueKind.Break, """{"regions":["DE-SH","DE-MV"]}"""),
            EntryRegions.Office(shipped, CatalogueKind.Break, "{}"),
            EntryRegions.Office(shipped, CatalogueKind.Region, """{"region":"DE-HH"}"""),
        ];
        Assert.That(offices, Is.EqualTo(new[] { "DE-MV", "DE-MV", null, null, null }));
    }

    [Test]
    public void Bodies_written_are_read_as_they_were()
    {
        var shipped = Lagebild.Catalogue.Catalogue.Shipped;
        Assert.That(shipped.Breaks.Select(b => EntryBody.Read<Break>(CatalogueKind.Break, EntryBody.Of(b))), Is.EqualTo(shipped.Breaks.Select(b => b with { Code = "" })).UsingPropertiesComparer());
        Assert.That(shipped.Targets.Select(t => EntryBody.Read<Target>(CatalogueKind.Target, EntryBody.Of(t))), Is.EqualTo(shipped.Targets.Select(t => t with { Code = "" })).UsingPropertiesComparer());
    }

    private static Lagebild.Catalogue.Catalogue With(params CatalogueEntry[] entries) =>
        Lagebild.Catalogue.Catalogue.From([.. Lagebild.Catalogue.Catalogue.Shipped.Entries, .. entries], Lagebild.Catalogue.Catalogue.Shipped.Texts);

    private static DateOnly? Day(string? text) => text is null ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
