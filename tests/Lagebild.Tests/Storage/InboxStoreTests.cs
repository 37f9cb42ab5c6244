using System.Security.Cryptography;
using System.Text;
using Dapper;
using Lagebild.Accounts;
using Lagebild.Storage;
using Microsoft.Data.Sqlite;

namespace Lagebild.Tests.Storage;

/// <summary>What is handed in, before it is read.</summary>
internal sealed class InboxStoreTests(string kind) : StorageFixture(kind)
{
    private static readonly byte[] Bytes = Encoding.UTF8.GetBytes("region,value\nDE-HH,1\n");

    private TemporaryFolder _incoming = null!;

    private InboxStore Inbox => new(Database, _incoming.Path, Clock);

    [SetUp]
    public void MakeFolder() => _incoming = new();

    [TearDown]
    public void RemoveFolder() => _incoming.Dispose();

    [Test]
    public async Task What_is_handed_in_is_kept_whole_with_who_and_when_and_nothing_is_left_in_the_folder()
    {
        var receipt = (await PutAsync(Bytes)).Receipt!;

        using var kept = new MemoryStream();
        await Inbox.File(receipt).Open().CopyToAsync(kept);
        Assert.That(kept.ToArray(), Is.EqualTo(Bytes));
        Assert.That(
            (receipt.Feed, receipt.FileName, receipt.Sha256, receipt.Size, receipt.Channel, receipt.State, receipt.ReceivedUtc, receipt.BasedOn, receipt.Place),
            Is.EqualTo((Feed, "a.csv", Convert.ToHexStringLower(SHA256.HashData(Bytes)), 21L, DeliveryChannel.Upload, ReceiptState.Received, Clock.Now.UtcDateTime, 0, $"upload/{receipt.Id}/a.csv")));
        Assert.That(Directory.GetFiles(_incoming.Path), Is.Empty);
    }

    [Test]
    public async Task A_receipt_stands_in_the_audit()
    {
        var receipt = (await PutAsync(Bytes)).Receipt!;

        var entry = (await new AuditStore(Database, Clock).BeforeAsync(long.MaxValue, 1, default)).Single();
        Assert.That((entry.Act, entry.Subject, entry.After), Is.EqualTo(("delivery.hand-in", $"receipt {receipt.Id}", $"first: a.csv, sha256 {receipt.Sha256}, Upload")));
    }

    [Test]
    public async Task The_same_bytes_are_kept_once_while_they_are_to_be_read()
    {
        var first = await PutAsync(Bytes);
        var second = await PutAsync(Bytes);

        Assert.That((first.IsNew, second.IsNew, second.Receipt!.Id), Is.EqualTo((true, false, first.Receipt!.Id)));
    }

    [Test]
    public async Task The_same_bytes_sent_twice_at_one_moment_have_one_receipt()
    {
        var both = await Task.WhenAll(PutAsync(Bytes), PutAsync(Bytes));

        Assert.That((both.Select(a => a.Receipt!.Id).Distinct().Count(), both.Count(a => a.IsNew)), Is.EqualTo((1, 1)));
    }

    [Test]
    public async Task The_same_bytes_for_another_feed_or_profile_are_something_else()
    {
        var first = await PutAsync(Bytes);
        var other = await Inbox.PutAsync(What() with { Feed = TestFeed.Of(OtherFeed) }, new MemoryStream(Bytes), default);
        var typed = await Inbox.PutAsync(What() with { Profile = "figures" }, new MemoryStream(Bytes), default);

        Assert.That((first.IsNew, other.IsNew, typed.IsNew), Is.EqualTo((true, true, true)));
    }

    [TestCase("", FileRefusal.Empty)]
    [TestCase("%PDF-1.7\n", FileRefusal.Pdf)]
    [TestCase("<!DOCTYPE html><html>", FileRefusal.Page)]
    [TestCase("\u00ef\u00bb\u00bf \r\n<HTML lang=de>", FileRefusal.Page)]
    [TestCase("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1", FileRefusal.OldWorkbook)]
    [TestCase("\u001f\u008b\u0008", FileRefusal.Archive)]
    [TestCase("\u0089PNG\r\n", FileRefusal.Picture)]
    public async Task What_is_no_table_is_refused_at_once(string latin1, FileRefusal refusal)
    {
        var acceptance = await PutAsync(Encoding.Latin1.GetBytes(latin1));

        Assert.That((acceptance.Refusal, acceptance.Receipt, (await Inbox.ToReadAsync(Feed, default)).Count), Is.EqualTo(((FileRefusal?)refusal, (Receipt?)null, 0)));
    }

    [Test]
    public async Task An_archive_is_refused_and_a_workbook_is_not()
    {
        var archive = await PutAsync(Zip("figures.csv"));
        var workbook = await PutAsync(Zip("xl/workbook.xml"));
        var damaged = await PutAsync(Zip("xl/workbook.xml")[..40]);

        Assert.That((archive.Refusal, workbook.IsNew, damaged.IsNew), Is.EqualTo(((FileRefusal?)FileRefusal.Archive, true, true)));
    }

    [Test]
    public async Task A_file_of_more_than_200_megabytes_is_refused_and_not_taken_to_its_end()
    {
        using var endless = new Zeros(long.MaxValue);

        var acceptance = await Inbox.PutAsync(What(), endless, default);

        Assert.That((acceptance.Refusal, endless.Read < InboxStore.LargestFile + (1 << 20)), Is.EqualTo(((FileRefusal?)FileRefusal.TooLarge, true)));
        Assert.That(Directory.GetFiles(_incoming.Path), Is.Empty);
    }

    [Test]
    public void A_sender_that_breaks_off_leaves_nothing()
    {
        using var broken = new Zeros(100_000, breaksOff: true);

        Assert.ThrowsAsync<IOException>(() => Inbox.PutAsync(What(), broken, default));
        Assert.That(Directory.GetFiles(_incoming.Path), Is.Empty);
    }

    [Test]
    public async Task What_a_former_program_left_half_received_is_removed()
    {
        _incoming.Write("left", "half a fi");

        Inbox.Sweep();

        Assert.That(Directory.GetFiles(_incoming.Path), Is.Empty);
        Assert.That((await PutAsync(Bytes)).IsNew, Is.True);
    }

    [Test]
    public async Task A_receipt_says_which_release_it_is_based_on()
    {
        var release = await ReleaseAsync(new TestValue("DE-HH", "2024-01-31", 1));

        Assert.That((await PutAsync(Bytes)).Receipt!.BasedOn, Is.EqualTo(release.Number));
    }

    [Test]
    public async Task Tries_for_what_passes_by_itself_do_not_count()
    {
        var receipt = (await PutAsync(Bytes)).Receipt!;
        foreach (var fault in new[] { ReceiptFault.Disk, ReceiptFault.Database, ReceiptFault.CutOff, ReceiptFault.Program })
        {
            await Inbox.BeginAsync(receipt.Id, default);
            await Inbox.LeaveAsync(receipt.Id, fault, default);
        }

        var left = (await Inbox.ByIdAsync(receipt.Id, default))!;
        Assert.That((left.State, left.Tries, left.Fault), Is.EqualTo((ReceiptState.Received, 1, (ReceiptFault?)ReceiptFault.Program)));
    }

    [Test]
    public async Task What_was_given_up_can_be_tried_again()
    {
        var receipt = (await PutAsync(Bytes)).Receipt!;
        await Inbox.GiveUpAsync(receipt.Id, default);
        var before = (await Inbox.ByIdAsync(receipt.Id, default))!.State;

        await Inbox.RetryAsync(receipt, TestFeed.Of(Feed), Who.Operator, default);

        Assert.That((before, (await Inbox.ByIdAsync(receipt.Id, default))!.State), Is.EqualTo((ReceiptState.Failed, ReceiptState.Received)));
    }

    [Test]
    public async Task A_full_database_keeps_nothing_half_and_says_so()
    {
        if (Database is not SqliteDatabase)
        {
            Assert.Ignore("A limit of pages is set for SQLite alone.");
        }

        await LimitAsync(0);
        var fault = Assert.ThrowsAsync<NotKeptException>(() => PutAsync(RandomNumberGenerator.GetBytes(500_000)))!;
        await LimitAsync(uint.MaxValue - 1);

        Assert.That((fault.Fault, (await Inbox.ToReadAsync(Feed, default)).Count, Directory.GetFiles(_incoming.Path).Length), Is.EqualTo((ReceiptFault.Disk, 0, 0)));
        Assert.That((await PutAsync(Bytes)).IsNew, Is.True);
    }

    private static HandedIn What() => new() { Feed = TestFeed.Of(Feed), FileName = "folder/a.csv", Channel = DeliveryChannel.Upload, Who = Who.Operator };

    private Task<Acceptance> PutAsync(byte[] bytes) => Inbox.PutAsync(What(), new MemoryStream(bytes), default);

    private static byte[] Zip(string entry)
    {
        using var bytes = new MemoryStream();
        using (var archive = new System.IO.Compression.ZipArchive(bytes, System.IO.Compression.ZipArchiveMode.Create, leaveOpen: true))
        {
            using var writer = new StreamWriter(archive.CreateEntry(entry).Open());
            writer.Write("content");
        }

        return bytes.ToArray();
    }

    /// <summary>Sets to how many pages the one connection that is kept open lets the database grow; never less than it has.</summary>
    private async Task LimitAsync(long pages)
    {
        SqliteConnection.ClearAllPools();
        await using var connection = await Database.OpenAsync(default);
        await connection.ExecuteAsync(FormattableString.Invariant($"pragma max_page_count = {Math.Max(pages, 1)}"));
    }

    /// <summary>Zeros up to a length; then the end, or a sender that is gone.</summary>
    private sealed class Zeros(long length, bool breaksOff = false) : MemoryStream
    {
        public new long Read { get; private set; }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (Read >= length && breaksOff)
            {
                throw new IOException("The client is gone.");
            }

            var count = (int)Math.Min(buffer.Length, length - Read);
            buffer.Span[..count].Clear();
            Read += count;
            return ValueTask.FromResult(count);
        }
    }
}
