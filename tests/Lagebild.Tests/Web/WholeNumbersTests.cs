using Lagebild.Statistics;
using Lagebild.Web.Pages.Indicators;

namespace Lagebild.Tests.Web;

public sealed class WholeNumbersTests
{
    private static readonly Lagebild.Catalogue.Catalogue Catalogue = Lagebild.Catalogue.Catalogue.Shipped;

    [Test]
    public void Decimals_go_where_all_values_shown_are_whole() => Assert.That(Shown(3_900, 610), Is.EqualTo((0, new long?[] { 390, 61 })));

    [Test]
    public void Decimals_stay_where_one_value_has_some() => Assert.That(Shown(3_900, 612), Is.EqualTo((1, new long?[] { 3_900, 612 })));

    private static (int Decimals, long?[] Values) Shown(params long[] tenths)
    {
        var variant = Catalogue.VariantsOf("asylblg-expenditure").First(v => v.Decimals == 1);
        var (values, shown) = WholeNumbers.Of(Catalogue, Selected(variant, tenths), variant);
        return (shown.Decimals, [.. values.Series.Single().Series.Observations.Select(o => o.Value)]);
    }

    private static SelectedValues Selected(Variant variant, long[] tenths) => new()
    {
        Selection = new() { Indicator = variant.Indicator, Variant = variant.Code, Frequency = Frequency.Annual, Feeds = [KeyValuePair.Create("DE-SH", "feed")] },
        Breakdown = "",
        Breakdowns = [""],
        Frequency = Frequency.Annual,
        Series =
        [
            new ShownSeries
            {
                Series = new Series
                {
                    Id = 1,
                    Key = new() { Feed = "feed", Indicator = variant.Indicator, Variant = variant.Code, Region = "DE-SH", Breakdown = "", Frequency = Frequency.Annual },
                    Decimals = variant.Decimals,
                    Observations = [.. tenths.Select((v, i) => new Observation { Period = new(new(2015 + i, 1, 1), new(2015 + i, 12, 31), Frequency.Annual), Value = v })],
                },
            },
        ],
    };
}
