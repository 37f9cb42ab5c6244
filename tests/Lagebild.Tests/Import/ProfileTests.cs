using Lagebild.Import;
using Lagebild.Statistics;

namespace Lagebild.Tests.Import;

public sealed class ProfileTests
{
    private const string _least = """{ "code": "x", "columns": [{ "match": "n", "as": "value", "variant": "hh-lagebild" }] }""";

    [TestCase("\"delimiter\": \";;\"")]
    [TestCase("\"delimitr\": \";\"")]
    [TestCase("\"encoding\": \"klingon\"")]
    [TestCase("\"decimal\": \".\", \"group\": \".\"")]
    [TestCase("\"decimal\": \"_\"")]
    [TestCase("\"skip\": \"2\"")]
    [TestCase("\"periods\": [\"MM\"]")]
    [TestCase("\"symbols\": { \"-\": \"nothing\" }")]
    [TestCase("\"flags\": { \"map\": { \"p\": \"perhaps\" } }")]
    [TestCase("\"scope\": [{ \"column\": \"a\", \"within\": \"(\" }]")]
    [TestCase("\"code\": \"twice\"")]
    public void What_is_no_profile_is_refused(string addition) =>
        Assert.That(() => Profile.Parse(_least.Replace("\"columns\"", $"{addition}, \"columns\"", StringComparison.Ordinal)), Throws.InstanceOf<FormatException>());

    [TestCase("as\": \"value", "as\": \"valu")]
    [TestCase("as\": \"value", "as\": \"Value")]
    [TestCase("as\": \"value", "as\": \"region")]
    [TestCase("match\": \"n", "match\": \"[")]
    [TestCase("\"match\": \"n\", ", "")]
    [TestCase("}] }", "}] ")]
    public void A_wrong_column_is_refused(string right, string wrong) =>
        Assert.That(() => Profile.Parse(_least.Replace(right, wrong, StringComparison.Ordinal)), Throws.InstanceOf<FormatException>());

    [TestCaseSource(typeof(Profiles), nameof(Profiles.Codes))]
    public void A_shipped_profile_is_named_as_its_file(string code) => Assert.That(Profiles.Shipped(code).Code, Is.EqualTo(code));

    [Test]
    public void Another_text_is_another_version() => Assert.That(Profile.Parse(_least).Version, Is.Not.EqualTo(Profile.Parse(_least + " ").Version));

    [Test]
    public void Symbols_may_mean_something_else_where_a_region_is_gone()
    {
        var profile = Profile.Parse(_least.Replace("\"columns\"", "\"symbols\": { \"-\": { \"else\": \"0\", \"gone\": \"not-applicable\" } }, \"columns\"", StringComparison.Ordinal));
        Assert.That((profile.Symbols["-"].IsZero, profile.Symbols["-"].Gone!.Status), Is.EqualTo((true, ObservationStatus.NotApplicable)));
    }
}
