using Lagebild.Import;

namespace Lagebild.Tests.Import;

/// <summary>A proposed profile reads the file it was made for; what it means is left to people.</summary>
[SetCulture("de-DE")]
public sealed class ProposalTests
{
    [TestCase("germany/transcribed_mv_drs7-1604_uma_2018-01-02.csv", 9)]
    [TestCase("poland/WNIOSKI_UKR_20220831.csv", 2567 * 7)]
    [TestCase("awkward/de_genesis_12411-0010_laender.csv", 16 * 61)]
    [TestCase("germany/transcribed_hh_monthly_arrivals_2014-2015.csv", 22 * 3)]
    public void A_proposal_reads_its_file(string name, int count)
    {
        var bytes = File.ReadAllBytes(Delivered.SharedPath(name));
        var proposal = new ProfileProposal(Lagebild.Catalogue.Catalogue.Shipped).For(FeedFile.FromBytes(bytes, "file.csv", "upload", DateTime.UnixEpoch));
        Tried.Read(bytes, Profile.Parse(proposal), out var values);
        Assert.That(values.Count(), Is.EqualTo(count));
    }

    [Test]
    public void Where_no_table_is_seen_there_is_no_proposal() =>
        Assert.That(() => new ProfileProposal(Lagebild.Catalogue.Catalogue.Shipped).For(FeedFile.FromBytes("just text\n"u8.ToArray(), "file.csv", "upload", DateTime.UnixEpoch)), Throws.InstanceOf<InvalidDataException>());
}
