using System.Text;
using Lagebild.Import;

namespace Lagebild.Tests.Import;

/// <summary>A proposed profile reads the file it was made for; what it means is left to people.</summary>
[SetCulture("de-DE")]
public sealed class ProposalTests
{
    [TestCase("germany/transcribed_mv_drs7-1604_uma_2018-01-02.csv", 9)]
    [TestCase("poland/WNIOSKI_UKR_20220831.csv", 2567 * 7)]
    [TestCase("awkward/de_genesis_12411-0010_laender.csv", 16 * 61)]
    [TestCase("awkward/eu_eurostat_tps00190_bulk.tsv", 33 * 12)]
    [TestCase("awkward/oecd_koenigstein_quota_div0.csv", 34 * 17)]
    public void A_proposal_reads_its_file(string name, int count)
    {
        var bytes = File.ReadAllBytes(Delivered.SharedPath(name));
        var proposal = new ProfileProposal(Lagebild.Catalogue.Catalogue.Shipped).For(FeedFile.FromBytes(bytes, "file.csv", "upload", DateTime.UnixEpoch));
        Tried.Read(bytes, Profile.Parse(proposal), out var values);
        Assert.That(values.Count(), Is.EqualTo(count));
    }

    [Test]
    public void A_number_like_1_234_is_left_for_people_to_decide()
    {
        var bytes = File.ReadAllBytes(Delivered.SharedPath("germany/transcribed_hh_monthly_arrivals_2014-2015.csv"));
        var proposal = Profile.Parse(Proposal(bytes));
        Tried.Read(bytes, proposal with { Decimal = ",", Group = "." }, out var decided);
        Assert.That((proposal.Decimal, proposal.Group, decided.Count()), Is.EqualTo((Profile.Auto, "", 22 * 3)));
    }

    [TestCase("1,234;5,678", "auto", "")]
    [TestCase("1.234;5,678", "auto", "")]
    [TestCase("1.234;5.678,9", ",", ".")]
    [TestCase("1,234;5,678.9", ".", ",")]
    [TestCase("1,234,567;8", ".", ",")]
    [TestCase("1.234;5.6", ".", "")]
    [TestCase("1 234;5", ".", " ")]
    public void Signs_of_numbers_are_proposed_where_the_file_tells(string numbers, string decimals, string groups)
    {
        var text = "when;a\n" + string.Join('\n', numbers.Split(';').Select((n, i) => $"{2001 + i};{n}")) + "\n";
        var proposal = Profile.Parse(Proposal(Encoding.UTF8.GetBytes(text)));
        Assert.That((proposal.Decimal, proposal.Group), Is.EqualTo((decimals, groups)));
    }

    private static string Proposal(byte[] bytes) => new ProfileProposal(Lagebild.Catalogue.Catalogue.Shipped).For(FeedFile.FromBytes(bytes, "file.csv", "upload", DateTime.UnixEpoch));

    [Test]
    public void Where_no_table_is_seen_there_is_no_proposal() =>
        Assert.That(() => new ProfileProposal(Lagebild.Catalogue.Catalogue.Shipped).For(FeedFile.FromBytes("just text\n"u8.ToArray(), "file.csv", "upload", DateTime.UnixEpoch)), Throws.InstanceOf<InvalidDataException>());
}
