using Lagebild.Jobs;

namespace Lagebild.Tests.Jobs;

internal sealed class FeedFolderTests
{
    private TemporaryFolder _root = null!;

    private FeedFolder Folder => new(_root.Path, TimeProvider.System);

    [SetUp]
    public void MakeRoot() => _root = new();

    [TearDown]
    public void RemoveRoot() => _root.Dispose();

    [Test]
    public void Files_come_in_the_order_of_their_names()
    {
        foreach (var name in new[] { "b.csv", "a10.csv", "B.csv", "a2.csv" })
        {
            _root.Write($"office/{name}", "");
        }

        Assert.That(Folder.Places(SampleFeed.At("office/*.csv")), Is.EqualTo(new[] { "office/B.csv", "office/a10.csv", "office/a2.csv", "office/b.csv" }));
    }

    [Test]
    public void Files_that_do_not_fit_the_pattern_stay_out()
    {
        _root.Write("office/a.csv", "");
        _root.Write("office/a.csv.part", "");
        _root.Write("office/deeper/b.csv", "");

        Assert.That(Folder.Places(SampleFeed.At("office/*.csv")), Is.EqualTo(new[] { "office/a.csv" }));
    }

    [Test]
    public void A_missing_folder_has_no_files() => Assert.That(Folder.Places(SampleFeed.At("office/*.csv")), Is.Empty);

    [TestCase("../*.csv")]
    [TestCase("/etc/*.csv")]
    [TestCase("office/../../other/*.csv")]
    public void A_place_may_not_lead_out_of_the_root(string place) =>
        Assert.That(() => Folder.Places(SampleFeed.At(place)), Throws.InvalidOperationException);

    [Test]
    public async Task A_file_is_described_by_its_bytes()
    {
        _root.Write("office/a.csv", "abc");

        var file = await Folder.FileAsync("office/a.csv", CancellationToken.None);

        Assert.That(
            (file.Name, file.Place, file.Size, file.Sha256),
            Is.EqualTo(("a.csv", "office/a.csv", 3L, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")));
    }

    [Test]
    public async Task A_file_can_be_read_again()
    {
        _root.Write("office/a.csv", "abc");
        var file = await Folder.FileAsync("office/a.csv", CancellationToken.None);

        string Read()
        {
            using var text = new StreamReader(file.Open());
            return text.ReadToEnd();
        }

        Assert.That((Read(), Read()), Is.EqualTo(("abc", "abc")));
    }
}
