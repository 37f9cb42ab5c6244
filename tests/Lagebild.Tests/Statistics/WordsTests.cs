using Lagebild.Statistics;

namespace Lagebild.Tests.Statistics;

[SetCulture("de-DE")]
public sealed class WordsTests
{
    [TestCase("age=Y_LT18;sex=F", "age=Y_LT18;sex=F")]
    [TestCase("", "")]
    [TestCase("sex=F;age=Y_LT18", null)]
    [TestCase("sex=F;sex=M", null)]
    [TestCase("sex=", null)]
    [TestCase("=F", null)]
    [TestCase("sex=F;", null)]
    [TestCase("sex", null)]
    public void A_breakdown_key_has_its_dimensions_in_alphabetical_order(string text, string? key) =>
        Assert.That(Breakdown.Parse(text)?.Key, Is.EqualTo(key));

    [Test]
    public void A_breakdown_is_the_same_whatever_the_order_of_its_parts() =>
        Assert.That(Breakdown.Of([KeyValuePair.Create("sex", "F"), KeyValuePair.Create("age", "Y_LT18")]), Is.EqualTo(Breakdown.Parse("age=Y_LT18;sex=F")));

    [Test]
    public void A_dimension_left_out_means_total() =>
        Assert.That(Breakdown.Parse("sex=F")!["age"], Is.Null);

    [Test]
    public void Every_status_comes_back_from_its_word()
    {
        Assert.That(Enum.GetValues<ObservationStatus>().Select(s => StatusCode.Observation(s.Word())), Is.EqualTo(Enum.GetValues<ObservationStatus>().Cast<ObservationStatus?>()));
        Assert.That(Enum.GetValues<ConfidentialityStatus>().Select(s => StatusCode.Confidentiality(s.Word())), Is.EqualTo(Enum.GetValues<ConfidentialityStatus>().Cast<ConfidentialityStatus?>()));
        Assert.That(Enum.GetValues<MissingReason>().Select(s => StatusCode.Reason(s.Word())), Is.EqualTo(Enum.GetValues<MissingReason>().Cast<MissingReason?>()));
    }

    [TestCase("M", Frequency.Monthly)]
    [TestCase("I", Frequency.Interval)]
    [TestCase("m", null)]
    [TestCase("", null)]
    [TestCase("MM", null)]
    public void A_frequency_is_one_of_seven_letters(string text, Frequency? frequency) =>
        Assert.That(FrequencyCode.Parse(text), Is.EqualTo(frequency));

    [TestCase(20241231)]
    [TestCase(20240229)]
    [TestCase(19510101)]
    public void A_day_number_leads_back_to_its_day(int number) =>
        Assert.That(DayNumber.From(DayNumber.ToDay(number)), Is.EqualTo(number));

    [Test]
    public void A_period_is_written_in_ISO_form_whatever_the_culture() =>
        Assert.That(new Period(new DateOnly(2015, 1, 1), new DateOnly(2015, 9, 30), Frequency.Interval).ToString(), Is.EqualTo("2015-01-01/2015-09-30"));
}
